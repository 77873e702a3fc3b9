import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRuntime, silentLogger } from '@rasid/runtime';
import { loadCatalogue, parseCatalogue } from '@rasid/sources';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runProgram } from '../run-program.ts';

const server = createServer((request, response) => {
  const body = pages[request.url ?? ''];
  response.writeHead(body === undefined ? 404 : 200).end(body);
});
let origin = '';
let pages: Record<string, string> = {};
let folder = '';
let store = { url: '', prefix: '{none}' }; // where Rasid runs, for verbs that reach it

const rss = (title: string, ...guids: string[]) =>
  `<rss version="2.0"><channel><title>${title}</title>${guids.map((guid) => `<item><title>أعلنت الوزارة خبراً جديداً ${guid}</title><link>${origin}/${guid}</link><pubDate>${new Date().toUTCString()}</pubDate></item>`).join('')}</channel></rss>`;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has no other kind of address
  folder = mkdtempSync(join(tmpdir(), 'rasid-sources-'));
  pages = {
    '/': '<html><head><link rel="alternate" type="application/rss+xml" href="/main.xml"></head><body><a href="/rss/politics.xml">rss</a></body></html>',
    '/robots.txt': `User-agent: *\nAllow: /\nSitemap: ${origin}/index.xml\n`,
    '/index.xml': `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${origin}/pages.xml</loc></sitemap><sitemap><loc>${origin}/news.xml</loc></sitemap></sitemapindex>`,
    '/news.xml': `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${origin}/n1</loc><news:news><news:publication><news:name>ص</news:name><news:language>ar</news:language></news:publication><news:publication_date>${new Date().toISOString()}</news:publication_date><news:title>خبر من خريطة الموقع</news:title></news:news></url></urlset>`,
    '/pages.xml': `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${origin}/about</loc></url></urlset>`,
    '/main.xml': rss('صحيفة الاختبار', 'a', 'b'),
    '/feed': rss('صحيفة الاختبار', 'a', 'b'),
    '/rss/politics.xml': rss('سياسة', 'c'),
  };
});
afterAll(() => void server.close());

/** The command line in this process, as a person in `folder` would run it. */
async function rasid(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const writers = { stdout: process.stdout.write, stderr: process.stderr.write };
  const [cwd, environment] = [process.cwd(), process.env];
  process.env = {
    ...environment,
    RASID_ALLOW_PRIVATE: new URL(origin).host,
    REDIS_URL: store.url,
    RASID_PREFIX: store.prefix,
    RASID_SOURCES: '',
  };
  process.chdir(folder);
  process.exitCode = 0;
  for (const stream of ['stdout', 'stderr'] as const)
    process[stream].write = (text: string | Uint8Array) => {
      said[stream] += String(text);
      return true;
    };
  try {
    const status = await runProgram(['sources', ...args]);
    return { status, ...said };
  } finally {
    process.stdout.write = writers.stdout;
    process.stderr.write = writers.stderr;
    process.chdir(cwd);
    process.env = environment;
    process.exitCode = 0;
  }
}
const own = () => parseCatalogue(readFileSync(join(folder, 'sources.yaml'), 'utf8'), 'sources.yaml');
const ownOf = (id: string) => own().find((source) => source.id === id);

