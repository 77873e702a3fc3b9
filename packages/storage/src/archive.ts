import { gunzipSync, gzipSync } from 'node:zlib';
import type { RasidRecord } from '@rasid/contracts';
import type { Redis } from 'ioredis';

/** Keeps what the console and the operator look up; the stream is what consumers read. */
export type RecordArchive = {
  put: (record: RasidRecord, at: string) => Promise<void>;
  get: (recordId: string) => Promise<RasidRecord | null>;
  /** Newest first; with `eventsOnly`, records without an event are passed over. */
  recent: (options: { limit: number; eventsOnly?: boolean }) => Promise<RasidRecord[]>;
  count: () => Promise<number>;
};

const keepSeconds = 90 * 24 * 3600; // a quarter: older records are in the consumers' own stores
const keepRecent = 20_000; // what a list in the console can page through

export function createRedisArchive(redis: Redis, prefix: string): RecordArchive {
  const recordKey = (id: string) => `${prefix}:archive:${id}`;
  const listKey = (eventsOnly: boolean) => `${prefix}:archive:${eventsOnly ? 'with-events' : 'all'}`;

  async function get(recordId: string): Promise<RasidRecord | null> {
    const packed = await redis.getBuffer(recordKey(recordId));
    return packed == null ? null : (JSON.parse(gunzipSync(packed).toString()) as RasidRecord); // written by put
  }

  return {
    get,
    async put(record, at) {
      const batch = redis
        .multi()
        .set(recordKey(record.id), gzipSync(JSON.stringify(record)), 'EX', keepSeconds);
      for (const eventsOnly of record.events.length > 0 ? [true, false] : [false]) {
        batch.zadd(listKey(eventsOnly), Date.parse(at), record.id);
        batch.zremrangebyrank(listKey(eventsOnly), 0, -keepRecent - 1);
      }
      await batch.exec();
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
  return {
    async put(record, at) {
      records.set(record.id, { record: structuredClone(record), at: Date.parse(at) });
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
