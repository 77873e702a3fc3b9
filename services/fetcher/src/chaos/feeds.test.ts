import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { poll } from '../poll.ts';
import { inTurn, never, pollTools, serve, sourceAt, status } from '../test-server.ts';
import { feed, pollOnce } from './test-try.ts';

type Item = { guid?: string; title?: string; link?: string; date?: string; text?: string };
const item = ({ guid, title = 'خبر', link, date, text }: Item) =>
  `<item>${guid ? `<guid isPermaLink="false">${guid}</guid>` : ''}<title>${title}</title>${link ? `<link>${link}</link>` : ''}${date ? `<pubDate>${date}</pubDate>` : ''}${text ? `<description>${text}</description>` : ''}</item>`;
const feedOf = (...items: Item[]) => feed(items.map(item).join(''));
const long = (word: string) => `${word} `.repeat(100);
const day = 24 * 3_600_000;

/** Polls of feeds of one outlet with one memory, one after another; answers what each handed on. */
async function follow(listener: RequestListener, start = Date.now()) {
  const { origin, host } = await serve(listener);
  const ledger = new Set<string>();
  let now = start;
  const tools = { ...pollTools(ledger, host), now: () => new Date(now) };
  const ask = async (id = 's') => {
    const source = sourceAt(`${origin}/${id}`, { id });
    const polled = await poll({ sourceId: id, dueAt: '' }, source, tools, never);
    for (const { data } of polled.emissions) ledger.add(data.item.id);
    for (const drop of polled.drops) ledger.add(drop.item.id);
    now += 60_000;
    return polled.emissions.map(({ data }) => data);
  };
  const count = async (id?: string) => (await ask(id)).length;
  const state = async () => (await tools.memory.state('s')) ?? expect.fail('no state');
  const pass = (ms: number) => {
    now += ms;
  };
  return { ask, count, state, tools, pass };
}

