import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  authorization: string | undefined;
  path: string | undefined;
  body: Record<string, unknown>;
};
/** How one request is answered. */
export type Turn = (response: ServerResponse, asked: Asked) => void;

/** A model's endpoint on loopback that gives its answers in turn, the last one again and again. For tests only. */
export async function startEndpoint(...turns: Turn[]) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await textOf(request)) as Asked['body']; // sent by the code under test
    const last = { authorization: request.headers.authorization, path: request.url, body };
    asked.push(last);
    turns[Math.min(asked.length, turns.length) - 1]?.(response, last);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** A chat completion with this text. */
export const says =
  (content: string, finish = 'stop', tokens = 1_200) =>
  (response: ServerResponse): void => {
    const choices = [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }];
    const usage = { prompt_tokens: tokens - 200, completion_tokens: 200, total_tokens: tokens };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ object: 'chat.completion', choices, usage }));
  };

export const fails =
  (status: number, message: string, headers: Record<string, string> = {}): Turn =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message } }));
  };

/** It takes the request and says nothing. */
export const isSilent: Turn = () => undefined;

/** The connection ends in the middle of the answer. */
export const breaksOff: Turn = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"choices":[{"mess');
  setImmediate(() => response.destroy());
};
