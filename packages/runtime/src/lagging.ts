import type { Message } from '@rasid/contracts';
import { createOutputStream, defineScript } from '@rasid/storage';
import type { Redis } from 'ioredis';

/** Published that long before it was missed: a publish job is repeated for a quarter of an hour at most. */
const overlapMs = 20 * 60_000;
const page = 200;
/** One call moves so many: a sweep of thirty seconds, not a publish job, works off what a long silence left. */
const mostAtOnce = 5_000;
const lockMs = 60_000; // longer than moving so many takes

// In one step, for a message that is appended between "there is nothing more" and "it lags no more" would be lost.
// KEYS: cursors, stream. ARGV: name. Answers whether the subscriber has everything.
const arriveScript = defineScript(`
local newest = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)[1]
local cursor = redis.call('HGET', KEYS[1], ARGV[1])
if cursor and newest and newest[1] ~= cursor then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
return 1`);

/**
 * Subscribers that stopped reading. From the message on that found no room they get theirs from the stream, in its
 * order, as soon as there is room: the queue has no hole, and nothing new comes before what was missed.
 */
export function createLagging(redis: Redis, prefix: string) {
  const stream = createOutputStream(redis, prefix);
  const cursorsKey = `${prefix}:subscribers:missed`; // name → stream id after which everything is still to be put

  return {
    async names(): Promise<Set<string>> {
      return new Set(await redis.hkeys(cursorsKey));
    },

    async mark(name: string): Promise<void> {
      await redis.hsetnx(cursorsKey, name, `${Math.max(0, Date.now() - overlapMs)}-0`);
    },

    async forget(name: string): Promise<void> {
      await redis.hdel(cursorsKey, name);
    },

    /** Puts what was missed, as far as there is room; one process at a time. Answers how many messages. */
    async catchUp(
      name: string,
      room: number,
      put: (messages: readonly Message[]) => Promise<void>,
    ): Promise<number> {
      const lockKey = `${prefix}:subscribers:catching-up:${name}`;
      if ((await redis.set(lockKey, '1', 'PX', lockMs, 'NX')) === null) return 0;
      try {
        let moved = 0;
        while (moved < Math.min(room, mostAtOnce)) {
          const after = await redis.hget(cursorsKey, name);
          if (after === null) break;
          const entries = await stream.read({ after }, page);
          const last = entries.at(-1);
          if (!last) break;
          await put(entries.map(({ message }) => message));
          moved += entries.length;
          await redis.hset(cursorsKey, name, last.streamId);
          if ((await arriveScript(redis, [cursorsKey, `${prefix}:output`], [name])) === 1) break;
        }
        return moved;
      } finally {
        await redis.del(lockKey);
      }
    },
  };
}
