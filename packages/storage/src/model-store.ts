import type { Redis } from 'ioredis';
import { defineScript } from './script.ts';

export type ModelLimits = { requests: number; tokens: number };

/** What a language model answered, and what was spent on it by day. */
export type ModelStore = {
  answer: (key: string) => Promise<string | null>;
  keep: (key: string, answer: string, seconds: number) => Promise<void>;
  /** Sets requests and their tokens aside; false, and nothing is written, when the day's limits do not allow it. */
  reserve: (day: string, tokens: number, limits: ModelLimits, requests?: number) => Promise<boolean>;
  /** Corrects what was set aside once the cost is known; negative gives back. */
  settle: (day: string, tokens: number) => Promise<void>;
  spent: (day: string) => Promise<ModelLimits>;
};

const daySeconds = 3 * 24 * 3600; // yesterday's sum can still be looked at

// KEYS: the day. ARGV: tokens, most requests, most tokens, seconds to keep, requests.
const reserveScript = defineScript(`
local requests = tonumber(redis.call('HGET', KEYS[1], 'requests') or '0')
local tokens = tonumber(redis.call('HGET', KEYS[1], 'tokens') or '0')
if requests + tonumber(ARGV[5]) > tonumber(ARGV[2]) or tokens + tonumber(ARGV[1]) > tonumber(ARGV[3]) then return 0 end
redis.call('HINCRBY', KEYS[1], 'requests', ARGV[5])
redis.call('HINCRBY', KEYS[1], 'tokens', ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[4])
return 1`);

/** All processes together stay within the limits: a request is counted before it is sent. */
export function createRedisModelStore(redis: Redis, prefix: string): ModelStore {
  const answerKey = (key: string) => `${prefix}:model:answer:${key}`;
  const dayKey = (day: string) => `${prefix}:model:spent:${day}`;
  return {
    answer: (key) => redis.get(answerKey(key)),
    async keep(key, answer, seconds) {
      await redis.set(answerKey(key), answer, 'EX', seconds);
    },
    async reserve(day, tokens, limits, requests = 1) {
      const args = [tokens, limits.requests, limits.tokens, daySeconds, requests];
      return (await reserveScript(redis, [dayKey(day)], args)) === 1;
    },
    async settle(day, tokens) {
      await redis.hincrby(dayKey(day), 'tokens', tokens);
    },
    async spent(day) {
      const { requests = '0', tokens = '0' } = await redis.hgetall(dayKey(day));
      return { requests: Number(requests), tokens: Number(tokens) };
    },
  };
}

/** The twin for one process: tests, and commands that need no Redis. Answers stay as long as it does. */
export function createMemoryModelStore(): ModelStore {
  const answers = new Map<string, string>();
  const days = new Map<string, ModelLimits>();
  const of = (day: string) => days.get(day) ?? { requests: 0, tokens: 0 };
  return {
    answer: async (key) => answers.get(key) ?? null,
    keep: async (key, answer) => void answers.set(key, answer),
    async reserve(day, tokens, limits, requests = 1) {
      const next = { requests: of(day).requests + requests, tokens: of(day).tokens + tokens };
      if (next.requests > limits.requests || next.tokens > limits.tokens) return false;
      days.set(day, next);
      return true;
    },
    settle: async (day, tokens) => void days.set(day, { ...of(day), tokens: of(day).tokens + tokens }),
    spent: async (day) => of(day),
  };
}
