import type { Incident } from '@rasid/contracts';
import type { Redis } from 'ioredis';

export type IncidentStore = {
  get: (id: string) => Promise<Incident | null>;
  /** Incidents under any of the blocking keys. */
  candidates: (keys: readonly string[]) => Promise<Incident[]>;
  save: (incident: Incident, keys: readonly string[]) => Promise<void>;
  /** Newest first. */
  recent: (limit: number) => Promise<Incident[]>;
  count: () => Promise<number>;
  /** What a link job published, so that a repeated job publishes the same; null when it has not run. */
  outbox: (recordId: string) => Promise<string | null>;
  saveOutbox: (recordId: string, messages: string) => Promise<void>;
};

const keepSeconds = 400 * 24 * 3600; // a year's anniversary articles still find their incident
const keepOutboxSeconds = 14 * 24 * 3600; // longer than any job can be repeated
const keepRecent = 20_000;
const maxPerKey = 500; // newest incidents under one blocking key: bounds the cost of a link
const maxPerLink = 200;

export function createRedisIncidentStore(redis: Redis, prefix: string): IncidentStore {
  const incidentKey = (id: string) => `${prefix}:incident:${id}`;
  const blockKey = (key: string) => `${prefix}:incident:by:${key}`;
  const outboxKey = (recordId: string) => `${prefix}:incident:outbox:${recordId}`;
  const recentKey = `${prefix}:incidents:recent`;
  const parse = (texts: (string | null)[]) =>
    texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Incident])); // written by save
  const load = async (ids: string[]) =>
    ids.length === 0 ? [] : parse(await redis.mget(...ids.map(incidentKey)));
  return {
    get: async (id) => (await load([id]))[0] ?? null,
    async candidates(keys) {
      const batch = redis.pipeline();
      for (const key of keys) batch.zrevrange(blockKey(key), 0, maxPerKey - 1);
      const lists = (await batch.exec()) ?? [];
      const ids = new Set(lists.flatMap(([, ids]) => (Array.isArray(ids) ? (ids as string[]) : []))); // ZREVRANGE answers strings
      return load([...ids].slice(0, maxPerLink));
    },
    async save(incident, keys) {
      const at = Date.parse(incident.lastReportedAt) || 0;
      const batch = redis.multi().set(incidentKey(incident.id), JSON.stringify(incident), 'EX', keepSeconds);
      for (const key of keys)
        batch
          .zadd(blockKey(key), at, incident.id)
          .zremrangebyrank(blockKey(key), 0, -maxPerKey - 1)
          .expire(blockKey(key), keepSeconds);
      batch.zadd(recentKey, at, incident.id).zremrangebyrank(recentKey, 0, -keepRecent - 1);
      await batch.exec();
    },
    recent: async (limit) => load(await redis.zrevrange(recentKey, 0, limit - 1)),
    count: () => redis.zcard(recentKey),
    outbox: (recordId) => redis.get(outboxKey(recordId)),
    async saveOutbox(recordId, messages) {
      await redis.set(outboxKey(recordId), messages, 'EX', keepOutboxSeconds);
    },
  };
}

/** The twin for tests and the command line. */
export function createMemoryIncidentStore(): IncidentStore {
  const incidents = new Map<string, Incident>();
  const byKey = new Map<string, Set<string>>();
  const outboxes = new Map<string, string>();
  return {
    get: async (id) => incidents.get(id) ?? null,
    async candidates(keys) {
      const ids = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]));
      return [...ids]
        .flatMap((id) => incidents.get(id) ?? [])
        .sort((a, b) => b.lastReportedAt.localeCompare(a.lastReportedAt))
        .slice(0, maxPerLink);
    },
    async save(incident, keys) {
      incidents.set(incident.id, structuredClone(incident));
      for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(incident.id));
    },
    recent: async (limit) =>
      [...incidents.values()]
        .sort((a, b) => b.lastReportedAt.localeCompare(a.lastReportedAt))
        .slice(0, limit),
    count: async () => incidents.size,
    outbox: async (recordId) => outboxes.get(recordId) ?? null,
    saveOutbox: async (recordId, messages) => void outboxes.set(recordId, messages),
  };
}
