import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

export type Script = (redis: Redis, keys: string[], args: (string | number | Buffer)[]) => Promise<unknown>;

/**
 * A Lua script run by its hash, sent whole only to a server that does not know it yet.
 * All keys must carry the same hash tag: they live on one slot of a cluster.
 */
export const defineScript = (lua: string): Script =>
  byHash(lua, {
    known: (redis, sha, keys, args) => redis.evalsha(sha, keys.length, ...keys, ...args),
    whole: (redis, keys, args) => redis.eval(lua, keys.length, ...keys, ...args),
  });

/** The same for a script whose strings are bytes. */
export const defineBufferScript = (lua: string): Script =>
  byHash(lua, {
    known: (redis, sha, keys, args) => redis.callBuffer('EVALSHA', sha, keys.length, ...keys, ...args),
    whole: (redis, keys, args) => redis.callBuffer('EVAL', lua, keys.length, ...keys, ...args),
  });

type Calls = {
  known: (
    redis: Redis,
    sha: string,
    ...rest: [keys: string[], args: (string | number | Buffer)[]]
  ) => unknown;
  whole: (redis: Redis, keys: string[], args: (string | number | Buffer)[]) => unknown;
};

function byHash(lua: string, { known, whole }: Calls): Script {
  const sha = createHash('sha1').update(lua).digest('hex');
  return async (redis, keys, args) => {
    try {
      return await known(redis, sha, keys, args);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return whole(redis, keys, args);
    }
  };
}
