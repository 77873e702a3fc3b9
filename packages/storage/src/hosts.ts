import type { Redis } from 'ioredis';
import { defineScript } from './script.ts';

/** One slow lane a host, shared by all processes. */
export type HostLanes = {
  /** Takes the next start on the host's lane; answers how long to wait for it, or a time beyond `maxWaitMs` without taking it. */
  reserve: (host: string, gapMs: number, maxWaitMs: number) => Promise<number>;
  /** Nobody asks the host before this time has passed. */
  coolDown: (host: string, ms: number) => Promise<void>;
  robots: (origin: string) => Promise<string | null>;
  saveRobots: (origin: string, text: string, keepMs: number) => Promise<void>;
};

// KEYS: lane. ARGV: now, gap, max wait. A start that is too far away is not taken.
const reserveScript = defineScript(`
local now = tonumber(ARGV[1])
local next = tonumber(redis.call('GET', KEYS[1]) or 0)
local start = math.max(now, next)
local wait = start - now
if wait <= tonumber(ARGV[3]) then
  redis.call('SET', KEYS[1], start + tonumber(ARGV[2]), 'PX', math.ceil(wait + tonumber(ARGV[2]) + 60000))
end
return wait`);

// KEYS: lane. ARGV: until, ttl
const coolScript = defineScript(`
if tonumber(redis.call('GET', KEYS[1]) or 0) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return 1`);

export function createRedisHostLanes(redis: Redis, prefix: string): HostLanes {
  const laneKey = (host: string) => `${prefix}:lane:${host}`;
  const robotsKey = (origin: string) => `${prefix}:robots:${origin}`;
  return {
    reserve: async (host, gapMs, maxWaitMs) =>
      Number(
        await reserveScript(redis, [laneKey(host)], [Date.now(), Math.round(gapMs), Math.round(maxWaitMs)]),
      ),
    async coolDown(host, ms) {
      await coolScript(redis, [laneKey(host)], [Date.now() + Math.round(ms), Math.round(ms) + 60_000]);
    },
    robots: (origin) => redis.get(robotsKey(origin)),
    async saveRobots(origin, text, keepMs) {
      await redis.set(robotsKey(origin), text, 'PX', Math.round(keepMs));
    },
  };
}

/** The twin for tests. */
export function createMemoryHostLanes(): HostLanes {
  const lanes = new Map<string, number>();
  const robots = new Map<string, string>();
  return {
    async reserve(host, gapMs, maxWaitMs) {
      const start = Math.max(Date.now(), lanes.get(host) ?? 0);
      const wait = start - Date.now();
      if (wait <= maxWaitMs) lanes.set(host, start + gapMs);
      return Math.max(0, wait);
    },
    coolDown: async (host, ms) => void lanes.set(host, Math.max(lanes.get(host) ?? 0, Date.now() + ms)),
    robots: async (origin) => robots.get(origin) ?? null,
    saveRobots: async (origin, text) => void robots.set(origin, text),
  };
}
