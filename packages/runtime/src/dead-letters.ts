import { type StageName, stageNames } from '@rasid/contracts';
import type { Redis } from 'ioredis';

/** A job that cannot be done: kept with its data and the reason until an operator retries or removes it. */
export type DeadLetter = {
  id: string;
  stage: StageName;
  itemId: string | null;
  sourceId: string | null;
  data: unknown;
  reason: string;
  /** permanent: it said so itself; exhausted: every attempt failed; invalid: it did not fit the stage's schema; stalled: its process died with it again and again */
  cause: 'permanent' | 'exhausted' | 'invalid' | 'stalled';
  attempts: number;
  at: string;
};

export function createDeadLetters(redis: Redis, prefix: string) {
  const bodyKey = `${prefix}:dead:body`;
  const timeKey = `${prefix}:dead:time`;

  return {
    async put(letter: Omit<DeadLetter, 'id' | 'at'> & { jobId: string }): Promise<string> {
      const { jobId, ...rest } = letter;
      const id = `${letter.stage}-${jobId}`;
      const at = new Date().toISOString();
      const body = JSON.stringify({ ...rest, id, at });
      await redis.multi().hset(bodyKey, id, body).zadd(timeKey, Date.parse(at), id).exec();
      return id;
    },

    /** Newest first. */
    async list(options: { limit?: number; stage?: StageName } = {}): Promise<DeadLetter[]> {
      const ids = await redis.zrevrange(timeKey, 0, (options.limit ?? 200) - 1);
      if (ids.length === 0) return [];
      const bodies = await redis.hmget(bodyKey, ...ids);
      const letters = bodies.flatMap((body) => (body == null ? [] : [JSON.parse(body) as DeadLetter])); // written by put
      return options.stage ? letters.filter((letter) => letter.stage === options.stage) : letters;
    },

    async get(id: string): Promise<DeadLetter | null> {
      const body = await redis.hget(bodyKey, id);
      return body == null ? null : (JSON.parse(body) as DeadLetter); // written by put
    },

    async remove(id: string): Promise<void> {
      await redis.multi().hdel(bodyKey, id).zrem(timeKey, id).exec();
    },

    count: (): Promise<number> => redis.zcard(timeKey),
  };
}

export type DeadLetters = ReturnType<typeof createDeadLetters>;

export const isStageName = (text: string): text is StageName => (stageNames as string[]).includes(text);
