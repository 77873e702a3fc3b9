import type { Redis } from 'ioredis';

/** A source's subscription at the hub its feed names (WebSub). */
export type Subscription = {
  hub: string;
  topic: string;
  /** Signs what the hub delivers. */
  secret: string;
  /** Part of the callback's address: nobody guesses it. */
  token: string;
  state: 'asked' | 'active' | 'refused';
  askedAt: number;
  /** When the hub forgets it; null until the hub has said so. */
  leaseUntil: number | null;
  lastPushAt: number | null;
};

export type SubscriptionStore = {
  get: (sourceId: string) => Promise<Subscription | null>;
  save: (sourceId: string, subscription: Subscription) => Promise<void>;
};

export function createRedisSubscriptionStore(redis: Redis, prefix: string): SubscriptionStore {
  const key = `${prefix}:websub`;
  return {
    async get(sourceId) {
      const text = await redis.hget(key, sourceId);
      return text ? (JSON.parse(text) as Subscription) : null; // written by save
    },
    async save(sourceId, subscription) {
      await redis.hset(key, sourceId, JSON.stringify(subscription));
    },
  };
}

/** The twin for tests. */
export function createMemorySubscriptionStore(): SubscriptionStore {
  const subscriptions = new Map<string, Subscription>();
  return {
    get: async (sourceId) => subscriptions.get(sourceId) ?? null,
    save: async (sourceId, subscription) => void subscriptions.set(sourceId, { ...subscription }),
  };
}
