import type { Redis } from 'ioredis';

/** A text as the store keeps it; the signature is packed by the caller. */
export type StoryEntry = {
  articleId: string;
  storyId: string;
  outletId: string;
  exact: string;
  signature: string;
  shingles: number;
  revision: number;
};

export type StoryStore = {
  /** Entries that share a band, the article's own last one included. */
  candidates: (articleId: string, bands: readonly string[]) => Promise<StoryEntry[]>;
  /** Puts or replaces the article's entry. */
  put: (entry: StoryEntry, bands: readonly string[]) => Promise<void>;
  /** What was decided for an item, so that a repeated job says the same; null when it is new. */
  decided: (itemId: string) => Promise<string | null>;
  decide: (itemId: string, decision: string) => Promise<void>;
};

const keepSeconds = 14 * 24 * 3600; // copies follow within days; an article's own entry is renewed by each revision
const maxPerBand = 64; // a band that everyone shares is boilerplate and tells nothing

/** Stories on Redis. Written by the dedupe stage, which runs one job at a time, so that two copies at once give one story. */
export function createRedisStoryStore(redis: Redis, prefix: string): StoryStore {
  const entryKey = (articleId: string) => `${prefix}:story:text:${articleId}`;
  const bandKey = (band: string) => `${prefix}:story:band:${band}`;
  const decisionKey = (itemId: string) => `${prefix}:story:decision:${itemId}`;
  return {
    async candidates(articleId, bands) {
      const batch = redis.pipeline();
      for (const band of bands) batch.lrange(bandKey(band), 0, maxPerBand - 1);
      const lists = (await batch.exec()) ?? [];
      const ids = new Set([
        articleId,
        ...lists.flatMap(([, ids]) => (Array.isArray(ids) ? (ids as string[]) : [])),
      ]); // LRANGE answers strings
      const texts = await redis.mget(...[...ids].map(entryKey));
      return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as StoryEntry])); // written by put
    },
    async put(entry, bands) {
      const batch = redis.multi().set(entryKey(entry.articleId), JSON.stringify(entry), 'EX', keepSeconds);
      for (const band of bands) {
        batch
          .lrem(bandKey(band), 0, entry.articleId)
          .lpush(bandKey(band), entry.articleId)
          .ltrim(bandKey(band), 0, maxPerBand - 1)
          .expire(bandKey(band), keepSeconds);
      }
      await batch.exec();
    },
    decided: (itemId) => redis.get(decisionKey(itemId)),
    async decide(itemId, decision) {
      await redis.set(decisionKey(itemId), decision, 'EX', keepSeconds);
    },
  };
}

/** The twin for tests and the command line. */
export function createMemoryStoryStore(): StoryStore {
  const entries = new Map<string, StoryEntry>();
  const byBand = new Map<string, string[]>();
  const decisions = new Map<string, string>();
  return {
    async candidates(articleId, bands) {
      const ids = new Set([articleId, ...bands.flatMap((band) => byBand.get(band) ?? [])]);
      return [...ids].flatMap((id) => entries.get(id) ?? []);
    },
    async put(entry, bands) {
      entries.set(entry.articleId, entry);
      for (const band of bands) {
        const others = (byBand.get(band) ?? []).filter((id) => id !== entry.articleId);
        byBand.set(band, [entry.articleId, ...others].slice(0, maxPerBand));
      }
    },
    decided: async (itemId) => decisions.get(itemId) ?? null,
    decide: async (itemId, decision) => void decisions.set(itemId, decision),
  };
}
