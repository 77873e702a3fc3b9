import { Redis } from 'ioredis';

/** Where everything is kept: a Redis address and the prefix of every key. */
export type StoreAddress = {
  /** redis:// or rediss:// */
  url: string;
  /** Hash-tagged, so that all keys share one slot of a cluster: `{rasid}`. */
  prefix: string;
};

/** A connection that waits for a server that is away instead of failing its callers. */
export function connectRedis(url: string): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    // 50 ms, 100 ms … at most 2 s between attempts: a restarted server is found at once
    retryStrategy: (attempt) => Math.min(attempt * 50, 2_000),
  });
  // Without a listener ioredis prints every refused attempt; the health endpoint reports the state instead.
  redis.on('error', () => undefined);
  return redis;
}
