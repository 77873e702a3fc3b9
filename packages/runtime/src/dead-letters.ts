import { type StageName, stageNames } from '@rasid/contracts';
import { defineScript } from '@rasid/storage';
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

const keepMs = 60 * 24 * 3600 * 1000; // as long as the ledger knows how an item ended
const keepLetters = 10_000; // of 64 KB at most, usually of a sixth; what a stage that fails for a day leaves
const page = 500;

// KEYS: bodies, times. ARGV: id, body, now, oldest time that is kept, most letters. Some more go than come, so that a flood is caught up with.
const putScript = defineScript(`
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
local over = math.min(redis.call('ZCARD', KEYS[2]) - tonumber(ARGV[5]), 10)
local gone = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[4], 'LIMIT', 0, 10)
if over > #gone then gone = redis.call('ZRANGE', KEYS[2], 0, over - 1) end
for _, id in ipairs(gone) do
  redis.call('HDEL', KEYS[1], id)
  redis.call('ZREM', KEYS[2], id)
end
return #gone`);

// KEYS: bodies, times. ARGV: id, time of the letter that is meant: one put since then stays. The body is not looked into:
// cjson refuses halves of letters, which broken feeds hold.
const removeScript = defineScript(`
if tonumber(redis.call('ZSCORE', KEYS[2], ARGV[1]) or -1) ~= tonumber(ARGV[2]) then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])
return 1`);

/** The newest ten thousand letters of the last sixty days; an older one can still be sent again by its item. */
export function createDeadLetters(redis: Redis, prefix: string, keep = keepLetters) {
  const bodyKey = `${prefix}:dead:body`;
  const timeKey = `${prefix}:dead:time`;

  async function read(ids: readonly string[]): Promise<DeadLetter[]> {
    if (ids.length === 0) return [];
    const bodies = await redis.hmget(bodyKey, ...ids);
    return bodies.flatMap((body) => (body == null ? [] : [JSON.parse(body) as DeadLetter])); // written by put
  }

  return {
    async put(letter: Omit<DeadLetter, 'id' | 'at'> & { jobId: string }): Promise<string> {
      const { jobId, ...rest } = letter;
      const id = `${letter.stage}-${jobId}`;
      const now = Date.now();
      const body = JSON.stringify({ ...rest, id, at: new Date(now).toISOString() });
      await putScript(redis, [bodyKey, timeKey], [id, body, now, now - keepMs, keep]);
      return id;
    },

    /** Newest first; with `stage` so many of that stage. */
    async list({ limit = 200, stage }: { limit?: number; stage?: StageName } = {}): Promise<DeadLetter[]> {
      const letters: DeadLetter[] = [];
      for (let from = 0; letters.length < limit; from += page) {
        const ids = await redis.zrevrange(timeKey, from, from + page - 1);
        letters.push(...(await read(ids)).filter((letter) => !stage || letter.stage === stage));
        if (ids.length < page) break;
      }
      return letters.slice(0, limit);
    },

    get: async (id: string): Promise<DeadLetter | null> => (await read([id]))[0] ?? null,

    /** Removes this letter; one of the same job that came after it stays. */
    async remove({ id, at }: Pick<DeadLetter, 'id' | 'at'>): Promise<void> {
      await removeScript(redis, [bodyKey, timeKey], [id, Date.parse(at)]);
    },

    count: (): Promise<number> => redis.zcard(timeKey),
  };
}

export type DeadLetters = ReturnType<typeof createDeadLetters>;

export const isStageName = (text: string): text is StageName => (stageNames as string[]).includes(text);
