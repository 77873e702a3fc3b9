import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { connectRedis } from './connect.ts';
import {
  blankFeedState,
  createMemoryFeedMemory,
  createRedisFeedMemory,
  type FeedState,
} from './feed-memory.ts';
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
      await memory.remember('sana', [{ keys: ['guid:7', 'link:x'], itemId: 'itm_1' }]);
      const found = await memory.match('sana', [['guid:8', 'link:x'], ['guid:9'], []]);
      expect(found).toEqual(['itm_1', null, null]);
      expect(await memory.match('other', [['guid:7']])).toEqual([null]);
    });

    it('keeps how each feed words an item', async () => {
      const memory = create();
      const version = { id: 'itm_2', contentHash: 'h', changes: 1, changedAt: 5 };
      await memory.saveVersions('a', new Map([['itm_1', version]]));
      expect(await memory.versions('a', ['itm_1', 'itm_9'])).toEqual([version, null]);
      expect(await memory.versions('b', ['itm_1'])).toEqual([null]);
      expect(await memory.versions('a', [])).toEqual([]);
    });
  },
);
