import type { Redis } from 'ioredis';

/** What an outlet's pages usually look like, one small value an outlet; its shape is its writer's. */
export type PageHabitStore<T> = {
  get: (outletId: string) => Promise<T | null>;
  set: (outletId: string, habits: T) => Promise<void>;
  /** Every outlet's, by its id. */
  all: () => Promise<Map<string, T>>;
};

/**
 * Two processes that clean pages of one outlet at once may lose one page of an average over many; a lock would cost more
 * than that is worth.
 */
export function createRedisPageHabitStore<T>(redis: Redis, prefix: string): PageHabitStore<T> {
  const key = `${prefix}:page-habits`;
  const read = (text: string): T => JSON.parse(text) as T; // written by set
  return {
    async get(outletId) {
      const text = await redis.hget(key, outletId);
      return text === null ? null : read(text);
    },
    async set(outletId, habits) {
      await redis.hset(key, outletId, JSON.stringify(habits));
    },
    async all() {
      const entries = Object.entries(await redis.hgetall(key));
      return new Map(entries.map(([outletId, text]) => [outletId, read(text)]));
    },
  };
}

/** The twin for tests. */
export function createMemoryPageHabitStore<T>(): PageHabitStore<T> {
  const kept = new Map<string, T>();
  return {
    get: async (outletId) => structuredClone(kept.get(outletId)) ?? null,
    set: async (outletId, habits) => {
      kept.set(outletId, structuredClone(habits));
    },
    all: async () => structuredClone(kept),
  };
}