describe('feeds that misbehave', () => {
  it.each(['<', '<a ', '<!--'])('a description of a megabyte of %j is read like any other', async (unit) => {
    const text = `<![CDATA[${unit.repeat(1_000_000 / unit.length)}]]>`;
    const link = 'https://e.org/news/1';
    const { count } = await follow(inTurn(feed(item({ guid: 'a', link, text }))));
    expect([await count(), await count()]).toEqual([1, 0]);
  });

  const link = 'https://e.org/news/1';
  const same = { guid: 'a', title: 'خبر أول', link, date: 'Mon, 02 Nov 2026 10:00:00 GMT' };

  it.each([
    ['changed guids', { ...same, guid: 'b' }],
    ['guids that went away', { ...same, guid: '' }],
    ['moved dates', { ...same, date: 'Tue, 24 Nov 2026 10:00:00 GMT' }],
    ['dates that went back', { ...same, date: 'Mon, 02 Nov 2020 10:00:00 GMT' }],
    ['links with tracking', { ...same, link: `${link}?utm_source=rss&amp;fbclid=1` }],
    ['links to the AMP page', { ...same, link: `${link}/amp/` }],
    ['links with another scheme', { ...same, link: 'http://www.e.org/news/1/' }],
    ['new links under the same guid', { ...same, link: 'https://e.org/news/1-a-better-slug' }],
  ])('%s make no new item', async (_, later) => {
    const { count } = await follow(inTurn(feedOf(same), feedOf(later)));
    expect([await count(), await count()]).toEqual([1, 0]);
  });

  it('fields of a megabyte make small jobs, and an address of a megabyte is none', async () => {
    const long = 'a'.repeat(1_000_000);
    const fields = { guid: long, title: long, text: long };
    const { ask } = await follow(
      inTurn(feedOf({ ...fields, link }, { ...fields, title: 'خبر', link: `https://e.org/${long}` })),
    );
    const jobs = await ask();
    expect(jobs.map(({ url }) => url)).toEqual([link, expect.stringMatching(/\/s#itm_/)]);
    expect(JSON.stringify(jobs).length).toBeLessThan(140_000);
  });

  it('the same long text under another guid and link is no new item', async () => {
    const text = long('نص');
    const moved = { ...same, guid: 'z', link: 'https://e.org/other/9', text };
    const { count } = await follow(inTurn(feedOf({ ...same, text }), feedOf(moved)));
    expect([await count(), await count()]).toEqual([1, 0]);
  });

  it('an old date hides no new item: there is no high-water mark', async () => {
    const late = {
      guid: 'late',
      title: 'خبر متأخر',
      link: 'https://e.org/2',
      date: 'Thu, 01 Oct 2026 10:00:00 GMT',
    };
    const { count } = await follow(inTurn(feedOf(same), feedOf(same, late)));
    expect([await count(), await count()]).toEqual([1, 1]);
  });

  it('one guid for all items loses none', async () => {
    const items = [1, 2, 3].map((at) => ({ guid: 'x', title: `خبر ${at}`, link: `https://e.org/${at}` }));
    const more = { guid: 'x', title: 'خبر رابع', link: 'https://e.org/4' };
    const { count } = await follow(inTurn(feedOf(...items), feedOf(more, ...items), feedOf(more)));
    expect([await count(), await count(), await count()]).toEqual([3, 1, 0]);
  });

  it('one guid for all, an item at a time, loses none', async () => {
    const { count } = await follow(
      inTurn(
        ...[1, 2, 3].map((at) => feedOf({ guid: 'x', title: `خبر ${at}`, link: `https://e.org/${at}` })),
      ),
    );
    expect([await count(), await count(), await count()]).toEqual([1, 1, 1]);
  });

  it('the front page as link of every item loses none', async () => {
    const items = [1, 2].map((at) => ({ guid: `g${at}`, title: `خبر ${at}`, link: 'https://e.org/' }));
    const { count } = await follow(
      inTurn(feedOf(...items), feedOf({ guid: 'g3', link: 'https://e.org/' }, ...items)),
    );
    expect([await count(), await count()]).toEqual([2, 1]);
  });

  it.each([
    ['without a link', ''],
    ['that link to the front page', 'https://e.org/?utm_source=rss'],
  ])('entries %s get an address each, which stays when they are worded anew', async (_, link) => {
    const [one, two] = [1, 2].map((at) => ({ guid: `g${at}`, title: `خبر ${at}`, link, text: 'نص قصير' }));
    const items = [one, two].filter((each) => each !== undefined);
    const { ask } = await follow(
      inTurn(feedOf(...items), feedOf({ ...one, text: 'نص آخر' }, ...items.slice(1))),
    );
    const [first, second] = await ask();
    const [again] = await ask();
    expect(first?.url).toMatch(/^https?:\/\/[^?@]+#itm_/);
    expect(second?.url).not.toBe(first?.url);
    expect(again).toMatchObject({ url: first?.url, again: { of: first?.item.id } });
  });

  it('an address made of that of the feed holds neither its password nor its key', async () => {
    const { origin, host } = await serve((_, response) => response.end(feedOf({ guid: 'a', text: 'نص' })));
    const source = sourceAt(`${origin.replace('//', '//reader:secret@')}/feed?key=secret`);
    const polled = await poll({ sourceId: 's', dueAt: '' }, source, pollTools(new Set(), host), never);
    expect(polled.emissions).toHaveLength(1);
    expect(JSON.stringify(polled)).not.toContain('secret');
  });

  it('numbers as guids in two feeds of an outlet lose none', async () => {
    const { count } = await follow((request, response) => {
      response.end(feedOf({ guid: '7', title: `خبر ${request.url}`, link: `https://e.org${request.url}/x` }));
    });
    expect([await count('s'), await count('t')]).toEqual([1, 1]);
  });

  it('two feeds of an outlet that carry one item give it once, however they word it', async () => {
    const { count } = await follow((request, response) =>
      response.end(feedOf({ ...same, title: request.url === '/s' ? 'خبر' : 'عاجل | خبر' })),
    );
    expect([await count('s'), await count('t'), await count('s'), await count('t')]).toEqual([1, 0, 0, 0]);
  });

  it('a feed that stands still for months gives nothing anew, for its entries are looked up now and then', async () => {
    const undated = { guid: 'a', title: 'خبر', link: 'https://e.org/1' };
    let body = feedOf(undated);
    const { ask, tools, pass } = await follow((_, response) => response.end(body));
    const lookedUp: number[] = [];
    const { knownToLedger } = tools;
    tools.knownToLedger = async (ids) => {
      lookedUp.push(tools.now().getTime());
      return knownToLedger(ids);
    };
    for (let at = 0; at < 90; at++) {
      await ask();
      pass(day);
    }
    const times = [...lookedUp, tools.now().getTime()];
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(10 * day);
    expect(lookedUp.length).toBeLessThan(20); // and not at every poll: most find their bytes unchanged
    body = feedOf(undated, { guid: 'b', title: 'خبر آخر', link: 'https://e.org/2' });
    expect((await ask()).map(({ entry }) => entry.guid)).toEqual(['b']);
  });

  it('a changed entry is read again and says of which item', async () => {
    const { ask } = await follow(inTurn(feedOf(same), feedOf({ ...same, title: 'خبر أول: تحديث' })));
    const [first] = await ask();
    const [again] = await ask();
    expect(again?.again).toEqual({ of: first?.item.id, why: 'changed' });
    expect(again?.item.id).not.toBe(first?.item.id);
  });

  it('a counter in the text is read ever more seldom', async () => {
    let readers = 0;
    const { count, pass } = await follow((_, response) =>
      response.end(feedOf({ ...same, text: `القراءات: ${++readers}` })),
    );
    let reads = 0;
    for (let poll = 0; poll < 200; poll++) {
      reads += await count();
      pass(4 * 60_000);
    }
    expect(reads).toBeLessThan(12); // of 200 polls in 16 hours
  });

  it('an item twice in one document is one', async () => {
    const { count } = await follow(inTurn(feedOf(same, same)));
    expect(await count()).toBe(1);
  });

  it('10,000 items are all handed on, once', { timeout: 60_000 }, async () => {
    const items = Array.from({ length: 10_000 }, (_, at) => ({
      guid: `g${at}`,
      title: `خبر ${at}`,
      link: `https://e.org/${at}`,
    }));
    const { count } = await follow(inTurn(feedOf(...items)));
    expect([await count(), await count()]).toEqual([10_000, 0]);
  });

  it.each([
    ['a page', '<!doctype html><html><body>مرحبا</body></html>', 'html'],
    ['a captcha', '<html><head><title>Just a moment...</title></head><body>captcha</body></html>', 'captcha'],
    ['nothing', '', 'empty'],
    ['spaces', ' \n ', 'empty'],
    ['words', 'صفحة غير موجودة', 'not-a-feed'],
    ['JSON that is no feed', '{"error":"no"}', 'not-a-feed'],
    ['zeros', '\u0000'.repeat(1_000), 'not-a-feed'],
  ])('%s with status 200 ends as an error', async (_, body, outcome) => {
    const polled = await pollOnce(await serve(status(200, { 'content-type': 'text/html' }, body)));
    expect(polled).toMatchObject({ outcome, errors: expect.toSatisfy((n: number) => n > 0) });
  });

  it('a challenge with status 403 ends as captcha', async () => {
    const body = '<html><script src="/cdn-cgi/challenge-platform/x.js"></script></html>';
    expect(await pollOnce(await serve(status(403, {}, body)))).toMatchObject({ outcome: 'captcha' });
    expect(await pollOnce(await serve(status(503, { 'cf-mitigated': 'challenge' })))).toMatchObject({
      outcome: 'captcha',
    });
  });

  it.each(['text/html', 'application/octet-stream', 'image/png', 'nonsense'])(
    'a feed that calls itself %s is read',
    async (type) => {
      expect(await pollOnce(await serve(status(200, { 'content-type': type }, feed())))).toMatchObject({
        outcome: 'new',
      });
    },
  );

  it('a feed without entries is empty and not an error, and heals nothing', async () => {
    const { ask, state } = await follow(inTurn(status(500), feed('')));
    await ask();
    const { errors } = await state();
    await ask();
    expect(await state()).toMatchObject({ lastOutcome: 'empty', errors });
  });

  it('keys of a source go to its own site and not where it redirects', async () => {
    const seen: (string | string[] | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers['x-key']);
      response.end(feed());
    });
    const own = await serve((request, response) => {
      seen.push(request.headers['x-key']);
      response.writeHead(302, { location: `${other.origin}/feed` }).end();
    });
    const tools = pollTools(new Set(), own.host, other.host);
    await poll(
      { sourceId: 's', dueAt: '' },
      sourceAt(`${own.origin}/feed`, { headers: { 'x-key': 'secret' } }),
      tools,
      never,
    );
    expect(seen).toEqual(['secret', undefined]);
  });

  it('an old item is dropped by its age and not seen again', async () => {
    const { tools, ask, state } = await follow(
      inTurn(feedOf({ ...same, date: 'Mon, 02 Nov 2015 10:00:00 GMT' })),
    );
    tools.maxAgeMs = 14 * day;
    expect(await ask()).toEqual([]);
    expect(await state()).toMatchObject({ lastOutcome: 'new', items: 1 });
    await ask();
    expect(await state()).toMatchObject({ items: 1 });
  });
});
