import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { contentHash } from '@rasid/contracts';
import type { Redis } from 'ioredis';

/** Pages by the hash of their bytes: jobs carry the key, not the page. */
export type PageStore = {
  put: (bytes: Uint8Array) => Promise<string>;
  get: (key: string) => Promise<Uint8Array | null>;
};

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const keepSeconds = 3 * 24 * 3600; // longer than any retry of the stage that reads it, and a weekend for the operator

export function createRedisPageStore(redis: Redis, prefix: string): PageStore {
  const keyOf = (hash: string) => `${prefix}:page:${hash}`;
  return {
    async put(bytes) {
      const hash = contentHash(bytes);
      await redis.set(keyOf(hash), await pack(bytes), 'EX', keepSeconds);
      return hash;
    },
    async get(hash) {
      const packed = await redis.getBuffer(keyOf(hash));
      return packed === null ? null : unpack(packed);
    },
  };
}

/** The twin for tests. */
export function createMemoryPageStore(): PageStore {
  const pages = new Map<string, Uint8Array>();
  return {
    async put(bytes) {
      const hash = contentHash(bytes);
      pages.set(hash, bytes.slice());
      return hash;
    },
    get: async (hash) => pages.get(hash) ?? null,
  };
}
