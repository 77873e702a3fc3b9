import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExpectedStory, type Newsroom, startNewsroom } from './index.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.close());

const get = (url: string) => fetch(url, { redirect: 'manual' });
const storyOf = (id: string): ExpectedStory => {
  const story = newsroom.stories.find((candidate) => candidate.id === id);
  if (!story) throw new Error(`No story ${id}`);
  return story;
};
const sourceOf = (id: string): string => newsroom.sources.find((source) => source.id === id)?.feedUrl ?? '';
const decode = async (response: Response, charset: string) =>
  new TextDecoder(charset, { fatal: true }).decode(await response.arrayBuffer());
const charsetOf = (id: string) =>
  id.startsWith('sample-qantara') && !id.endsWith('rdf') ? 'windows-1256' : 'utf-8';

/** What a feed writes to point at a story. */
const linkIn = ({ url, title, serve }: ExpectedStory, feed: string): boolean =>
  serve === 'nowhere' ? feed.includes(title) : feed.includes(new URL(url).pathname + new URL(url).search);

describe('before the second edition', () => {
  test('every outlet is a host of its own and says that it is a sample', async () => {
    expect(new Set(newsroom.hosts).size).toBe(4);
    for (const url of Object.values(newsroom.urls)) {
      const response = await get(`${url}/`);
      expect(response.status).toBe(200);
      expect(response.headers.get('x-rasid-sample')).toBe('fictional news');
      expect(await response.text()).toContain('عيّنة راصد');
    }
  });

  test('every story of the first edition stands in all its feeds, and no other does', async () => {
    for (const { id, feedUrl } of newsroom.sources) {
      const feed = await decode(await get(feedUrl), charsetOf(id));
      expect(feed).toContain('عيّنة راصد');
      const listed = newsroom.stories.filter(({ sourceIds }) => sourceIds.includes(id));
      const ofFirst = listed.filter(({ edition }) => edition === 1);
      expect(ofFirst.filter((story) => !linkIn(story, feed)).map((story) => story.id)).toEqual([]);
      const copies = listed.filter(({ expected }) => expected.outcome === 'copy');
      expect(copies.filter((story) => linkIn(story, feed))).toEqual([]);
    }
  });

  test('every page that is an article answers with its title', async () => {
    const pages = newsroom.stories.filter(({ edition, serve }) => edition === 1 && serve === 'article');
    expect(pages.length).toBeGreaterThan(25);
    for (const { url, title, outletId } of pages) {
      const response = await get(url);
      expect(response.status).toBe(200);
      expect(await decode(response, charsetOf(outletId))).toContain(title);
    }
  });

  test('the old site declares no charset anywhere', async () => {
    for (const url of [sourceOf('sample-qantara-rss'), storyOf('qantara-minya-bus').url]) {
      const response = await get(url);
      expect(response.headers.get('content-type')).not.toContain('charset');
      expect(await decode(response, 'windows-1256')).not.toMatch(/charset|encoding=/i);
    }
  });

  test('the broken feed is broken', async () => {
    const feed = await (await get(sourceOf('sample-daftar-rss'))).text();
    expect(feed).toMatch(/utm_source=rss&utm_medium/);
    expect(feed).toContain('\u0003');
  });

  test('the shell shows no text outside its scripts', async () => {
    for (const { url } of newsroom.stories.filter(
      ({ outletId, serve }) => outletId === 'sample-mina' && serve === 'article',
    )) {
      const page = await (await get(url)).text();
      expect(page.replace(/<script.*?<\/script>/gs, '')).not.toContain('<p>');
      expect(page).toMatch(/articleBody|__NEXT_DATA__/);
    }
  });

  test('a feed asked for again with its ETag is not modified', async () => {
    const url = sourceOf('sample-sidra-rss');
    const etag = (await get(url)).headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('trouble is served as promised', async () => {
    expect((await get(storyOf('qantara-removed').url)).status).toBe(404);
    const moved = await get(storyOf('daftar-redirect').url);
    expect([moved.status, moved.headers.get('location')]).toEqual([
      302,
      'http://169.254.169.254/latest/meta-data/',
    ]);
    const pdf = await get(storyOf('mina-budget-pdf').url);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const robots = await (await get(`${newsroom.urls['sample-sidra']}/robots.txt`)).text();
    expect(robots).toContain('Disallow: /internal/');
    expect(new URL(storyOf('sidra-internal-memo').url).pathname).toMatch(/^\/internal\//);
    const busy = storyOf('mina-water-talks');
    expect((await get(busy.url)).status).toBe(503);
    expect(await (await get(busy.url)).text()).toContain(busy.title);
  });
});

test('the second edition brings a risen toll at the old address, copies and a follow-up', async () => {
  const room = await startNewsroom();
  try {
    const first = room.stories.find(({ id }) => id === 'mina-baqubah-market');
    const revised = room.stories.find(({ id }) => id === 'mina-baqubah-market-revised');
    expect(revised?.url).toBe(first?.url);
    const feedUrl = room.sources.find(({ id }) => id === 'sample-mina-json')?.feedUrl ?? '';
    const item = async () => {
      const { items } = (await (await get(feedUrl)).json()) as { items: { id: string; url: string }[] }; // our own feed
      return items.find(({ url }) => url === first?.url);
    };
    const before = await item();
    room.revise();
    const after = await item();
    expect(after?.id).toBe(before?.id);
    expect(before).not.toHaveProperty('date_modified');
    expect(after).toHaveProperty('date_modified');
    expect(after).toHaveProperty('title', revised?.title);
    expect(await (await get(first?.url ?? '')).text()).toContain('بعد أن كانت خمسة قتلى');
    for (const { url, title, outletId } of room.stories.filter(({ edition }) => edition === 2))
      expect(await decode(await get(url), charsetOf(outletId))).toContain(title);
  } finally {
    await room.close();
  }
});

test('the second edition can come by itself', async () => {
  const room = await startNewsroom({ reviseAfterMs: 1 });
  try {
    const copy = room.stories.find(({ id }) => id === 'daftar-safira-copy');
    await expect.poll(async () => (await get(copy?.url ?? '')).status).toBe(200);
  } finally {
    await room.close();
  }
});

test('publication never falls on the day before the start', async () => {
  const room = await startNewsroom({ now: () => new Date('2026-11-23T21:20:00Z') }); // 00:20 in Baghdad
  try {
    const story = room.stories.find(({ id }) => id === 'qantara-minya-bus');
    expect(await decode(await get(story?.url ?? ''), 'windows-1256')).toContain(
      'الثلاثاء 24 تشرين الثاني 2026 - 00:00',
    );
  } finally {
    await room.close();
  }
});

test('a taken port is an error that says so', async () => {
  const taken = Number(new URL(newsroom.url).port);
  await expect(startNewsroom({ port: taken })).rejects.toThrow('The sample newsroom cannot open its ports');
});
