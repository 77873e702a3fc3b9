import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fetchPage } from '../fetch.ts';
import { fetchJob, fetchTools, never, serve, status } from '../test-server.ts';
import { fetchOnce } from './test-try.ts';

/** A site without robots.txt whose pages answer so. */
const site =
  (answer: RequestListener): RequestListener =>
  (request, response) =>
    request.url === '/robots.txt' ? void response.writeHead(404).end() : answer(request, response);

const html = { 'content-type': 'text/html; charset=utf-8' };
const served = (code: number, headers: Record<string, string>, body: string | Buffer = '') =>
  serve(site((_, response) => void response.writeHead(code, headers).end(body)));

describe('pages that misbehave', () => {
  it.each([
    ['cf-mitigated', { 'cf-mitigated': 'challenge' }, ''],
    ['a challenge script', {}, '<script src="/cdn-cgi/challenge-platform/h/b"></script>'],
    ['a captcha', {}, '<div class="g-recaptcha"></div>'],
  ])('a wall known by %s ends as bot-wall', async (_, headers, body) => {
    expect(await fetchOnce(await served(403, { ...html, ...headers }, body))).toMatchObject({
      outcome: 'bot-wall',
    });
  });

  it('a wall with status 200 is left to the cleaner, but for one that its header names', async () => {
    expect(await fetchOnce(await served(200, html, '<p>captcha</p>'))).toMatchObject({ outcome: 'page' });
    expect(await fetchOnce(await served(200, { 'cf-mitigated': 'challenge' }, 'x'))).toMatchObject({
      outcome: 'bot-wall',
    });
  });

  it.each([
    ['a PDF by its header', { 'content-type': 'application/pdf' }, 'x'],
    ['a PDF that calls itself a page', html, '%PDF-1.7 x'],
    ['a picture that calls itself a page', html, Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a film that calls itself a page', html, Buffer.from('\u0000\u0000\u0000\u0018ftypmp42', 'latin1')],
    ['an archive that calls itself a page', html, Buffer.from('PK\u0003\u0004', 'latin1')],
    ['JSON', { 'content-type': 'application/json' }, '{}'],
  ])('%s ends as not-html', async (_, headers, body) => {
    expect(await fetchOnce(await served(200, headers, body))).toMatchObject({ outcome: 'not-html' });
  });

  it.each([['application/octet-stream'], ['text/plain'], ['']])(
    'a page that calls itself "%s" is a page',
    async (type) => {
      const headers: Record<string, string> = type ? { 'content-type': type } : {};
      expect(await fetchOnce(await served(200, headers, '\ufeff<!doctype html><p>x</p>'))).toMatchObject({
        outcome: 'page',
      });
    },
  );

  it('a charset that lies leaves the bytes as they are, for the cleaner to judge', async () => {
    const bytes = Buffer.from([0xce, 0xc8, 0xd1]); // "خبر" in windows-1256
    const { origin, host } = await serve(
      site(
        (_, response) =>
          void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(bytes),
      ),
    );
    const tools = fetchTools(host);
    const outcome = await fetchPage(fetchJob(`${origin}/a`), tools, {
      signal: never,
      attempt: 1,
      isLastAttempt: false,
    });
    const [emission] = outcome.fate === 'pass' ? outcome.emissions : [];
    const key = emission?.to === 'clean' ? (emission.data.pageKey ?? '') : '';
    expect(Buffer.from((await tools.pages.get(key)) ?? [])).toEqual(bytes);
  });

  it.each([
    ['with seconds', { 'retry-after': '7' }, 7_000],
    ['with a date', { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }, 50_000],
    ['with an absurd time', { 'retry-after': '99999999' }, 86_400_000],
    ['without a time', {}, 600_000],
  ])('429 %s comes back then, and the host is left alone', async (_, headers, ms) => {
    const busy = await serve(site(status(429, headers)));
    const tools = fetchTools(busy.host);
    const { outcome, notes } = await fetchOnce(busy, tools);
    expect(outcome).toBe('later');
    expect(Number(notes.delayMs)).toBeGreaterThanOrEqual(ms);
    expect(Number(notes.delayMs)).toBeLessThan(ms * 1.4);
    expect(await tools.lanes.cooling()).toMatchObject([{ host: busy.host }]);
  });

  it('a storm of 429 costs one request, whatever waits behind it', async () => {
    let requests = 0;
    const busy = await serve(
      site((_, response) => {
        requests++;
        response.writeHead(429).end();
      }),
    );
    const tools = fetchTools(busy.host);
    for (let at = 0; at < 50; at++) expect(await fetchOnce(busy, tools)).toMatchObject({ outcome: 'later' });
    expect(requests).toBe(1);
  });

  it('503 with a time cools down, 503 without one costs an attempt', async () => {
    expect(await fetchOnce(await serve(site(status(503, { 'retry-after': '9' }))))).toMatchObject({
      outcome: 'later',
    });
    expect(await fetchOnce(await serve(site(status(503))))).toMatchObject({ outcome: 'unreachable' });
  });

  it('a refusal for hours lets the feed speak', async () => {
    const { origin, host } = await serve(site(status(429, { 'retry-after': '86400' })));
    const job = fetchJob(`${origin}/a`, { summary: 'كلمة '.repeat(60) });
    const outcome = await fetchPage(job, fetchTools(host), {
      signal: never,
      attempt: 1,
      isLastAttempt: false,
    });
    expect(outcome).toMatchObject({ fate: 'pass', emissions: [{ data: { pageKey: null } }] });
  });

  it('an address that is none ends as bad-url', async () => {
    const context = { signal: never, attempt: 1, isLastAttempt: false };
    expect(await fetchPage(fetchJob('http://'), fetchTools(), context)).toMatchObject({ reason: 'bad-url' });
    expect(await fetchPage(fetchJob('ftp://e.org/a'), fetchTools(), context)).toMatchObject({
      reason: 'bad-url',
    });
  });
});
