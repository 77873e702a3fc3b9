import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { connectRedis } from './connect.ts';
import { createMemoryModelStore, createRedisModelStore } from './model-store.ts';

const redis = connectRedis(inject('redisUrl'));
afterAll(() => redis.disconnect());
const prefix = () => `{t-${randomBytes(6).toString('hex')}}`;

describe.each([
  ['on Redis', () => createRedisModelStore(redis, prefix())],
  ['in memory', createMemoryModelStore],
] as const)('what a model costs, %s', (_, create) => {
  const limits = { requests: 2, tokens: 1_000 };

  it('never goes over the requests of a day, whoever asks at once', async () => {
    const store = create();
    const answers = await Promise.all([1, 2, 3, 4].map(() => store.reserve('2026-02-10', 10, limits)));
    expect(answers.filter(Boolean)).toHaveLength(2);
    expect(await store.spent('2026-02-10')).toEqual({ requests: 2, tokens: 20 });
    expect(await store.reserve('2026-02-11', 10, limits)).toBe(true);
  });
  it('never goes over its tokens, and gets back what was not needed', async () => {
    const store = create();
    expect(await store.reserve('2026-02-10', 900, limits)).toBe(true);
    expect(await store.reserve('2026-02-10', 200, limits)).toBe(false);
    await store.settle('2026-02-10', -600);
    expect(await store.reserve('2026-02-10', 200, limits)).toBe(true);
    expect(await store.spent('2026-02-10')).toEqual({ requests: 2, tokens: 500 });
  });
  it('counts several questions asked in one request as so many, or none of them', async () => {
    const store = create();
    expect(await store.reserve('2026-02-10', 10, limits, 3)).toBe(false);
    expect(await store.reserve('2026-02-10', 10, limits, 2)).toBe(true);
    expect(await store.spent('2026-02-10')).toEqual({ requests: 2, tokens: 10 });
  });
  it('buys an answer once', async () => {
    const store = create();
    expect(await store.answer('a')).toBeNull();
    await store.keep('a', '{"events":[]}', 60);
    expect(await store.answer('a')).toBe('{"events":[]}');
  });
});

it('lets answers and sums on Redis end', async () => {
  const own = prefix();
  const store = createRedisModelStore(redis, own);
  await store.keep('a', 'x', 60);
  await store.reserve('2026-02-10', 1, { requests: 1, tokens: 1 });
  expect(await redis.ttl(`${own}:model:answer:a`)).toBeGreaterThan(50);
  expect(await redis.ttl(`${own}:model:spent:2026-02-10`)).toBeGreaterThan(24 * 3600);
});
