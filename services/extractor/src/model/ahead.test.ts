import { createMemoryModelStore } from '@rasid/storage';
import { afterEach, describe, expect, it } from 'vitest';
import type { ModelSettings } from '../config.ts';
import type { EventsInput } from '../extract.ts';
import type { ModelFailure } from './failure.ts';
import { createModelReader } from './reader.ts';
import { answers, articles, eventsOf, sentIn, titlesIn, truth } from './test-batches.ts';
import { fails, isSilent, startEndpoint, type Turn } from './test-endpoint.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const [first, second, third] = articles;
const today = () => new Date().toISOString().slice(0, 10);

/** Asks about articles together, reads each, and says what was asked and what came of it. */
async function readAll(
  turns: Turn[],
  change: Partial<ModelSettings> = {},
  list: readonly EventsInput[] = articles,
) {
  const endpoint = await startEndpoint(...turns);
  const settings: ModelSettings = {
    url: endpoint.url,
    key: '',
    name: 'm-1',
    timeoutMs: 10_000,
    limits: { requests: 20, tokens: 1_000_000 },
    cacheSeconds: 60,
    batch: { articles: 4, characters: 12_000 },
    ...change,
  };
  const store = createMemoryModelStore();
  const reader = createModelReader(settings, store);
  open.push(reader.close, endpoint.close);
  const read = async () => {
    await reader.ahead(list);
    const results: string[] = [];
    for (const article of list)
      results.push(
        await reader.read(article).then(
          ({ answer, isKept }) => `${isKept ? 'kept ' : ''}${answer.events.map(({ type }) => type)}`,
          ({ kind }: ModelFailure) => kind,
        ),
      );
    return results;
  };
  const results = await read();
  return { results, again: read, asked: endpoint.asked, spent: await store.spent(today()), store };
}
const right = ['armed_attack', 'arrest', 'accident'];
const titles = articles.map(({ title }) => title);
const good = answers((sent) => sent.map(truth));

describe('articles asked about together', () => {
  it('cost one request, count as so many questions, and are kept each for itself', async () => {
    const { results, asked, spent, again } = await readAll([good]);
    expect(results).toEqual(right);
    expect(asked.map(titlesIn)).toEqual([titles]);
    expect(asked[0]?.body).toMatchObject({
      max_tokens: 8_000,
      response_format: { json_schema: { schema: { required: ['articles'] } } },
    });
    expect(spent).toEqual({ requests: 3, tokens: 1_200 });
    expect(await again()).toEqual(right.map((type) => `kept ${type}`));
    expect(asked).toHaveLength(1);
  });
  it('are only those whose answers are not kept, each once', async () => {
    const { asked, results } = await readAll([good], {}, [first, second, first]);
    expect(asked.map(titlesIn)).toEqual([[first.title, second.title]]);
    expect(results).toEqual(['armed_attack', 'arrest', 'kept armed_attack']);
  });
  it('are asked about alone where batches are off', async () => {
    const off = { batch: { articles: 1, characters: 12_000 } };
    const { asked, results } = await readAll([good], off);
    expect(asked.map(titlesIn)).toEqual(titles.map((title) => [title]));
    expect(results).toEqual(right);
  });
  it('are never more letters than allowed; a long one goes alone', async () => {
    const long = { ...third, text: `${third.text}\n${'وقال السكان إنهم بخير. '.repeat(60)}` };
    const narrow = { batch: { articles: 4, characters: 1_000 } };
    const { asked, results } = await readAll([good], narrow, [long, first, second]);
    expect(asked.map(titlesIn)).toEqual([[first.title, second.title], [long.title]]);
    expect(results).toEqual(['accident', 'armed_attack', 'arrest']);
  });
});

