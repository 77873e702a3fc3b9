import { gunzipSync, gzipSync } from 'node:zlib';
import type { RasidRecord } from '@rasid/contracts';
import type { Redis } from 'ioredis';

/** Keeps what the console and the operator look up; the stream is what consumers read. */
export type RecordArchive = {
  /** The item the record came of leads to the newest record of its article. */
  put: (record: RasidRecord, at: string, itemId?: string) => Promise<void>;
  /** Notes that a record was taken back; it stays to be looked up. */
  withdraw: (recordId: string, at: string) => Promise<void>;
  withdrawnAt: (recordId: string) => Promise<string | null>;
  /** The newest record of the article that an item led to, unless it was taken back. */
  ofItem: (itemId: string) => Promise<RasidRecord | null>;
  get: (recordId: string) => Promise<RasidRecord | null>;
  /** Newest first; with `eventsOnly`, records without an event are passed over. */
  recent: (options: { limit: number; eventsOnly?: boolean }) => Promise<RasidRecord[]>;
  count: () => Promise<number>;
};

const keepSeconds = 90 * 24 * 3600; // a quarter: older records are in the consumers' own stores
const keepRecent = 20_000; // what a list in the console can page through

export function createRedisArchive(redis: Redis, prefix: string): RecordArchive {
  const recordKey = (id: string) => `${prefix}:archive:${id}`;
  const newestKey = (articleId: string) => `${prefix}:archive:article:${articleId}`;
  const articleKey = (itemId: string) => `${prefix}:archive:item:${itemId}`;
  const withdrawnKey = (recordId: string) => `${prefix}:archive:withdrawn:${recordId}`;
  const listKey = (eventsOnly: boolean) => `${prefix}:archive:${eventsOnly ? 'with-events' : 'all'}`;

  async function get(recordId: string): Promise<RasidRecord | null> {
    const packed = await redis.getBuffer(recordKey(recordId));
    return packed == null ? null : (JSON.parse(gunzipSync(packed).toString()) as RasidRecord); // written by put
  }

  return {
    get,
    async put(record, at, itemId) {
      const batch = redis
        .multi()
        .set(recordKey(record.id), gzipSync(JSON.stringify(record)), 'EX', keepSeconds)
        .set(newestKey(record.article.id), record.id, 'EX', keepSeconds);
      if (itemId) batch.set(articleKey(itemId), record.article.id, 'EX', keepSeconds);
      for (const eventsOnly of record.events.length > 0 ? [true, false] : [false]) {
        batch.zadd(listKey(eventsOnly), Date.parse(at), record.id);
        batch.zremrangebyrank(listKey(eventsOnly), 0, -keepRecent - 1);
      }
      await batch.exec();
    },
    async withdraw(recordId, at) {
      await redis.set(withdrawnKey(recordId), at, 'EX', keepSeconds);
    },
    withdrawnAt: (recordId) => redis.get(withdrawnKey(recordId)),
    async ofItem(itemId) {
      const articleId = await redis.get(articleKey(itemId));
      const recordId = articleId === null ? null : await redis.get(newestKey(articleId));
      if (recordId === null || (await redis.exists(withdrawnKey(recordId))) === 1) return null;
      return get(recordId);
    },
    async recent({ limit, eventsOnly = false }) {
      const ids = await redis.zrevrange(listKey(eventsOnly), 0, limit - 1);
      const records = await Promise.all(ids.map(get));
      return records.flatMap((record) => record ?? []);
    },
    count: () => redis.zcard(listKey(false)),
  };
}

/** The twin for tests and for the command line without a server. */
export function createMemoryArchive(): RecordArchive {
  const records = new Map<string, { record: RasidRecord; at: number }>();
  const articleOf = new Map<string, string>();
  const newestOf = new Map<string, string>();
  const withdrawn = new Map<string, string>();
  return {
    async put(record, at, itemId) {
      records.set(record.id, { record: structuredClone(record), at: Date.parse(at) });
      newestOf.set(record.article.id, record.id);
      if (itemId) articleOf.set(itemId, record.article.id);
    },
    withdraw: async (recordId, at) => void withdrawn.set(recordId, at),
    withdrawnAt: async (recordId) => withdrawn.get(recordId) ?? null,
    async ofItem(itemId) {
      const recordId = newestOf.get(articleOf.get(itemId) ?? '') ?? '';
      return withdrawn.has(recordId) ? null : (records.get(recordId)?.record ?? null);
    },
    async get(recordId) {
      return records.get(recordId)?.record ?? null;
    },
    async recent({ limit, eventsOnly = false }) {
      return [...records.values()]
        .filter(({ record }) => !eventsOnly || record.events.length > 0)
        .sort((a, b) => b.at - a.at)
        .slice(0, limit)
        .map(({ record }) => record);
    },
    count: async () => records.size,
  };
}
