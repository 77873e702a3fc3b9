import { randomBytes } from 'node:crypto';
import type { DedupeJob } from '@rasid/contracts';
import { testRecord } from '@rasid/contracts/testing';
import { copyRules, findCopied, packedSimilarity } from '@rasid/similarity';
import { connectRedis, createMemoryStoryStore, createRedisStoryStore, type StoryStore } from '@rasid/storage';
import fc from 'fast-check';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { dedupe } from './dedupe.ts';

const redis = connectRedis(inject('redisUrl'));
afterAll(() => redis.disconnect());

const onRedis = (): StoryStore =>
  createRedisStoryStore(redis, `{t-${randomBytes(6).toString('hex')}}`, copyRules);
const inMemory = (): StoryStore => createMemoryStoryStore(findCopied, packedSimilarity);

const wire =
  'قالت السلطات المحلية إن عاصفة رملية ضربت الساحل الشرقي وأغلقت الميناء الرئيسي أمام الملاحة يومين كاملين وأوقفت حركة القطارات بين المدينتين، ودعت السكان إلى ملازمة منازلهم حتى انحسارها، فيما نقلت فرق الإسعاف عشرات المصابين بضيق التنفس إلى المستشفيات القريبة وفتحت المدارس أبوابها لإيواء المسافرين العالقين.';

function jobOf(
  id: string,
  { outlet = id, item = id, text = wire, title = 'عاصفة', at = '2026-11-24T09:00:00Z' } = {},
): DedupeJob {
  const { article } = testRecord(id);
  const own = { ...article.outlet, id: outlet };
  return {
    item: { id: `itm_${item}`, sourceId: outlet, outlet: own, timeZone: 'Asia/Baghdad' },
    article: { ...article, id: `art_${id.padEnd(20, '-')}`, outlet: own, title, text, publishedAt: at },
  };
}

const storyOf = (outcome: Awaited<ReturnType<typeof dedupe>>) => {
  if (outcome.fate !== 'pass') return outcome;
  const [emission] = outcome.emissions;
  const data = emission && 'data' in emission ? emission.data : null;
  return data && 'story' in data
    ? { ...data.story, origin: data.article.origin, revision: data.revision }
    : null;
};

