import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch, type Response } from 'undici';
import { FetchFailure, failureOf } from './failure.ts';
import { checkLiteral, guardedLookup } from './guard.ts';

export type HttpAnswer = {
  status: number;
  /** After redirects. */
  url: string;
  headers: Headers | Response['headers'];
  bytes: Uint8Array;
};

export type Request = {
  url: string;
  accept: string;
  maxBytes: number;
  totalMs: number;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

export type Client = { get: (request: Request) => Promise<HttpAnswer>; close: () => Promise<void> };

export type ClientOptions = {
  userAgent: string;
  /** host:port pairs that may be private: a sample newsroom on this machine, nothing else. */
  allowed: ReadonlySet<string>;
};

const maxRedirects = 5;

/** HTTP with every guard: address checked at the socket and at each hop, total time, decoded bytes, no cookies. */
export function createClient(options: ClientOptions): Client {
  const { allowed, userAgent } = options;
  const hosts = new Set([...allowed].map((pair) => pair.slice(0, pair.lastIndexOf(':'))));
  const connect = { lookup: guardedLookup(hosts), timeout: 15_000 };
  const settings = { connect, connections: 4, headersTimeout: 30_000, bodyTimeout: 30_000, allowH2: false };
  // A proxy of the environment does the resolving; then its own rules decide what may be reached.
  const hasProxy = Boolean(
    process.env.HTTPS_PROXY ?? process.env.HTTP_PROXY ?? process.env.https_proxy ?? process.env.http_proxy,
  );
  const agent: Dispatcher = hasProxy ? new EnvHttpProxyAgent(settings) : new Agent(settings);

  async function get(request: Request): Promise<HttpAnswer> {
    const timeout = AbortSignal.timeout(request.totalMs);
    const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
    let url = parseUrl(request.url);
    try {
      for (let hop = 0; hop <= maxRedirects; hop++) {
        checkLiteral(url, allowed);
        const headers = {
          ...request.headers,
          accept: request.accept,
          'accept-encoding': 'gzip, deflate, br',
          'user-agent': userAgent,
        };
        const response = await fetch(url, { dispatcher: agent, redirect: 'manual', headers, signal });
        const next =
          response.status >= 300 && response.status < 400 && response.status !== 304
            ? response.headers.get('location')
            : null;
        if (next === null)
          return {
            status: response.status,
            url: url.href,
            headers: response.headers,
            bytes: await readCapped(response, request.maxBytes),
          };
        await response.body?.cancel();
        url = parseUrl(new URL(next, url).href);
      }
    } catch (error) {
      throw failureOf(error, request.url);
    }
    throw new FetchFailure('too-many-redirects', `${request.url} redirects more than ${maxRedirects} times`);
  }

  return { get, close: () => agent.close() };
}

function parseUrl(text: string): URL {
  try {
    const url = new URL(text);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  } catch {
    // named below
  }
  throw new FetchFailure('bad-url', `Not a web address: ${text.slice(0, 200)}`);
}

/** Counts bytes after decompression, where a bomb has its size. */
async function readCapped(response: Response, maxBytes: number): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    if (size > maxBytes) throw new FetchFailure('too-large', `More than ${maxBytes} bytes after decoding`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
