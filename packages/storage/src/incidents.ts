import type { Incident } from '@rasid/contracts';
import type { Redis } from 'ioredis';
import { createGuardedBatch } from './guarded.ts';
import { defineScript } from './script.ts';

/** Reports that are weighed together, as far as the store has to know them. */
export type StoredNeighbourhood = {
  id: string;
  heads: readonly { id: string; aliases: readonly string[] }[];
};

/** Keys of one mark count once. */
export type Probe = { key: string; mark: string; weight: number };

export type IncidentWriting<N> = {
  /** With the keys and articles it is found by from now on. */
  put: { neighbourhood: N; keys: readonly string[]; articles: readonly string[] }[];
  drop: { id: string; keys: readonly string[] }[];
  incidents: Incident[];
};

/** What a job or an operator's word gave rise to, so that repeating it publishes the same. */
export type Outbox = { id: string; messages: string };

export type IncidentStore<N extends StoredNeighbourhood = StoredNeighbourhood> = {
  /** By its id or by one it was merged from. */
  get: (id: string) => Promise<Incident | null>;
  /** Neighbourhoods that share enough with the probes, best first. */
  near: (probes: readonly Probe[]) => Promise<N[]>;
  ofArticle: (articleId: string) => Promise<N[]>;
  ofIncident: (incidentId: string) => Promise<N | null>;
  /** To be called before anything is read that a writing rests on. */
  clock: () => Promise<number>;
  /** Writes all, or nothing when somebody has written since the clock was read. */
  commit: (writing: IncidentWriting<N>, outbox: Outbox, clock: number) => Promise<boolean>;
  /** Newest first. */
  recent: (limit: number) => Promise<Incident[]>;
  count: () => Promise<number>;
  outbox: (id: string) => Promise<string | null>;
};

const daySeconds = 24 * 3600;
const keepSeconds = 400 * daySeconds; // a year's anniversary articles still find their incident
const keepWordSeconds = 45 * daySeconds; // by words a happening is found as long as it is news; by place and type for ever
const keepOutboxSeconds = 14 * daySeconds; // longer than any job can be repeated
const keepRecent = 20_000;
/** A key of more neighbourhoods tells too little to be followed. */
export const mostPerKey = 150;
/** Neighbourhoods looked into for one report: the sixteenth shares next to nothing. */
export const mostNear = 16;
/** Nats that have to be shared: two rare words, or a rare one and a place. */
export const leastShared = 8;

// KEYS: one a probe. ARGV: most per key, least shared, most, then mark and weight of each probe.
const nearScript = defineScript(`
local shared, last = {}, {}
for at = 1, #KEYS do
  local mark, weight = ARGV[2 + at * 2], tonumber(ARGV[3 + at * 2])
  if redis.call('SCARD', KEYS[at]) <= tonumber(ARGV[1]) then
    for _, id in ipairs(redis.call('SMEMBERS', KEYS[at])) do
      if last[id] ~= mark then shared[id] = (shared[id] or 0) + weight; last[id] = mark end
    end
  end
end
local ids = {}
for id, sum in pairs(shared) do if sum >= tonumber(ARGV[2]) then ids[#ids + 1] = id end end
table.sort(ids, function(a, b) if shared[a] ~= shared[b] then return shared[a] > shared[b] end return a < b end)
local best = {}
for at = 1, math.min(#ids, tonumber(ARGV[3])) do best[at] = ids[at] end
return best`);

export function createRedisIncidentStore<N extends StoredNeighbourhood = StoredNeighbourhood>(
  redis: Redis,
  prefix: string,
): IncidentStore<N> {
  const incidentKey = (id: string) => `${prefix}:incident:${id}`;
  const homeKey = (id: string) => `${prefix}:incident:home:${id}`;
  const neighbourhoodKey = (id: string) => `${prefix}:neighbourhood:${id}`;
  const articleKey = (id: string) => `${prefix}:neighbourhood:of:${id}`;
  const blockKey = (key: string) => `${prefix}:neighbourhood:by:${key}`;
  const outboxKey = (id: string) => `${prefix}:incident:outbox:${id}`;
  const clockKey = `${prefix}:incidents:clock`;
  const recentKey = `${prefix}:incidents:recent`;

  async function load(ids: readonly string[]): Promise<N[]> {
    if (ids.length === 0) return [];
    const texts = await redis.mget(...ids.map(neighbourhoodKey));
    return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as N])); // written by commit
  }

  async function read(ids: readonly string[]): Promise<Incident[]> {
    if (ids.length === 0) return [];
    const texts = await redis.mget(...ids.map(incidentKey));
    return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Incident])); // written by commit
  }

  return {
    async get(id) {
      const [own] = await read([id]);
      if (own) return own;
      const home = (await load([(await redis.get(homeKey(id))) ?? '']))[0];
      const head = home?.heads.find(({ aliases }) => aliases.includes(id));
      return head ? ((await read([head.id]))[0] ?? null) : null;
    },
    async near(probes) {
      if (probes.length === 0) return [];
      const args = [
        mostPerKey,
        leastShared,
        mostNear,
        ...probes.flatMap(({ mark, weight }) => [mark, weight]),
      ];
      return load(
        (await nearScript(
          redis,
          probes.map(({ key }) => blockKey(key)),
          args,
        )) as string[],
      ); // ids put by commit
    },
    ofArticle: async (articleId) => load(await redis.smembers(articleKey(articleId))),
    ofIncident: async (id) => (await load([(await redis.get(homeKey(id))) ?? '']))[0] ?? null,
    clock: async () => Number((await redis.get(clockKey)) ?? 0),
    async commit({ put, drop, incidents }, outbox, clock) {
      const batch = createGuardedBatch(clockKey);
      for (const { id, keys } of drop) {
        batch.add('DEL', neighbourhoodKey(id));
        for (const key of keys) batch.add('SREM', blockKey(key), id);
      }
      for (const { neighbourhood, keys, articles } of put) {
        const { id, heads } = neighbourhood;
        batch.add('SET', neighbourhoodKey(id), JSON.stringify(neighbourhood), 'EX', keepSeconds);
        for (const key of keys)
          batch.add('ENTER', blockKey(key), id, key.includes('@') ? keepSeconds : keepWordSeconds);
        for (const articleId of articles) batch.add('ENTER', articleKey(articleId), id, keepWordSeconds);
        for (const head of heads.flatMap(({ id: own, aliases }) => [own, ...aliases]))
          batch.add('SET', homeKey(head), id, 'EX', keepSeconds);
        // The record of what was merged away goes; its id leads to the incident it went into.
        for (const alias of heads.flatMap(({ aliases }) => aliases)) {
          batch.add('DEL', incidentKey(alias));
          batch.add('ZREM', recentKey, alias);
        }
      }
      for (const incident of incidents) {
        batch.add('SET', incidentKey(incident.id), JSON.stringify(incident), 'EX', keepSeconds);
        batch.add('ZADD', recentKey, Date.parse(incident.lastReportedAt) || 0, incident.id);
      }
      batch.add('ZREMRANGEBYRANK', recentKey, 0, -keepRecent - 1);
      batch.add('SET', outboxKey(outbox.id), outbox.messages, 'EX', keepOutboxSeconds);
      return batch.run(redis, clock);
    },
    recent: async (limit) => read(await redis.zrevrange(recentKey, 0, limit - 1)),
    count: () => redis.zcard(recentKey),
    outbox: (id) => redis.get(outboxKey(id)),
  };
}
