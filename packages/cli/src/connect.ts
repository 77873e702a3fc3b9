import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commonEnvironment,
  createRuntime,
  type Runtime,
  readEnvironment,
  silentLogger,
} from '@rasid/runtime';
import { z } from 'zod';

/** Runs an operator's verb against the stores of the environment, and leaves them when it is done. */
export async function withRuntime<T>(work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const address = redisAddress();
  const runtime = createRuntime(address, silentLogger());
  try {
    await reach(runtime, address.url);
    return await work(runtime);
  } finally {
    await runtime.close();
  }
}

/** The same where a Redis is named or running; null, without a word, where there is none. */
export async function connected<T>(work: (runtime: Runtime) => Promise<T>): Promise<T | null> {
  if (!process.env.REDIS_URL && !localRedis()) return null;
  try {
    return await withRuntime(work);
  } catch {
    return null; // a Redis that is away: the catalogue can still be shown
  }
}

/** REDIS_URL, or the Redis of a running `npm start`. */
export function redisAddress(): { url: string; prefix: string } {
  const environment = { ...process.env, REDIS_URL: process.env.REDIS_URL || localRedis() };
  const { REDIS_URL, RASID_PREFIX } = readEnvironment(z.object(commonEnvironment), environment);
  return { url: REDIS_URL, prefix: RASID_PREFIX };
}

async function reach({ redis }: Runtime, url: string): Promise<void> {
  const answer = redis.ping();
  answer.catch(() => undefined); // nobody waits for one that comes too late
  const within = (ms: number) =>
    new Promise<'late'>((resolve) => setTimeout(resolve, ms, 'late' as const).unref());
  // An operator waits no longer for nobody; a Redis that took the call is given time, for the machine may be busy.
  const heard = await Promise.race([answer, within(3_000)]);
  const isThere = heard !== 'late' || redis.status === 'connect' || redis.status === 'ready';
  if (!isThere || (heard === 'late' && (await Promise.race([answer, within(12_000)])) === 'late')) {
    const place = url.replace(/\/\/[^@/]*@/, '//***@');
    throw new Error(`No Redis answers at ${place}. Is Rasid running (npm start)? Otherwise set REDIS_URL`);
  }
}

/** The Redis that `npm start` brought, while it runs. */
function localRedis(): string | undefined {
  const home = process.env.RASID_HOME || '.rasid';
  try {
    const { port } = JSON.parse(readFileSync(join(home, 'redis', 'redis.json'), 'utf8')) as { port: number }; // written by scripts/redis.mjs
    return `redis://127.0.0.1:${port}`;
  } catch {
    return undefined;
  }
}
