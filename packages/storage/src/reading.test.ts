import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { connectRedis } from './connect.ts';
import {
  blankFeedState,
  createMemoryFeedMemory,
  createRedisFeedMemory,
  type FeedState,
} from './feed-memory.ts';
import { createMemoryHostLanes, createRedisHostLanes } from './hosts.ts';
import { createMemoryPageStore, createRedisPageStore } from './pages.ts';

const redis = connectRedis(inject('redisUrl'));
const prefix = () => `{t-${randomBytes(6).toString('hex')}}`;
afterAll(() => redis.disconnect());

const twins = <T>(name: string, onRedis: () => T, inMemory: () => T) =>
  [
    [`${name} on Redis`, onRedis],
    [`${name} in memory`, inMemory],
  ] as const;

describe.each(twins('pages', () => createRedisPageStore(redis, prefix()), createMemoryPageStore))(
  '%s',
  (_, create) => {
    it('gives bytes back under the hash of their content', async () => {
      const pages = create();
      const bytes = Uint8Array.from([0, 255, 10, 13]);
      const key = await pages.put(bytes);
      expect(await pages.put(bytes)).toBe(key);
      expect(Uint8Array.from((await pages.get(key)) ?? [])).toEqual(bytes);
      expect(await pages.get('nothing')).toBe(null);
    });
  },
);

describe.each(twins('feed memory', () => createRedisFeedMemory(redis, prefix()), createMemoryFeedMemory))(
  '%s',
  (_, create) => {
    const state: FeedState = {
      ...blankFeedState,
      etag: 'x',
      lastOutcome: 'new',
      intervalMs: 60_000,
      polls: 1,
      items: 2,
    };

    it('keeps the state of each source', async () => {
      const memory = create();
      await memory.saveState('a', state);
      expect(await memory.state('a')).toEqual(state);
      expect(await memory.state('b')).toBe(null);
      expect([...(await memory.states(['a', 'b'])).keys()]).toEqual(['a']);
    });

    it('finds an item under any of its keys, in its outlet only', async () => {
      const memory = create();
      const item = { itemId: 'itm_1', contentHash: 'h' };
      await memory.remember('sana', [{ keys: ['guid:7', 'link:x'], item }]);
      expect(await memory.match('sana', [['guid:8', 'link:x'], ['guid:9'], []])).toEqual([item, null, null]);
      expect(await memory.match('other', [['guid:7']])).toEqual([null]);
    });
  },
);

describe.each(twins('host lanes', () => createRedisHostLanes(redis, prefix()), createMemoryHostLanes))(
  '%s',
  (_, create) => {
    it('gives each caller the next start, and none beyond what it would wait', async () => {
      const lanes = create();
      expect(await lanes.reserve('h', 1_000, 5_000)).toBe(0);
      expect(await lanes.reserve('h', 1_000, 5_000)).toBeGreaterThan(900);
      expect(await lanes.reserve('h', 60_000, 1_000)).toBeGreaterThan(1_900);
      expect(await lanes.reserve('h', 1_000, 5_000)).toBeLessThan(2_100);
      expect(await lanes.reserve('other', 1_000, 0)).toBe(0);
    });

    it('stays away from a host that is to cool down', async () => {
      const lanes = create();
      await lanes.coolDown('h', 30_000);
      expect(await lanes.reserve('h', 1_000, 0)).toBeGreaterThan(29_000);
    });
  },
);
