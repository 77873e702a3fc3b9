import { gunzipSync, gzipSync } from 'node:zlib';
import type { FetchJob } from '@rasid/contracts';
import type { Redis } from 'ioredis';

/** A young article that is to be looked at again: the job that read it, and which look comes next. */
export type Revisit = { job: FetchJob; step: number; firstAt: number };

export type RevisitStore = {
  /** Notes a first look; one that is noted already stays as it is. */
  plan: (sourceId: string, revisit: Revisit, dueAt: number) => Promise<void>;
  /** What is due, oldest first. */
  due: (sourceId: string, now: number, limit: number) => Promise<Revisit[]>;
  /** The next look, or none any more. */
  move: (sourceId: string, itemId: string, next: { step: number; dueAt: number } | null) => Promise<void>;
};

const keepSeconds = 4 * 24 * 3600; // the last look comes after a day; a source that rests longer has old articles

export function createRedisRevisitStore(redis: Redis, prefix: string): RevisitStore {
  const dueKey = (sourceId: string) => `${prefix}:revisits:${sourceId}`;
  const jobsKey = (sourceId: string) => `${dueKey(sourceId)}:jobs`;
  const pack = (revisit: Revisit) => gzipSync(JSON.stringify(revisit));
  const unpack = (bytes: Buffer) => JSON.parse(gunzipSync(bytes).toString()) as Revisit; // written by pack
  return {
    async plan(sourceId, revisit, dueAt) {
      const itemId = revisit.job.item.id;
      await redis
        .multi()
        .hsetnx(jobsKey(sourceId), itemId, pack(revisit))
        .zadd(dueKey(sourceId), 'NX', dueAt, itemId)
        .expire(jobsKey(sourceId), keepSeconds)
        .expire(dueKey(sourceId), keepSeconds)
        .exec();
    },
    async due(sourceId, now, limit) {
      const ids = await redis.zrangebyscore(dueKey(sourceId), 0, now, 'LIMIT', 0, limit);
      if (ids.length === 0) return [];
      const packed = await redis.hmgetBuffer(jobsKey(sourceId), ...ids);
      return packed.flatMap((bytes) => (bytes ? unpack(bytes) : []));
    },
    async move(sourceId, itemId, next) {
      const packed = next ? await redis.hgetBuffer(jobsKey(sourceId), itemId) : null;
      const batch = redis.multi();
      if (next && packed)
        batch
          .hset(jobsKey(sourceId), itemId, pack({ ...unpack(packed), step: next.step }))
          .zadd(dueKey(sourceId), next.dueAt, itemId);
      else batch.hdel(jobsKey(sourceId), itemId).zrem(dueKey(sourceId), itemId);
      await batch.exec();
    },
  };
}

/** The twin for tests. */
export function createMemoryRevisitStore(): RevisitStore {
  const bySource = new Map<string, Map<string, { revisit: Revisit; dueAt: number }>>();
  const of = (sourceId: string) => {
    const noted = bySource.get(sourceId) ?? new Map<string, { revisit: Revisit; dueAt: number }>();
    bySource.set(sourceId, noted);
    return noted;
  };
  return {
    async plan(sourceId, revisit, dueAt) {
      const itemId = revisit.job.item.id;
      if (!of(sourceId).has(itemId)) of(sourceId).set(itemId, { revisit: structuredClone(revisit), dueAt });
    },
    due: async (sourceId, now, limit) =>
      [...of(sourceId).values()]
        .filter(({ dueAt }) => dueAt <= now)
        .sort((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit)
        .map(({ revisit }) => structuredClone(revisit)),
    async move(sourceId, itemId, next) {
      const noted = of(sourceId).get(itemId);
      if (!next || !noted) of(sourceId).delete(itemId);
      else of(sourceId).set(itemId, { revisit: { ...noted.revisit, step: next.step }, dueAt: next.dueAt });
    },
  };
}
