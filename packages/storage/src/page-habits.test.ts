import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { connectRedis } from './connect.ts';
import { createMemoryPageHabitStore, createRedisPageHabitStore } from './page-habits.ts';

const redis = connectRedis(inject('redisUrl'));
afterAll(() => redis.disconnect());

type Habits = { pages: number };

describe.each([
  ['on Redis', () => createRedisPageHabitStore<Habits>(redis, `{t-${randomBytes(6).toString('hex')}}`)],
  ['in memory', createMemoryPageHabitStore<Habits>],
] as const)('page habits %s', (_, create) => {
  it('are kept by outlet, the last ones only', async () => {
    const store = create();
    expect(await store.get('a')).toBeNull();
    await store.set('a', { pages: 1 });
    await store.set('a', { pages: 2 });
    await store.set('b', { pages: 7 });
    expect(await store.get('a')).toEqual({ pages: 2 });
    expect(await store.all()).toEqual(
      new Map([
        ['a', { pages: 2 }],
        ['b', { pages: 7 }],
      ]),
    );
  });
});
