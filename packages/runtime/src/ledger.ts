import {
  type DropReason,
  type FetchJob,
  type ItemRef,
  publishedOutcomes,
  type StageName,
  stageIndex,
  type TerminalOutcome,
} from '@rasid/contracts';
import type { Redis } from 'ioredis';
import * as scripts from './ledger-scripts.ts';

/** One cell of the ledger: how many items of a source had this end, or step, at a stage. */
export type LedgerRow = {
  source: string;
  stage: StageName;
  in: number;
  passed: number;
  ends: Record<string, number>;
  waiting: number;
};

export type LedgerSum = {
  rows: LedgerRow[];
  /** Items seen, ended, and still on their way. `seen = ended + open` is the proof. */
  seen: number;
  ended: number;
  open: number;
  balanced: boolean;
  outcomes: Record<string, number>;
};

export type ItemState = { source: string; stage: StageName; outcome: TerminalOutcome | null; seenAt: string };

/** Of an item that has ended: longer than any feed keeps an entry without showing it; every sighting starts the time anew. */
const ttlSeconds = 60 * 24 * 3600;

/**
 * The memory of every item that was ever seen: opened once, moved forward only, ended once.
 * Queues forget finished jobs; this does not, so that a repeated job cannot do its work twice.
 */
export function createLedger(redis: Redis, prefix: string) {
  const itemKey = (id: string) => `${prefix}:ledger:item:${id}`;
  const countsKey = `${prefix}:ledger:counts`;
  const openKey = `${prefix}:ledger:open`;
  const rejectionsKey = `${prefix}:ledger:rejections`;
  const keys = (id: string) => [itemKey(id), countsKey, openKey];
  const firstStage: StageName = 'fetch';

  return {
    /** True when the item is new; false when it is known and nothing was changed. */
    async open(item: ItemRef, first: FetchJob): Promise<boolean> {
      const args = [
        item.sourceId,
        firstStage,
        stageIndex(firstStage),
        JSON.stringify(first),
        Date.now(),
        item.id,
      ];
      return (await scripts.openScript(redis, keys(item.id), args)) === 1;
    },

    async dropAtPoll(item: ItemRef, reason: DropReason): Promise<boolean> {
      const args = [item.sourceId, `dropped:${reason}`, Date.now(), ttlSeconds];
      return (await scripts.dropAtPollScript(redis, keys(item.id), args)) === 1;
    },

    async advance(itemId: string, from: StageName, to: StageName): Promise<boolean> {
      const args = [from, to, stageIndex(to), Date.now(), itemId];
      return (await scripts.advanceScript(redis, keys(itemId), args)) === 1;
    },

    async settle(itemId: string, outcome: TerminalOutcome): Promise<boolean> {
      const args = [outcome, Date.now(), ttlSeconds, itemId, verdictOf(outcome)];
      return (await scripts.settleScript(redis, [...keys(itemId), rejectionsKey], args)) === 1;
    },

    async reopen(itemId: string): Promise<boolean> {
      return (await scripts.reopenScript(redis, keys(itemId), [Date.now(), itemId])) === 1;
    },

    /** Sends an open item back to the start of its way; answers its first job, or null when it has ended. */
    async rewind(itemId: string): Promise<unknown> {
      const args = [firstStage, stageIndex(firstStage), Date.now(), itemId];
      const first = await scripts.rewindScript(redis, keys(itemId), args);
      return typeof first === 'string' ? JSON.parse(first) : null;
    },

    /** Whether a job of this stage is still to be done for the item: not ended, not already further. */
    async isDue(itemId: string, stage: StageName): Promise<boolean> {
      const [index, outcome] = await redis.hmget(itemKey(itemId), 'index', 'outcome');
      if (index == null) return true;
      return outcome == null && Number(index) <= stageIndex(stage);
    },

    /** For each id whether the ledger knows it; a known one is remembered for another full time. */
    async known(ids: readonly string[]): Promise<boolean[]> {
      if (ids.length === 0) return [];
      const replies = (await scripts.knownScript(redis, ids.map(itemKey), [ttlSeconds])) as number[]; // the script's own answer
      return replies.map((reply) => reply === 1);
    },

    async stateOf(itemId: string): Promise<ItemState | null> {
      const [source, stage, outcome, seenAt] = await redis.hmget(
        itemKey(itemId),
        'source',
        'stage',
        'outcome',
        'seenAt',
      );
      if (source == null || stage == null) return null;
      return {
        source,
        stage: stage as StageName, // written by the scripts above only
        outcome: (outcome ?? null) as TerminalOutcome | null,
        seenAt: new Date(Number(seenAt)).toISOString(),
      };
    },

    /** Open items whose last step is older than `ageMs`, oldest first. */
    stale: (ageMs: number, limit: number): Promise<string[]> =>
      redis.zrangebyscore(openKey, 0, Date.now() - ageMs, 'LIMIT', 0, limit),

    /** An open item was seen to be on its way: it is looked at again only when it is stale anew. */
    async confirm(itemId: string): Promise<void> {
      await redis.zadd(openKey, 'XX', Date.now(), itemId);
    },

    /** An open item of which nothing is left: it cannot be sent anywhere, and must not stand before those that can. */
    async forget(itemId: string): Promise<void> {
      await redis.zrem(openKey, itemId);
    },

    /** Per source, how many of its last items in a row came to nothing: dropped or quarantined. */
    async rejections(): Promise<Map<string, number>> {
      const counts = await redis.hgetall(rejectionsKey);
      return new Map(Object.entries(counts).map(([source, count]) => [source, Number(count)]));
    },

    async sum(): Promise<LedgerSum> {
      const reply = await redis.multi().hgetall(countsKey).zcard(openKey).exec();
      const counts = (reply?.[0]?.[1] ?? {}) as Record<string, string>; // HGETALL answers an object of strings
      return sumLedger(counts, Number(reply?.[1]?.[1] ?? 0));
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;

/** Whether an end speaks for its source, against it, or says nothing of it. */
function verdictOf(outcome: TerminalOutcome): 'well' | 'rejected' | '' {
  if ((publishedOutcomes as readonly string[]).includes(outcome)) return 'well';
  return outcome === 'dropped:unchanged' || outcome === 'dropped:too-old' ? '' : 'rejected';
}

/** Adds up the counts: per source and stage what came in, passed on, ended and still waits. */
export function sumLedger(counts: Record<string, string>, open: number): LedgerSum {
  const rows = new Map<string, LedgerRow>();
  const outcomes: Record<string, number> = {};
  let seen = 0;
  let ended = 0;
  for (const [field, text] of Object.entries(counts)) {
    const [source = '', stage = 'poll', step = ''] = field.split('|');
    const count = Number(text);
    const key = `${source}|${stage}`;
    const row = rows.get(key) ?? {
      source,
      stage: stage as StageName,
      in: 0,
      passed: 0,
      ends: {},
      waiting: 0,
    };
    rows.set(key, row);
    if (step === 'in') row.in += count;
    else if (step === 'passed') row.passed += count;
    else if (count !== 0) {
      row.ends[step] = count;
      outcomes[step] = (outcomes[step] ?? 0) + count;
      ended += count;
    }
    if (step === 'in' && stage === 'poll') seen += count;
  }
  const sorted = [...rows.values()].sort(
    (a, b) => a.source.localeCompare(b.source) || stageIndex(a.stage) - stageIndex(b.stage),
  );
  for (const row of sorted)
    row.waiting = row.in - row.passed - Object.values(row.ends).reduce((a, b) => a + b, 0);
  const waiting = sorted.reduce((total, row) => total + row.waiting, 0);
  const balanced = seen === ended + open && waiting === open && sorted.every((row) => row.waiting >= 0);
  return { rows: sorted, seen, ended, open, balanced, outcomes };
}
