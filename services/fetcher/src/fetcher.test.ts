import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FetchJob } from '@rasid/contracts';
import { createMemoryHostLanes, createMemoryPageStore } from '@rasid/storage';
import { describe, expect, it } from 'vitest';
import { addressKey, canonicalAddress } from './address.ts';
import { fetchPage } from './fetch.ts';
import { createClient } from './net/client.ts';
import { isPublicAddress } from './net/guard.ts';
import { retryAfterMs } from './net/retry-after.ts';
import { clientFor, closeLater, serve } from './test-server.ts';

const never = new AbortController().signal;
const request = (url: string) => ({ url, accept: '*/*', maxBytes: 100_000, totalMs: 1_500 });

describe('the guarded client', () => {
  it.each([
    ['a private literal', () => 'http://169.254.169.254/latest', 'private-address'],
    ['loopback in IPv6', () => 'http://[::ffff:127.0.0.1]:9998/', 'private-address'],
    ['a name that leads to loopback', () => 'http://localhost:9998/', 'private-address'],
    ['another scheme', () => 'file:///etc/passwd', 'bad-url'],
  ])('refuses %s', async (_, url, kind) => {
    const client = createClient({ userAgent: 'Rasid/test', allowed: new Set() });
    closeLater(client.close);
    await expect(client.get(request(url()))).rejects.toMatchObject({ kind });
  });

  it('checks every hop of a redirect', async () => {
    const { origin, host } = await serve((_, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    );
    await expect(clientFor(host).get(request(origin))).rejects.toMatchObject({ kind: 'private-address' });
  });

  it('ends a chain of redirects', async () => {
    const { origin, host } = await serve((_, response) =>
      response.writeHead(302, { location: '/again' }).end(),
    );
    await expect(clientFor(host).get(request(origin))).rejects.toMatchObject({ kind: 'too-many-redirects' });
  });

  it('counts bytes after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const { origin, host } = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    await expect(clientFor(host).get(request(origin))).rejects.toMatchObject({ kind: 'too-large' });
  });

  it('ends a body that drips for ever', async () => {
    const { origin, host } = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(timer));
    });
    await expect(clientFor(host).get(request(origin))).rejects.toMatchObject({ kind: 'timeout' });
  });

  it('knows what is public', () => {
    for (const address of [
      '10.0.0.1',
      '127.0.0.1',
      '::1',
      '::ffff:10.0.0.1',
      '100.64.0.1',
      '0.0.0.0',
      'fd00::1',
      '64:ff9b::7f00:1',
    ])
      expect(isPublicAddress(address), address).toBe(false);
    for (const address of ['8.8.8.8', '2a00:1450:4001::1'])
      expect(isPublicAddress(address), address).toBe(true);
  });
});

const job = (url: string, content: string | null = null): FetchJob => ({
  item: {
    id: 'itm_1',
    sourceId: 's',
    outlet: { id: 's', name: { ar: 'س', en: 'S' }, country: null },
    timeZone: 'UTC',
  },
  url,
  entry: {
    guid: null,
    title: 'ع',
    summary: null,
    content,
    author: null,
    publishedAt: null,
    updatedAt: null,
    categories: [],
  },
});

describe('fetch', () => {
  async function run(listener: RequestListener, path = '/a', more: Partial<FetchJob['entry']> = {}) {
    const { origin, host } = await serve(listener);
    const tools = {
      client: clientFor(host),
      lanes: createMemoryHostLanes(),
      pages: createMemoryPageStore(),
      gapMs: 0,
      allowed: new Set([host]),
      now: () => new Date(),
    };
    const base = job(origin + path);
    return fetchPage({ ...base, entry: { ...base.entry, ...more } }, tools, {
      signal: never,
      attempt: 6,
      isLastAttempt: true,
    });
  }
  const page: RequestListener = (request, response) => {
    if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /private');
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>x</p>');
  };

  it('keeps the page and passes its key on', async () => {
    expect(await run(page)).toMatchObject({
      fate: 'pass',
      emissions: [{ to: 'clean', data: { pageKey: expect.any(String) } }],
    });
  });

  it.each([
    ['robots-denied', page, '/private/x'],
    [
      'not-found',
      (_: unknown, response: Parameters<RequestListener>[1]) => response.writeHead(404).end(),
      '/a',
    ],
    [
      'refused',
      (_: unknown, response: Parameters<RequestListener>[1]) => response.writeHead(403).end(),
      '/a',
    ],
    [
      'not-html',
      (_: unknown, response: Parameters<RequestListener>[1]) =>
        response.writeHead(200, { 'content-type': 'application/pdf' }).end('x'),
      '/a',
    ],
    [
      'unreachable',
      (_: unknown, response: Parameters<RequestListener>[1]) => response.writeHead(500).end(),
      '/a',
    ],
  ] as const)('drops as %s', async (reason, listener, path) => {
    expect(await run(listener as RequestListener, path)).toMatchObject({ fate: 'drop', reason });
  });

  it('reads what the feed says when the page cannot be had', async () => {
    const { origin, host } = await serve((_, response) => response.destroy());
    const tools = {
      client: clientFor(host),
      lanes: createMemoryHostLanes(),
      pages: createMemoryPageStore(),
      gapMs: 0,
      allowed: new Set([host]),
      now: () => new Date(),
    };
    const one = job(`${origin}/a`);
    const entry = { ...one.entry, summary: 'كلمة '.repeat(70) };
    const run = (attempt: number) =>
      fetchPage({ ...one, entry }, tools, { signal: never, attempt, isLastAttempt: false });
    await expect(run(1)).rejects.toMatchObject({ kind: 'connection' });
    expect(await run(2)).toMatchObject({ fate: 'pass', emissions: [{ data: { pageKey: null } }] });
  });

  it('comes back later when the host asks for it', async () => {
    const busy: RequestListener = (request, response) =>
      response.writeHead(request.url === '/robots.txt' ? 404 : 429, { 'retry-after': '7' }).end();
    await expect(run(busy)).rejects.toMatchObject({
      name: 'RetryLater',
      delayMs: expect.toSatisfy((ms: number) => ms >= 7_000 && ms < 9_000),
    });
  });

  it('needs no page when the feed carries the whole text', async () => {
    const refuse: RequestListener = (_, response) => response.writeHead(500).end();
    expect(await run(refuse, '/a', { content: `<p>${'كلمة '.repeat(250)}</p>` })).toMatchObject({
      fate: 'pass',
      emissions: [{ data: { pageKey: null } }],
    });
  });
});

describe('Retry-After', () => {
  it('is heeded in both forms, up to a day', () => {
    expect(retryAfterMs('120', 0)).toBe(120_000);
    expect(retryAfterMs('999999999', 0)).toBe(86_400_000);
    expect(retryAfterMs(new Date(60_000).toUTCString(), 0)).toBe(60_000);
    expect(retryAfterMs('soon', 0)).toBe(null);
  });
});

describe('addresses', () => {
  it('have one spelling', () => {
    expect(canonicalAddress('https://E.org:443/خبر?utm_source=x&b=2&a=1#top')).toBe(
      'https://e.org/%D8%AE%D8%A8%D8%B1?a=1&b=2',
    );
    expect(addressKey('http://www.e.org/a/')).toBe(addressKey('https://e.org/a?fbclid=9'));
    expect(canonicalAddress('javascript:alert(1)')).toBe(null);
  });
});