describe('rasid sources', () => {
  it('discovers the feeds and news sitemaps of a site, each once and each read', async () => {
    const { stdout, status } = await rasid('discover', origin, '--json');
    expect(status).toBe(0);
    const found = JSON.parse(stdout) as { url: string; kind: string; foundBy: string }[];
    expect(found.map(({ url, kind, foundBy }) => [url.replace(origin, ''), kind, foundBy])).toEqual([
      ['/main.xml', 'rss', 'link'],
      ['/rss/politics.xml', 'rss', 'link'],
      ['/news.xml', 'sitemap', 'sitemap'],
    ]);
  });

  it('adds a feed by its address, with what it says of itself', async () => {
    const { stdout, status } = await rasid(
      'add',
      `${origin}/main.xml`,
      '--id',
      'test-paper',
      '--country',
      'sy',
      '--tag',
      'mine',
      '--max',
      '6h',
    );
    expect([status, stdout]).toEqual([0, expect.stringContaining('2 entries')]);
    expect(own()).toHaveLength(loadCatalogue().length + 1);
    expect(ownOf('test-paper')).toMatchObject({
      outlet: { id: 'test-paper', name: { ar: 'صحيفة الاختبار' }, country: 'SY' },
      timeZone: 'Asia/Damascus',
      feed: `${origin}/main.xml`,
      tags: ['mine'],
      maxIntervalMs: 21_600_000,
    });
    expect((await rasid('add', `${origin}/main.xml`, '--id', 'test-paper')).stderr).toContain(
      'There is a source test-paper already',
    );
    const again = await rasid('add', `${origin}/main.xml`, '--id', 'other');
    expect([again.status, again.stderr]).toEqual([
      2,
      expect.stringContaining('followed already, as test-paper'),
    ]);
    const several = await rasid('add', origin);
    expect([several.status, several.stdout]).toEqual([2, expect.stringContaining('/rss/politics.xml')]);
    expect((await rasid('add', `${origin}/nothing`)).status).toBe(1);
  });

  it('checks what is chosen, and says how each is', async () => {
    const { stdout, status } = await rasid('check', '--tag', 'mine', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: 'test-paper', verdict: 'alive', entries: 2 });
    pages['/main.xml'] = '<html></html>';
    const broken = await rasid('check', '--only', 'test-paper');
    expect([broken.status, broken.stdout]).toEqual([
      1,
      expect.stringMatching(/test-paper\s+not-a-feed[\s\S]*1 not-a-feed/),
    ]);
  });

  it('pauses, resumes, tags, bounds, filters and removes', async () => {
    await rasid('pause', 'test-paper', 'wafa');
    expect([ownOf('test-paper')?.paused, ownOf('wafa')?.paused]).toEqual([true, true]);
    await rasid('resume', 'wafa');
    expect(ownOf('wafa')?.paused).toBe(false);
    await rasid('tag', 'test-paper', 'north', 'mine');
    await rasid('untag', 'test-paper', 'mine');
    expect(ownOf('test-paper')?.tags).toEqual(['north']);
    await rasid('every', 'test-paper', '--min', '5m');
    expect(ownOf('test-paper')).toMatchObject({ minIntervalMs: 300_000, maxIntervalMs: 86_400_000 });
    await rasid('sections', 'test-paper', '--include', 'سياسة', '/syria/', '--exclude', 'رياضة');
    expect(ownOf('test-paper')?.sections).toEqual({ include: ['سياسة', '/syria/'], exclude: ['رياضة'] });
    await rasid('remove', 'test-paper', 'wafa');
    expect([ownOf('test-paper'), ownOf('wafa')]).toEqual([undefined, undefined]);
    expect(own()).toHaveLength(loadCatalogue().length - 1);
  });

  it('has sources asked now, whatever their pause, unless they are paused', async () => {
    store = { url: inject('redisUrl'), prefix: `{t-${randomBytes(6).toString('hex')}}` };
    const runtime = createRuntime(store, silentLogger());
    try {
      expect(await rasid('poll', 'aps')).toMatchObject({ status: 0 });
      const jobs = await runtime.queues.queueOf('poll').getJobs(['waiting']);
      expect(jobs.map(({ data }) => data)).toMatchObject([{ sourceId: 'aps' }]);
      await rasid('pause', 'aps');
      expect((await rasid('poll', 'aps')).stderr).toContain('aps is paused');
      await rasid('resume', 'aps');
      expect(await rasid('poll', 'nobody')).toMatchObject({ status: 2 });
    } finally {
      store = { url: '', prefix: '{none}' };
      await runtime.close();
    }
  });

  it('refuses what it does not know, and writes nothing', async () => {
    const before = readFileSync(join(folder, 'sources.yaml'), 'utf8');
    expect((await rasid('pause', 'nobody')).status).toBe(2);
    const often = await rasid('every', 'aps', '--min', 'often');
    expect(often.stderr).toContain('must be a number with s, m, h or d');
    const crossed = await rasid('every', 'aps', '--min', '6h', '--max', '5m');
    expect(crossed.stderr).toContain('min must not be more than max');
    expect([often.status, crossed.status]).toEqual([2, 2]);
    expect((await rasid('add', 'ftp://e.example/feed')).status).toBe(2);
    expect((await rasid('discover', 'ftp://e.example')).status).toBe(2);
    expect((await rasid('list', '--only', 'nobody')).status).toBe(2);
    expect(readFileSync(join(folder, 'sources.yaml'), 'utf8')).toBe(before);
  });

  it('imports what a feed reader follows, and only what is new', async () => {
    const file = join(folder, 'reader.opml');
    writeFileSync(
      file,
      `<opml><body><outline text="صحيفة" title="aps" xmlUrl="${origin}/feed"/></body></opml>`,
    );
    expect((await rasid('import', file)).stdout).toContain(`feed: ${origin}/feed`);
    expect((await rasid('import', file, '--add')).stdout).toContain('1 added');
    expect(ownOf('aps-2')).toMatchObject({ feed: `${origin}/feed`, outlet: { id: 'aps-2' } });
    expect((await rasid('import', file, '--add')).stdout).toContain('0 added');
  });

  it('prints the schema, OPML and the list, without a Redis', async () => {
    expect(JSON.parse((await rasid('schema')).stdout)).toHaveProperty('anyOf');
    expect((await rasid('export', '--only', 'aps')).stdout).toContain('xmlUrl="https://www.aps.dz/ar/');
    expect((await rasid('list', '--only', 'aps')).stdout).toMatch(/aps\s+DZ/);
  });
});
