import type { Incident } from '@rasid/contracts';
import type { Redis } from 'ioredis';
import { createGuardedBatch } from './guarded.ts';
import { findNearest, mostPerKey, type Probe, placeOf } from './near.ts';
import { pack, unpack } from './packed.ts';
import { defineBufferScript } from './script.ts';

/** Reports that are weighed together, as far as the store has to know them. */
export type StoredNeighbourhood = {
  id: string;
  reports: readonly { key: string; articleId: string }[];
  heads: readonly { id: string; aliases: readonly string[] }[];
};

/** A report that its neighbourhood does not hold any more: kept with its article. */
export type StoredAside<N extends StoredNeighbourhood> = { incidentId: string; report: N['reports'][number] };

/** Neighbourhoods that hold a report of an article or held it, and those of its reports that are kept with it. */
export type OfArticle<N extends StoredNeighbourhood> = { neighbourhoods: N[]; aside: StoredAside<N>[] };

export type IncidentWriting<N extends StoredNeighbourhood> = {
  /** With the keys and articles it is found by from now on. */
  put: {
    neighbourhood: N;
    keys: readonly string[];
    articles: readonly string[];
    /** Incidents of it whose record stands as it was written. */
    still?: readonly string[];
    /** Ids that lead to its incidents from now on; all of their aliases, unless said. */
    aliases?: readonly string[];
  }[];
  drop: { id: string; keys: readonly string[] }[];
  incidents: Incident[];
  /** Reports that leave their neighbourhood, and those that came back to it. */
  aside?: readonly StoredAside<N>[];
  back?: readonly StoredAside<N>[];
};

/** What a job or an operator's word gave rise to, so that repeating it publishes the same. */
export type Outbox = { id: string; messages: string };

/** How things stood before anything was read that a writing rests on. */
export type Standing = {
  clock: number;
  /** What operators did and nobody has published yet, oldest first: whoever writes next may take it along. */
  unsent: Outbox[];
};

export type CommitOptions = {
  /** Nothing but the store knows of these messages: they count as unsent until `sent`. */
  isUnsent?: boolean;
};

export type IncidentStore<N extends StoredNeighbourhood = StoredNeighbourhood> = {
  /** By its id or by one it was merged from. */
  get: (id: string) => Promise<Incident | null>;
  /** Neighbourhoods that share enough with the probes, best first. */
  near: (probes: readonly Probe[]) => Promise<N[]>;
  ofArticle: (articleId: string) => Promise<OfArticle<N>>;
  ofIncident: (incidentId: string) => Promise<N | null>;
  standing: () => Promise<Standing>;
  /**
   * Writes all, or nothing when somebody has written since `standing`. The outbox has to begin with the unsent
   * messages: they are its own from then on.
   */
  commit: (
    writing: IncidentWriting<N>,
    outbox: Outbox,
    standing: Standing,
    options?: CommitOptions,
  ) => Promise<boolean>;
  /** The messages of this outbox are published. */
  sent: (outboxId: string) => Promise<void>;
  /** Newest first. */
  recent: (limit: number) => Promise<Incident[]>;
  count: () => Promise<number>;
  outbox: (id: string) => Promise<string | null>;
};

const daySeconds = 24 * 3600;
const keepSeconds = 400 * daySeconds; // a year's anniversary articles still find their incident
const keepArticleSeconds = 45 * daySeconds; // an article is revised for as long as its page is looked at
const keepOutboxSeconds = 14 * daySeconds; // longer than any job can be repeated
const keepRecent = 20_000;
const lineEnd = 0x0a;

/** An incident with the neighbourhood it is in; the id of one that was merged away has the neighbourhood alone. */
const packIncident = (home: string, incident: Incident | null): Buffer =>
  Buffer.concat([Buffer.from(`${home}\n`), incident ? pack(JSON.stringify(incident)) : Buffer.alloc(0)]);

const homeIn = (value: Buffer): string => value.toString('utf8', 0, value.indexOf(lineEnd));

function unpackIncident(value: Buffer): { home: string; incident: Incident | null } {
  const packed = value.subarray(value.indexOf(lineEnd) + 1);
  return {
    home: homeIn(value),
    incident: packed.length > 0 ? (JSON.parse(unpack(packed)) as Incident) : null, // written by commit
  };
}

// KEYS: the clock, the list of unsent outboxes. ARGV: what the keys of outboxes begin with.
const standingScript = defineBufferScript(`
local answer = { redis.call('GET', KEYS[1]) or '0' }
for _, id in ipairs(redis.call('LRANGE', KEYS[2], 0, -1)) do
  answer[#answer + 1] = id
  answer[#answer + 1] = redis.call('GET', ARGV[1] .. id) or ''
end
return answer`);

const unpackText = (value: Buffer | null | undefined): string | null =>
  value && value.length > 0 ? unpack(value) : null;

