import type { Rhythm } from '@rasid/sources';
import type { Redis } from 'ioredis';

/** What a publisher says about how often to come. Null where nothing is said. */
export type Hints = {
  /** `<ttl>` or `sy:updatePeriod` with `sy:updateFrequency`: the longer of the two. */
  feedMs: number | null;
  /** `Cache-Control: max-age`: until then the server gives the same bytes again. */
  maxAgeMs: number | null;
};

/** What is remembered of a source between polls, and what the console shows of it. */
export type FeedState = {
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  /** Weighted errors in a row: stretches the interval, never ends it. */
  errors: number;
  lastOutcome: string;
  lastError: string | null;
  lastPollAt: string | null;
  lastSuccessAt: string | null;
  lastNewAt: string | null;
  intervalMs: number;
  /** What decided the interval: habit, a full feed, a wish of the publisher, errors, Retry-After, a bound. */
  intervalWhy: string;
  /** The source's habits; null before the first success. */
  rhythm: Rhythm | null;
  /** Entries the feed carried when it was last read. */
  carried: number;
  /** Publication time of its newest entry, when it says one. */
  newestAt: string | null;
  /** Empty answers in a row. */
  empties: number;
  hints: Hints | null;
  polls: number;
  items: number;
  /** Times an unchanged answer (304) turned out to hide new items. */
  liedAbout304: number;
  /** When it last lied: a server is believed again after a month. */
  liedAt: string | null;
  /** When the whole document was last asked for without validators. */
  fullReadAt: string | null;
  /** When its entries were last looked up: what is known of them ends when nobody looks. */
  lookedUpAt: string | null;
  /** Validators of the document before this one, when the server is to be caught: it must not call them current. */
  probe: { etag: string | null; lastModified: string | null } | null;
  /** Where the feed says it has moved for good. */
  movedTo: string | null;
};

/** The state of a source that was never asked. */
export const blankFeedState: FeedState = {
  etag: null,
  lastModified: null,
  bodyHash: null,
  errors: 0,
  lastOutcome: 'never',
  lastError: null,
  lastPollAt: null,
  lastSuccessAt: null,
  lastNewAt: null,
  intervalMs: 0,
  intervalWhy: 'rhythm',
  rhythm: null,
  carried: 0,
  newestAt: null,
  empties: 0,
  hints: null,
  polls: 0,
  items: 0,
  liedAbout304: 0,
  liedAt: null,
  fullReadAt: null,
  lookedUpAt: null,
  probe: null,
  movedTo: null,
};

/** How one feed words an item now: the ledger's id of this wording, and how often the words changed. */
export type ItemVersion = { id: string; contentHash: string; changes: number; changedAt: number };

export type FeedMemory = {
  state: (sourceId: string) => Promise<FeedState | null>;
  states: (sourceIds: readonly string[]) => Promise<Map<string, FeedState>>;
  saveState: (sourceId: string, state: FeedState) => Promise<void>;
  /** For each list of keys the item that is known under the first of them that is known: one identity for all feeds of an outlet. */
  match: (outletId: string, keyLists: readonly (readonly string[])[]) => Promise<(string | null)[]>;
  remember: (
    outletId: string,
    items: readonly { keys: readonly string[]; itemId: string }[],
  ) => Promise<void>;
  /** The wording of each item in this feed; null for one it did not carry yet. */
  versions: (sourceId: string, itemIds: readonly string[]) => Promise<(ItemVersion | null)[]>;
  saveVersions: (sourceId: string, versions: ReadonlyMap<string, ItemVersion>) => Promise<void>;
};

const keepSeconds = 60 * 24 * 3600; // as long as the ledger knows an item; every sighting starts it anew

export function createRedisFeedMemory(redis: Redis, prefix: string): FeedMemory {
  const statesKey = `${prefix}:feeds`;
  const itemKey = (outletId: string, key: string) => `${prefix}:seen:${outletId}:${key}`;
  const versionKey = (sourceId: string, itemId: string) => `${prefix}:seen:in:${sourceId}:${itemId}`;
  // Written by saveState; one that an older version wrote lacks what came later.
  const parse = (text: string | null | undefined): FeedState | null =>
    text ? { ...blankFeedState, ...(JSON.parse(text) as Partial<FeedState>) } : null;
  return {
    state: async (sourceId) => parse(await redis.hget(statesKey, sourceId)),
    async states(sourceIds) {
      if (sourceIds.length === 0) return new Map();
      const texts = await redis.hmget(statesKey, ...sourceIds);
      return new Map(
        sourceIds.flatMap((id, at) => (texts[at] ? [[id, parse(texts[at])] as [string, FeedState]] : [])),
      );
    },
    async saveState(sourceId, state) {
      await redis.hset(statesKey, sourceId, JSON.stringify(state));
    },
    async match(outletId, keyLists) {
      const keys = keyLists.flat().map((key) => itemKey(outletId, key));
      if (keys.length === 0) return keyLists.map(() => null);
      const found = await redis.mget(keys);
      let at = 0;
      return keyLists.map((list) => {
        const texts = found.slice(at, at + list.length);
        at += list.length;
        return texts.find((value) => value !== null) ?? null;
      });
    },
    async remember(outletId, items) {
      const batch = redis.pipeline();
      for (const { keys, itemId } of items)
        for (const key of keys) batch.set(itemKey(outletId, key), itemId, 'EX', keepSeconds);
      await batch.exec();
    },
    async versions(sourceId, itemIds) {
      if (itemIds.length === 0) return [];
      const texts = await redis.mget(itemIds.map((id) => versionKey(sourceId, id)));
      return texts.map((text) => (text === null ? null : (JSON.parse(text) as ItemVersion))); // written by saveVersions
    },
    async saveVersions(sourceId, versions) {
      const batch = redis.pipeline();
      for (const [itemId, version] of versions)
        batch.set(versionKey(sourceId, itemId), JSON.stringify(version), 'EX', keepSeconds);
      await batch.exec();
    },
  };
}

/** The twin for tests. */
export function createMemoryFeedMemory(): FeedMemory {
  const states = new Map<string, FeedState>();
  const items = new Map<string, string>();
  const worded = new Map<string, ItemVersion>();
  return {
    state: async (sourceId) => states.get(sourceId) ?? null,
    states: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const state = states.get(id);
          return state ? [[id, state] as [string, FeedState]] : [];
        }),
      ),
    saveState: async (sourceId, state) => void states.set(sourceId, state),
    match: async (outletId, lists) =>
      lists.map(
        (keys) =>
          keys.map((key) => items.get(`${outletId} ${key}`)).find((item) => item !== undefined) ?? null,
      ),
    remember: async (outletId, list) => {
      for (const { keys, itemId } of list) for (const key of keys) items.set(`${outletId} ${key}`, itemId);
    },
    versions: async (sourceId, itemIds) => itemIds.map((id) => worded.get(`${sourceId} ${id}`) ?? null),
    saveVersions: async (sourceId, versions) => {
      for (const [id, version] of versions) worded.set(`${sourceId} ${id}`, version);
    },
  };
}
