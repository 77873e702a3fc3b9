import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { knownRobots, readRobots } from '../net/robots.ts';
import { clientFor, fetchTools, serve, status } from '../test-server.ts';
import { fetchOnce } from './test-try.ts';

/** A site whose robots.txt answers so; its page is there. */
const withRobots = (answer: RequestListener) =>
  serve((request, response) =>
    request.url === '/robots.txt'
      ? answer(request, response)
      : void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>x</p>'),
  );
const says = (text: string) => withRobots((_, response) => response.end(text));
const outcomeOf = async (answer: RequestListener) => (await fetchOnce(await withRobots(answer))).outcome;
const hour = 3_600_000;

describe('robots.txt', () => {
  it('is obeyed, by name before all', async () => {
    expect((await fetchOnce(await says('User-agent: *\nDisallow: /'))).outcome).toBe('robots-denied');
    expect(
      (await fetchOnce(await says('User-agent: *\nDisallow: /\n\nUser-agent: Rasid\nAllow: /'))).outcome,
    ).toBe('page');
    expect((await fetchOnce(await says('User-agent: Rasid\r\nDisallow: /a'))).outcome).toBe('robots-denied');
    expect(
      (await fetchOnce(await says('\ufeffUser-agent: *\nDisallow: /*?print\nDisallow: /b'))).outcome,
    ).toBe('page');
  });

  it('that forbids a page keeps it from being asked for at all', async () => {
    const asked: (string | undefined)[] = [];
    const site = await serve(({ url }, response) => {
      asked.push(url);
      response.end('User-agent: *\nDisallow: /a');
    });
    expect((await fetchOnce(site)).outcome).toBe('robots-denied');
    expect(asked).toEqual(['/robots.txt']);
  });

  it.each([
    ['is missing', status(404)],
    ['is gone', status(410)],
    ['is forbidden', status(403)],
    [
      'is a page',
      status(200, { 'content-type': 'text/html' }, '<!doctype html><html>User-agent: *\nDisallow: /</html>'),
    ],
    ['is empty', status(200)],
    ['redirects for ever', status(302, { location: '/robots.txt' })],
    ['redirects to a private address', status(302, { location: 'http://10.0.0.1/robots.txt' })],
  ])('that %s allows the page', async (_, answer) => {
    expect(await outcomeOf(answer)).toBe('page');
  });

  it.each([500, 502, 503, 429])('that fails with %i makes the page wait', async (code) => {
    expect(await outcomeOf(status(code))).toBe('later');
  });

  it('that never comes costs the page an attempt', async () => {
    expect(await outcomeOf((_, response) => void response.destroy())).toBe('unreachable');
  });

  it('of rules that are all stars delays nobody and is obeyed otherwise', async () => {
    const stars = `Disallow: /${'*a'.repeat(200)}x\n`.repeat(1_200);
    const site = await says(`User-agent: *\nDisallow: /*.a\n${stars}Disallow: /b`);
    const tools = fetchTools(site.host);
    for (let page = 0; page < 4; page++)
      expect((await fetchOnce(site, tools, `/${'a'.repeat(1_500)}${page}`)).outcome).toBe('page');
    expect((await fetchOnce(site, tools, '/x.a')).outcome).toBe('robots-denied');
    expect((await fetchOnce(site, tools, '/b')).outcome).toBe('robots-denied');
  });

  it('is huge and read to half a megabyte', async () => {
    const filler = `User-agent: other\n${'Disallow: /x\n'.repeat(60_000)}`;
    expect((await fetchOnce(await says(`User-agent: *\nDisallow: /a\n\n${filler}`))).outcome).toBe(
      'robots-denied',
    );
    expect((await fetchOnce(await says(`${filler}\n\nUser-agent: *\nDisallow: /a`))).outcome).toBe('page');
  });

  it('full of stars is judged quickly', async () => {
    const stars = `User-agent: *\n${`Disallow: /${'*a'.repeat(500)}$\n`.repeat(50)}`;
    expect((await fetchOnce(await says(stars))).outcome).toBe('page');
  });

  it('that forbids where a page redirects to is obeyed there', async () => {
    const served = await serve((request, response) => {
      if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /secret');
      else if (request.url === '/a') response.writeHead(302, { location: '/secret' }).end();
      else response.end('<p>x</p>');
    });
    expect((await fetchOnce(served)).outcome).toBe('robots-denied');
  });

  it('is asked once in twelve hours', async () => {
    let requests = 0;
    const served = await withRobots((_, response) => {
      requests++;
      response.end('');
    });
    const tools = fetchTools(served.host);
    for (let at = 0; at < 3; at++) await fetchOnce(served, tools);
    expect(requests).toBe(1);
    await fetchOnce(served, { ...tools, now: () => new Date(Date.now() + 13 * hour) });
    expect(requests).toBe(2);
  });

  it('asks for a pause that is kept, a minute at most', async () => {
    const delayOf = async (line: string) => {
      const { origin, host } = await says(`User-agent: *\n${line}`);
      const { lanes } = fetchTools(host);
      return (await readRobots(new URL(origin), clientFor(host), lanes, 0)).crawlDelayMs;
    };
    expect(await delayOf('Crawl-delay: 7')).toBe(7_000);
    expect(await delayOf('Crawl-delay: 0.5')).toBe(500);
    expect(await delayOf('Crawl-delay: 86400')).toBe(60_000);
    expect(await delayOf('Crawl-delay: soon')).toBe(0);
    expect(await delayOf('Crawl-delay: -5')).toBe(0);
  });

  it('sets the pause between it and the page, and between pages', async () => {
    const served = await says('User-agent: *\nCrawl-delay: 20');
    const { outcome, notes } = await fetchOnce(served, { allowed: new Set() });
    expect(outcome).toBe('later');
    expect(Number(notes.delayMs)).toBeGreaterThan(19_000);
  });

  it('that was read speaks while it fails, and one that fails for a day is taken as missing', async () => {
    let code = 200;
    const { origin, host } = await withRobots((_, response) =>
      response.writeHead(code).end('User-agent: *\nDisallow: /a'),
    );
    const { lanes, client } = fetchTools(host);
    const url = new URL('/a', origin);
    expect((await readRobots(url, client, lanes, 0)).rule).toBe('denied');
    code = 500;
    expect(await knownRobots(url, lanes, 13 * hour)).toBe(null);
    expect((await readRobots(url, client, lanes, 13 * hour)).rule).toBe('denied');

    const other = await withRobots(status(500));
    const otherTools = fetchTools(other.host);
    const read = (at: number) => readRobots(new URL(other.origin), otherTools.client, otherTools.lanes, at);
    expect((await read(1)).rule).toBe('unknown');
    expect((await knownRobots(new URL(other.origin), otherTools.lanes, 2))?.rule).toBe('unknown');
    expect((await read(23 * hour)).rule).toBe('unknown');
    expect((await read(25 * hour)).rule).toBe('allowed');
  });
});
