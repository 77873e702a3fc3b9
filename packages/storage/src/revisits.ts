import { gunzipSync, gzipSync } from 'node:zlib';
import type { FetchJob } from '@rasid/contracts';
import type { Redis } from 'ioredis';
import { defineScript } from './script.ts';

/** A young article that is to be looked at again: the job that read it, and which look comes next. */
export type Revisit = { job: FetchJob; step: number; firstAt: number };

export type RevisitStore = {
  /** Notes a first look; one that is noted already stays as it is. */
  plan: (revisit: Revisit, dueAt: number) => Promise<void>;
  /** What is due, oldest first; nobody else gets it for a while. */
  claim: (now: number, limit: number) => Promise<Revisit[]>;
  /** The next look, or none any more. */
  move: (itemId: string, next: { step: number; dueAt: number } | null) => Promise<void>;
};

const claimMs = 10_000; // longer than it takes to queue a look; a process that dies with one in hand delays it by this

// KEYS: looks by time. ARGV: now, limit, claimed until.
const claimScript = defineScript(`
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, id in ipairs(ids) do redis.call('ZADD', KEYS[1], ARGV[3], id) end
return ids`);

export function createRedisRevisitStore(redis: Redis, prefix: string): RevisitStore {
  const dueKey = `${prefix}:revisits`;
  const jobsKey = `${dueKey}:jobs`;
  const pack = (revisit: Revisit) => gzipSync(JSON.stringify(revisit));
  const unpack = (bytes: Buffer) => JSON.parse(gunzipSync(bytes).toString()) as Revisit; // written by pack
  return {
    async plan(revisit, dueAt) {
      const itemId = revisit.job.item.id;
      await redis.multi().hsetnx(jobsKey, itemId, pack(revisit)).zadd(dueKey, 'NX', dueAt, itemId).exec();
    },
    async claim(now, limit) {
      const ids = (await claimScript(redis, [dueKey], [now, limit, now + claimMs])) as string[]; // the script's own answer
      if (ids.length === 0) return [];
      const packed = await redis.hmgetBuffer(jobsKey, ...ids);
      return packed.flatMap((bytes) => (bytes ? unpack(bytes) : []));
    },
    async move(itemId, next) {
      const packed = next ? await redis.hgetBuffer(jobsKey, itemId) : null;
      const batch = redis.multi();
      if (next && packed)
        batch
          .hset(jobsKey, itemId, pack({ ...unpack(packed), step: next.step }))
          .zadd(dueKey, next.dueAt, itemId);
      else batch.hdel(jobsKey, itemId).zrem(dueKey, itemId);
      await batch.exec();
    },
  };
}

/** The twin for tests. */
export function createMemoryRevisitStore(): RevisitStore {
  const noted = new Map<string, { revisit: Revisit; dueAt: number }>();
  return {
    async plan(revisit, dueAt) {
      const itemId = revisit.job.item.id;
      if (!noted.has(itemId)) noted.set(itemId, { revisit: structuredClone(revisit), dueAt });
    },
    async claim(now, limit) {
      const due = [...noted.values()]
        .filter(({ dueAt }) => dueAt <= now)
        .sort((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit);
      for (const look of due) look.dueAt = now + claimMs;
      return due.map(({ revisit }) => structuredClone(revisit));
    },
    async move(itemId, next) {
      const look = noted.get(itemId);
      if (!next || !look) noted.delete(itemId);
      else noted.set(itemId, { revisit: { ...look.revisit, step: next.step }, dueAt: next.dueAt });
    },
  };
}