describe('an article of a batch is asked about alone', () => {
  const lie = { evidence: 'شنت طائرات غارة على المطار', trigger: 'غارة', type: 'air_drone_strike' };
  it.each([
    ['when its answer is made up', (id: string) => [{ id, events: [lie] }]],
    ['when its answer is no list', (id: string) => [{ id, events: 'none' }]],
    ['when its answer is missing', () => []],
    ['when its answer belongs to no article', () => [{ id: '1', events: [lie] }]],
  ])('%s, and only that one', async (_, parts) => {
    const bad = answers((sent) => sent.flatMap((each, at) => (at === 1 ? parts(each.id) : [truth(each)])));
    const { results, asked, spent } = await readAll([bad]);
    expect(results).toEqual(right);
    expect(asked.map(titlesIn)).toEqual([titles, [second.title]]);
    expect(spent).toEqual({ requests: 4, tokens: 2_400 });
  });
  it('when two answers have changed places: both', async () => {
    const swapped = answers((sent) => {
      const [a, b, c] = sent;
      return [
        { id: a?.id, events: eventsOf(b?.title ?? '') },
        { id: b?.id, events: eventsOf(a?.title ?? '') },
        { id: c?.id, events: eventsOf(c?.title ?? '') },
      ];
    });
    const { results, asked } = await readAll([swapped]);
    expect(results).toEqual(right);
    expect(asked.map(titlesIn)).toEqual([titles, [first.title], [second.title]]);
  });
});

describe('the limits of the day', () => {
  it('let as many articles into a batch as are left, and name the others', async () => {
    const { results, asked, spent } = await readAll([good], { limits: { requests: 2, tokens: 1_000_000 } });
    expect(results).toEqual(['armed_attack', 'arrest', 'capped']);
    expect(asked.map(titlesIn)).toEqual([[first.title, second.title]]);
    expect(spent.requests).toBe(2);
  });
  it('hold for who is asked about again', async () => {
    const missing = answers((sent) => sent.slice(1).map(truth));
    const { results, asked } = await readAll([missing], { limits: { requests: 3, tokens: 1_000_000 } });
    expect(results).toEqual(['capped', 'arrest', 'accident']);
    expect(asked).toHaveLength(1);
  });
  it('are those of the tokens too', async () => {
    const { results, asked } = await readAll([good], { limits: { requests: 20, tokens: 5_000 } });
    expect(results).toEqual(['capped', 'capped', 'capped']);
    expect(asked).toEqual([]);
  });
});

describe('a batch in trouble', () => {
  const busy = fails(503, 'away', { 'retry-after': '0' });
  it('is not sent twice: its articles are asked about alone', async () => {
    const { results, asked, spent } = await readAll([busy, good]);
    expect(results).toEqual(right);
    expect(asked.map((each) => sentIn(each).length)).toEqual([3, 1, 1, 1]);
    expect(spent).toEqual({ requests: 6, tokens: 3_600 });
  });
  it('was the first of the three tries of each of its articles', async () => {
    const { results, asked } = await readAll([busy]);
    expect(results).toEqual(['away', 'away', 'away']);
    expect(asked.map((each) => sentIn(each).length)).toEqual([3, 1, 1, 1, 1, 1, 1]);
  });
  it('that wants a long pause leaves its articles for later', async () => {
    const { results, asked } = await readAll([fails(429, 'quota', { 'retry-after': '120' }), good]);
    expect(results).toEqual(['away', 'away', 'away']);
    expect(asked).toHaveLength(1);
  });
  it('that takes too long is not waited for, and what it may have cost stays counted', async () => {
    const { results, spent } = await readAll([isSilent], { timeoutMs: 100 });
    expect(results).toEqual(['away', 'away', 'away']);
    expect(spent.tokens).toBeGreaterThan(8_000);
  });
  it.each([
    ['is refused as too large', fails(413, 'too large')],
    ['is cut off', answers((sent) => sent.map(truth), 'length')],
  ])('that %s makes the next one half as large', async (_, turn) => {
    const more = articles.map((each) => ({ ...each, text: `${each.text} ونقلت الخبر وكالات.` }));
    const { asked, results } = await readAll([turn, good], {}, [...articles, ...more]);
    expect(results).toEqual([...right, ...right]);
    expect(asked.map((each) => sentIn(each).length)).toEqual([4, 2, 1, 1, 1, 1]);
  });
});
