import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { FetchJob } from '@rasid/contracts';
import { Source } from '@rasid/sources';
import {
  createMemoryFeedMemory,
  createMemoryHostLanes,
  createMemoryPageStore,
  createMemoryRevisitStore,
} from '@rasid/storage';
import { afterEach } from 'vitest';
import { type Client, createClient } from './net/client.ts';

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close(); // what was opened last may use what was opened first
});

/** Closes something after the test that opened it. */
export const closeLater = (close: () => Promise<unknown> | unknown): void => void closers.push(close);

export type Served = { origin: string; host: string };

/** A real server on loopback until the end of the test. */
export async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener);
  closeLater(() => {
    server.closeAllConnections();
    server.close();
  });
  return listen(server);
}

/** The same without HTTP: the test writes every byte of the answer, after the request's headers came. */
export async function serveRaw(answer: (socket: Socket, request: string) => void): Promise<Served> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let request = '';
    socket.on('data', (bytes) => {
      const isFirst = !request.includes('\r\n\r\n');
      request += bytes.toString('latin1');
      if (isFirst && request.includes('\r\n\r\n')) answer(socket, request);
    });
  });
  closeLater(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return listen(server);
}

export async function listen(server: Server): Promise<Served> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has no other kind of address
  return { origin: `http://${host}`, host };
}

/** A client that may reach those servers and nothing else on a private address. */
export function clientFor(...hosts: string[]): Client {
  const client = createClient({ userAgent: 'Rasid/test', allowed: new Set(hosts) });
  closeLater(client.close);
  return client;
}

export const never = new AbortController().signal;

/** Everything the fetch stage needs, in memory, without a pause between requests. */
export const fetchTools = (...hosts: string[]) => ({
  client: clientFor(...hosts),
  lanes: createMemoryHostLanes(),
  pages: createMemoryPageStore(),
  revisits: createMemoryRevisitStore(),
  revisitAfterMs: [] as number[],
  recordOf: async () => null,
  gapMs: 0,
  slots: 2,
  allowed: new Set(hosts),
  now: () => new Date(),
  feedTimeMs: 15_000, // a busy machine is no misbehaviour
  pageTimeMs: 15_000,
});

/** The same for the poll stage; the ledger knows what `ledger` holds. */
export const pollTools = (ledger: Set<string>, ...hosts: string[]) => ({
  ...fetchTools(...hosts),
  memory: createMemoryFeedMemory(),
  plan: async () => undefined,
  knownToLedger: async (ids: readonly string[]) => ids.map((id) => ledger.has(id)),
  outcomeOf: async () => null,
  isFollowed: () => true,
  maxAgeMs: 1e12,
  subscribe: async () => undefined,
});

export const sourceAt = (feed: string, more: Partial<Source> = {}): Source => ({
  ...Source.parse({
    id: 's',
    outlet: { id: 's', name: { ar: 'س', en: 'S' }, country: null },
    timeZone: 'UTC',
    feed,
    every: { min: '1s', max: '60s' },
  }),
  ...more,
});

export const fetchJob = (url: string, entry: Partial<FetchJob['entry']> = {}): FetchJob => ({
  item: { id: 'itm_1', sourceId: 's', outlet: sourceAt('https://e.org/feed').outlet, timeZone: 'UTC' },
  url,
  entry: {
    guid: null,
    title: 'ع',
    summary: null,
    content: null,
    author: null,
    publishedAt: null,
    updatedAt: null,
    categories: [],
    ...entry,
  },
});

/** An answer with a status and nothing else. */
export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): RequestListener =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(code, headers).end(body);

/** One answer after another; the last one stays. */
export function inTurn(...answers: (string | RequestListener)[]): RequestListener {
  let at = 0;
  return (request, response) => {
    const answer = answers[Math.min(at++, answers.length - 1)];
    if (typeof answer === 'function') answer(request, response);
    else response.end(answer);
  };
}
