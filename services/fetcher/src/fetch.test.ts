import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fetchPage } from './fetch.ts';
import { fetchJob, fetchTools, never, serve, status } from './test-server.ts';

const words = (letters: number) => 'كلمة '.repeat(Math.ceil(letters / 5));

describe('fetch', () => {
  async function run(
    listener: RequestListener,
    path = '/a',
    entry: Parameters<typeof fetchJob>[1] = {},
    attempt = 6,
  ) {
    const { origin, host } = await serve(listener);
    const context = { signal: never, attempt, isLastAttempt: attempt > 5 };
    return fetchPage(fetchJob(origin + path, entry), fetchTools(host), context);
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

  it('reads what the feed says when the page cannot be had', async () => {
    const gone: RequestListener = (_, response) => void response.destroy();
    const entry = { summary: words(300) };
    await expect(run(gone, '/a', entry, 1)).rejects.toMatchObject({ kind: 'connection' });
    expect(await run(gone, '/a', entry, 2)).toMatchObject({
      fate: 'pass',
      emissions: [{ data: { pageKey: null } }],
    });
  });

  it('reads what the feed says when robots.txt or the site forbids the page', async () => {
    const entry = { summary: words(300) };
    expect(await run(page, '/private/x', entry)).toMatchObject({ emissions: [{ data: { pageKey: null } }] });
    expect(await run(status(403), '/a', entry)).toMatchObject({ emissions: [{ data: { pageKey: null } }] });
  });

  it('needs no page when the feed carries the whole text', async () => {
    expect(await run(status(500), '/a', { content: `<p>${words(1_200)}</p>` })).toMatchObject({
      fate: 'pass',
      emissions: [{ data: { pageKey: null } }],
    });
  });

  it('asks nobody for an entry that has no page', async () => {
    const asked: (string | undefined)[] = [];
    const listener: RequestListener = ({ url }, response) => {
      asked.push(url);
      response.end();
    };
    expect(await run(listener, '/feed#itm_1', { summary: words(30) }, 1)).toMatchObject({
      emissions: [{ to: 'clean', data: { pageKey: null, url: expect.stringMatching(/#itm_1$/) } }],
    });
    expect(asked).toEqual([]);
  });
});
