import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { connectRedis } from './connect.ts';
import { createMemoryRevisitStore, createRedisRevisitStore, type Revisit } from './revisits.ts';

const redis = connectRedis(inject('redisUrl'));
afterAll(() => redis.disconnect());

const revisit = (id: string): Revisit => ({
  job: {
    item: {
      id: `itm_${id}`,
      sourceId: 's',
      outlet: { id: 's', name: { ar: 'س', en: 'S' }, country: null },
      timeZone: 'UTC',
    },
    url: `https://e.org/${id}`,
    entry: {
      guid: null,
      title: 'خبر',
      summary: null,
      content: null,
      author: null,
      publishedAt: null,
      updatedAt: null,
      categories: [],
    },
  },
  step: 0,
  firstAt: 5,
});

describe.each([
  ['on Redis', () => createRedisRevisitStore(redis, `{t-${randomBytes(6).toString('hex')}}`)],
  ['in memory', createMemoryRevisitStore],
] as const)('revisits %s', (_, create) => {
  it('are due at their time, oldest first, and are handed out once', async () => {
    const store = create();
    await store.plan(revisit('b'), 200);
    await store.plan(revisit('a'), 100);
    expect(await store.claim(99, 10)).toEqual([]);
    expect(await store.claim(200, 1)).toEqual([revisit('a')]);
    expect(await store.claim(201, 10)).toEqual([revisit('b')]);
    expect(await store.claim(201, 10)).toEqual([]);
    expect(await store.claim(10_201, 10)).toEqual([revisit('a'), revisit('b')]);
  });

  it('are noted once, move on and are forgotten', async () => {
    const store = create();
    await store.plan(revisit('a'), 100);
    await store.plan({ ...revisit('a'), firstAt: 9 }, 50);
    expect(await store.claim(99, 10)).toEqual([]);
    await store.move('itm_a', { step: 1, dueAt: 600 });
    expect(await store.claim(599, 10)).toEqual([]);
    expect(await store.claim(600, 10)).toEqual([{ ...revisit('a'), step: 1 }]);
    await store.move('itm_a', null);
    await store.move('itm_gone', { step: 1, dueAt: 1 });
    expect(await store.claim(999_999, 10)).toEqual([]);
  });
});