describe.each([
  ['Redis', onRedis],
  ['memory', inMemory],
] as const)('dedupe in %s', (_, create) => {
  it('passes a new text, a copy under the same story, and a revision under the next number', async () => {
    const tools = { stories: create() };
    const first = storyOf(await dedupe(jobOf('a'), tools));
    const copy = storyOf(await dedupe(jobOf('b'), tools));
    const revised = storyOf(
      await dedupe(jobOf('a', { item: 'a2', text: `${wire} وانحسرت العاصفة مساء.` }), tools),
    );
    expect(first).toMatchObject({ verdict: 'new', of: null, revision: 1, origin: { id: 'a' } });
    expect(copy).toMatchObject({
      verdict: 'copy',
      of: jobOf('a').article.id,
      similarity: 1,
      origin: { id: 'a', basis: 'text-copy' },
    });
    expect(revised).toMatchObject({ verdict: 'revision', of: jobOf('a').article.id, revision: 2 });
    expect(new Set([first, copy, revised].map((story) => story && 'id' in story && story.id)).size).toBe(1);
  });

  it('drops the same text of the same article, and passes the same text under another title', async () => {
    const tools = { stories: create() };
    await dedupe(jobOf('a'), tools);
    expect(await dedupe(jobOf('a', { item: 'a2' }), tools)).toMatchObject({
      fate: 'drop',
      reason: 'unchanged',
    });
    expect(storyOf(await dedupe(jobOf('a', { item: 'a3', title: 'عاصفة تنحسر' }), tools))).toMatchObject({
      revision: 2,
    });
  });

  it('answers a repeated job as the first time: it is never its own copy or revision', async () => {
    const tools = { stories: create() };
    const first = await dedupe(jobOf('a'), tools);
    await dedupe(jobOf('b'), tools);
    expect(await dedupe(jobOf('a'), tools)).toEqual(first);
  });

  it('leaves the words with the outlet that published them first, however late they come in', async () => {
    const tools = { stories: create() };
    await dedupe(jobOf('a', { at: '2026-11-24T12:00:00Z' }), tools);
    expect(storyOf(await dedupe(jobOf('b', { at: '2026-11-24T08:00:00Z' }), tools))).toMatchObject({
      verdict: 'copy',
      origin: { id: 'b', basis: 'outlet' },
    });
  });

  it('hands the origin of a copied text on', async () => {
    const tools = { stories: create() };
    await dedupe(jobOf('a', { text: `المدينة (رويترز) - ${wire}` }), tools);
    expect(storyOf(await dedupe(jobOf('b'), tools))).toMatchObject({
      origin: { id: 'reuters', basis: 'text-copy' },
    });
    expect(storyOf(await dedupe(jobOf('c'), tools))).toMatchObject({
      origin: { id: 'reuters', basis: 'text-copy' },
    });
  });

  it('gives a copy the words of the first of its story, not those of the copy it is most like', async () => {
    const tools = { stories: create() };
    const longer = `${wire} وتوقعت الأرصاد تراجع الرياح خلال الساعات المقبلة وعودة الملاحة.`;
    await dedupe(jobOf('a', { at: '2026-11-24T12:00:00Z', text: longer }), tools);
    await dedupe(jobOf('b', { at: '2026-11-24T08:00:00Z' }), tools);
    expect(
      storyOf(await dedupe(jobOf('c', { at: '2026-11-24T13:00:00Z', text: longer }), tools)),
    ).toMatchObject({
      of: jobOf('a').article.id,
      origin: { id: 'b', basis: 'text-copy' },
    });
  });

  it('believes a text that names its agency rather than one that was published earlier', async () => {
    const tools = { stories: create() };
    await dedupe(jobOf('a', { at: '2026-11-24T08:00:00Z' }), tools);
    await dedupe(jobOf('b', { text: `المدينة (رويترز) - ${wire}` }), tools);
    expect(storyOf(await dedupe(jobOf('c', { at: '2026-11-24T10:00:00Z' }), tools))).toMatchObject({
      of: jobOf('a').article.id,
      origin: { id: 'reuters', basis: 'text-copy' },
    });
  });

  it('makes one story of copies that are judged at once, with one of them the first', async () => {
    const tools = { stories: create() };
    const stories = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => storyOf(await dedupe(jobOf(`o${at}`), tools))),
    );
    const ids = new Set(stories.map((story) => story && 'id' in story && story.id));
    expect(ids.size).toBe(1);
    expect(stories.filter((story) => story && 'verdict' in story && story.verdict === 'new')).toHaveLength(1);
  });
});

it('is judged alike by the script and by its twin', async () => {
  const sentences = wire.split('، ');
  const texts = fc.array(
    fc.subarray([...sentences, ...sentences.map((each) => each.split(' ').reverse().join(' '))], {
      minLength: 2,
    }),
    {
      minLength: 2,
      maxLength: 8,
    },
  );
  await fc.assert(
    fc.asyncProperty(texts, async (list) => {
      const stores = [onRedis(), inMemory()];
      for (const [at, parts] of list.entries()) {
        const job = jobOf(`t${at}`, { text: parts.join('، ') });
        const [script, twin] = await Promise.all(
          stores.map(async (stories) => storyOf(await dedupe(job, { stories }))),
        );
        // Of two texts that are equally like it either may be named.
        const facts = (story: typeof script) =>
          story && 'verdict' in story && [story.verdict, story.similarity];
        expect(facts(script)).toEqual(facts(twin));
      }
    }),
    { numRuns: 40 },
  );
});
