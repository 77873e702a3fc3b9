import { Agent, type Dispatcher, EnvHttpProxyAgent, fetch, type Response } from 'undici';
import { readCapped, unpackTwice } from './body.ts';
import { FetchFailure, failureOf } from './failure.ts';
import { checkAddress, guardedConnector } from './guard.ts';

export type HttpAnswer = {
  status: number;
  /** After redirects. */
  url: string;
  /** Where the address has moved for good (301, 308 at every hop); null when it has not. */
  movedTo: string | null;
  headers: Pick<Response['headers'], 'get'>;
  bytes: Uint8Array;
  /** The body was longer than `maxBytes`, and its beginning was asked for. */
  isCut: boolean;
};

export type Request = {
  url: string;
  accept: string;
  /** After decoding. */
  maxBytes: number;
  /** What a longer body means: an error, or its beginning. */
  whenLarger?: 'fail' | 'cut';
  totalMs: number;
  /** Sent to the address's own origin only, validators excepted: a redirect must not carry a key elsewhere. */
  headers?: Record<string, string>;
  /** Makes it a POST. */
  form?: Record<string, string>;
  signal?: AbortSignal;
};

export type Client = { get: (request: Request) => Promise<HttpAnswer>; close: () => Promise<void> };

export type ClientOptions = {
  userAgent: string;
  /** host:port pairs that may be private: a sample newsroom on this machine, nothing else. */
  allowed: ReadonlySet<string>;
  proxy?: { http?: string | undefined; https?: string | undefined; except?: string | undefined };
  /** Certificates trusted in place of the system's, in PEM. */
  ca?: string;
};

const maxRedirects = 5;

/** HTTP with every guard: address checked at the socket and at each hop, total time, decoded bytes, no cookies. */
export function createClient(options: ClientOptions): Client {
  const { allowed, userAgent } = options;
  const agent = openAgent(options);

  async function get(request: Request): Promise<HttpAnswer> {
    const timeout = AbortSignal.timeout(request.totalMs);
    const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
    const seen = new Set<string>();
    let url = parseUrl(request.url);
    const { origin, href: asked } = url; // without a password, which stands in no message
    const login = loginOf(request.url);
    let isMoved = true;
    try {
      for (let hop = 0; hop <= maxRedirects; hop++) {
        if (seen.has(url.href)) throw loop(asked);
        seen.add(url.href);
        checkAddress(url, allowed);
        const response = await fetch(url, {
          dispatcher: agent,
          redirect: 'manual',
          headers: headersFor(request, url.origin === origin ? login : null, userAgent),
          signal,
          ...(request.form ? { method: 'POST', body: new URLSearchParams(request.form) } : {}),
        });
        const next = isRedirect(response.status) ? response.headers.get('location') : null;
        if (next === null) {
          const movedTo = isMoved && hop > 0 ? url.href : null;
          return await answerOf(response, { url: url.href, movedTo, request });
        }
        await response.body?.cancel();
        isMoved &&= response.status === 301 || response.status === 308;
        url = parseUrl(next, url);
      }
    } catch (error) {
      throw failureOf(error, url.href);
    }
    throw new FetchFailure('too-many-redirects', `${asked} redirects more than ${maxRedirects} times`);
  }

  // Destroyed, not closed: a stop must not wait for the slowest server.
  return { get, close: () => agent.destroy() };
}

function openAgent({ allowed, proxy, ca }: ClientOptions): Dispatcher {
  const connect = guardedConnector(allowed, { timeout: 10_000, ca });
  const settings = {
    connect,
    connections: 4,
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
    allowH2: false,
    // Long enough for a redirect; a socket kept until the next page is often closed by its server in that moment.
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 2_000,
  };
  if (!proxy?.http && !proxy?.https) return new Agent(settings);
  // A proxy does the resolving; its own rules decide what may be reached. What it is not asked for stays guarded.
  const { http, https, except } = proxy;
  return new EnvHttpProxyAgent({
    ...settings,
    httpProxy: http ?? '',
    httpsProxy: https ?? http ?? '',
    noProxy: except ?? '',
  });
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

const loop = (url: string) => new FetchFailure('too-many-redirects', `${url} redirects in a circle`);

type Login = Record<string, string>;

/** A name and a password that stand in the address as a header: for its own origin, like all keys. */
function loginOf(address: string): Login {
  const { username, password } = new URL(address);
  if (!username && !password) return {};
  const pair = [username, password].map(decoded).join(':');
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a bare percent sign
  }
}

/** No header names a cookie, and no answer's cookie is kept: every request is a first visit. */
function headersFor(request: Request, login: Login | null, userAgent: string): Record<string, string> {
  const own = Object.entries({ ...login, ...request.headers }).filter(
    ([name]) => login !== null || /^if-(?:none-match|modified-since)$/i.test(name),
  );
  return {
    'accept-language': 'ar, *;q=0.5',
    ...Object.fromEntries(own),
    accept: request.accept,
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': userAgent,
  };
}

async function answerOf(
  response: Response,
  facts: { url: string; movedTo: string | null; request: Request },
): Promise<HttpAnswer> {
  const { url, movedTo, request } = facts;
  const { status, headers } = response;
  const body = await readCapped(response, request.maxBytes, request.whenLarger ?? 'fail');
  const bytes = await unpackTwice(body.bytes, request.maxBytes);
  return { status, url, movedTo, headers, bytes, isCut: body.isCut };
}

function parseUrl(text: string, base?: URL): URL {
  try {
    const url = new URL(text, base);
    // undici refuses names and passwords in an address; those of the operator's own go along as a header.
    url.username = '';
    url.password = '';
    if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  } catch {
    // named below
  }
  throw new FetchFailure('bad-url', `Not a web address: ${text.slice(0, 200)}`);
}