export function createRedisIncidentStore<N extends StoredNeighbourhood = StoredNeighbourhood>(
  redis: Redis,
  prefix: string,
): IncidentStore<N> {
  const incidentKey = (id: string) => `${prefix}:incident:${id}`;
  const neighbourhoodKey = (id: string) => `${prefix}:neighbourhood:${id}`;
  const articleKey = (id: string) => `${prefix}:neighbourhood:of:${id}`;
  const asideKey = (articleId: string) => `${prefix}:neighbourhood:aside:${articleId}`;
  const shelfKey = (shelf: string) => `${prefix}:neighbourhood:by:${shelf}`;
  const outboxKey = (id: string) => `${prefix}:incident:outbox:${id}`;
  const clockKey = `${prefix}:incidents:clock`;
  const recentKey = `${prefix}:incidents:recent`;
  const unsentKey = `${prefix}:incidents:unsent`;

  const parse = (value: Buffer): N => JSON.parse(unpack(value)) as N; // written by commit

  async function load(ids: readonly string[]): Promise<N[]> {
    if (ids.length === 0) return [];
    const values = await redis.mgetBuffer(...ids.map(neighbourhoodKey));
    return values.flatMap((value) => (value === null ? [] : [parse(value)]));
  }

  async function homeOf(incidentId: string): Promise<string | null> {
    const value = await redis.getBuffer(incidentKey(incidentId));
    return value && homeIn(value);
  }

  async function read(id: string): Promise<{ home: string; incident: Incident | null } | null> {
    const value = await redis.getBuffer(incidentKey(id));
    return value === null ? null : unpackIncident(value);
  }

  return {
    async get(id) {
      const own = await read(id);
      if (own === null || own.incident) return own?.incident ?? null;
      const [home] = await load([own.home]);
      const head = home?.heads.find(({ aliases }) => aliases.includes(id));
      return head ? ((await read(head.id))?.incident ?? null) : null;
    },
    near: async (probes) =>
      (await findNearest(redis, { shelfKey, keysBegin: neighbourhoodKey('') }, probes)).map(parse),
    async ofArticle(articleId) {
      const [list, packed] = await Promise.all([
        redis.get(articleKey(articleId)),
        redis.hvalsBuffer(asideKey(articleId)),
      ]);
      const aside = packed.map((value) => JSON.parse(unpack(value)) as StoredAside<N>); // written by commit
      // Its neighbourhood may have gone into another since: the incident leads to where it is.
      const homes = await Promise.all(aside.map(async ({ incidentId }) => (await homeOf(incidentId)) ?? []));
      const ids = new Set([...(list?.split(',') ?? []), ...homes.flat()]);
      return { neighbourhoods: await load([...ids]), aside };
    },
    async ofIncident(id) {
      const home = await homeOf(id);
      return home === null ? null : ((await load([home]))[0] ?? null);
    },
    async standing() {
      const keys = [clockKey, unsentKey];
      const [clock, ...rest] = (await standingScript(redis, keys, [outboxKey('')])) as Buffer[]; // the script's own answer
      const unsent: Outbox[] = [];
      for (let at = 0; at + 1 < rest.length; at += 2)
        unsent.push({ id: String(rest[at]), messages: unpackText(rest[at + 1]) ?? '[]' });
      return { clock: Number(clock), unsent };
    },
    async commit(
      { put, drop, incidents, aside = [], back = [] },
      outbox,
      standing,
      { isUnsent = false } = {},
    ) {
      const batch = createGuardedBatch(clockKey);
      const set = (key: string, value: Buffer | string, seconds = keepSeconds) =>
        batch.add('SET', key, value, 'EX', seconds);
      for (const { id, keys } of drop) {
        batch.add('DEL', neighbourhoodKey(id));
        for (const { shelf, field } of keys.map(placeOf)) batch.add('LEAVE', shelfKey(shelf), field, id);
      }
      const homes = new Map<string, string>();
      for (const { neighbourhood, keys, articles, still = [], aliases } of put) {
        const { id, heads } = neighbourhood;
        set(neighbourhoodKey(id), pack(JSON.stringify(neighbourhood)));
        for (const { shelf, field, seconds } of keys.map(placeOf))
          batch.add('ENTER', shelfKey(shelf), field, id, mostPerKey, seconds);
        for (const articleId of articles) batch.add('JOIN', articleKey(articleId), id, keepArticleSeconds);
        for (const head of heads) if (!still.includes(head.id)) homes.set(head.id, id);
        // The record of what was merged away goes; its id leads to the incident it went into.
        for (const alias of aliases ?? heads.flatMap((head) => head.aliases)) {
          set(incidentKey(alias), packIncident(id, null));
          batch.add('ZREM', recentKey, alias);
        }
      }
      for (const incident of incidents) {
        set(incidentKey(incident.id), packIncident(homes.get(incident.id) ?? '', incident));
        batch.add('ZADD', recentKey, Date.parse(incident.lastReportedAt) || 0, incident.id);
        homes.delete(incident.id);
      }
      for (const [id, home] of homes) set(incidentKey(id), packIncident(home, null));
      for (const { report } of back) batch.add('HDEL', asideKey(report.articleId), report.key);
      for (const each of aside) {
        batch.add('HSET', asideKey(each.report.articleId), each.report.key, pack(JSON.stringify(each)));
        batch.add('EXPIRE', asideKey(each.report.articleId), keepArticleSeconds);
      }
      batch.add('ZREMRANGEBYRANK', recentKey, 0, -keepRecent - 1);
      set(outboxKey(outbox.id), pack(outbox.messages), keepOutboxSeconds);
      for (const { id } of standing.unsent) batch.add('LREM', unsentKey, 0, id);
      if (isUnsent) batch.add('RPUSH', unsentKey, outbox.id);
      return batch.run(redis, standing.clock);
    },
    sent: async (outboxId) => void (await redis.lrem(unsentKey, 0, outboxId)),
    async recent(limit) {
      const ids = await redis.zrevrange(recentKey, 0, limit - 1);
      if (ids.length === 0) return [];
      const values = await redis.mgetBuffer(...ids.map(incidentKey));
      return values.flatMap((value) => (value && unpackIncident(value).incident) ?? []);
    },
    count: () => redis.zcard(recentKey),
    outbox: async (id) => unpackText(await redis.getBuffer(outboxKey(id))),
  };
}
