import type { FetchJob } from '@rasid/contracts';
import type { FeedResult } from '@rasid/feeds';
import { type Notes, passAll } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import type { FeedState } from '@rasid/storage';
import { chooseEntries, type Drop, type NewEntries } from './entries.ts';
import { paced, type Showing } from './pace.ts';
import type { PollTools } from './poll.ts';

type Version = Pick<FeedState, 'etag' | 'lastModified' | 'bodyHash'>;
/** Of a document that must be read again whatever the server says. */
export const unknownVersion: Version = { etag: null, lastModified: null, bodyHash: null };

const dayMs = 24 * 3600 * 1000;

export type Delivery = {
  version: Version;
  /** It was asked for without validators. */
  isPlain: boolean;
  hints: NonNullable<Showing['hints']>;
  feed: Exclude<FeedResult, { error: string }>;
};

/** Hands on the entries of a feed that are new or worded anew. */
export async function deliver(source: Source, before: FeedState, delivery: Delivery, tools: PollTools) {
  const { hints, feed } = delivery;
  const now = tools.now();
  const found = await chooseEntries(source, feed.entries, { ...tools, now });
  const carried = feed.entries.length;
  const fresh = found.jobs.length + found.drops.length;
  const appeared = fresh - found.jobs.filter(({ again }) => again !== undefined).length; // words that changed are no habit
  const isEmpty = carried === 0;
  const times = feed.entries.map(({ publishedAt, updatedAt }) => Date.parse(publishedAt ?? updatedAt ?? ''));
  const seen = { ...before, ...versionAfter(before, delivery, found, now), ...newest(times, before, now) };
  const healed = isEmpty
    ? {}
    : { errors: 0, lastError: feed.problems.length > 0 ? feed.problems.join('; ').slice(0, 300) : null };
  const state: FeedState = {
    ...seen,
    lastOutcome: isEmpty ? 'empty' : fresh > 0 ? 'new' : 'known',
    lastSuccessAt: isEmpty ? before.lastSuccessAt : now.toISOString(),
    lastNewAt: fresh > 0 ? now.toISOString() : before.lastNewAt,
    empties: isEmpty ? before.empties + 1 : 0,
    lookedUpAt: now.toISOString(),
    items: before.items + fresh,
    ...healed,
  };
  const next = paced(source, state, {
    nowMs: now.getTime(),
    fresh: isEmpty ? null : appeared,
    times,
    carried,
    hints,
  });
  await tools.memory.saveState(source.id, next);
  await tools.plan(source, next.intervalMs);
  return handOn(found, {
    source: source.id,
    entries: carried,
    new: found.jobs.length,
    dropped: found.drops.length,
    ...(found.held > 0 ? { held: found.held } : {}),
    nextMs: next.intervalMs,
    nextWhy: next.intervalWhy,
    problems: feed.problems.join('; ').slice(0, 200),
  });
}

const handOn = ({ jobs, drops }: NewEntries, notes: Notes) =>
  passAll<{ to: 'fetch'; data: FetchJob }>(
    jobs.map((data) => ({ to: 'fetch' as const, data })),
    drops satisfies Drop[],
    notes,
  );

function newest(times: readonly number[], before: FeedState, now: Date): Pick<FeedState, 'newestAt'> {
  const latest = times.reduce(
    (a, b) => (b <= now.getTime() + dayMs && b > a ? b : a),
    Number.NEGATIVE_INFINITY,
  );
  return { newestAt: Number.isFinite(latest) ? new Date(latest).toISOString() : before.newestAt };
}

/**
 * What is kept of this version of the feed. It counts as read only when the ledger is seen to hold all of it: a process
 * killed before its items are queued must not find the feed unchanged.
 *
 * A plain request that finds new items after a 304 may have found a liar. One that gives the new document the old
 * validators is: it would have called it unchanged. Any other is sent the old ones once more by the next poll: an honest
 * server answers with the document, which is wanted anyway.
 */
function versionAfter(
  before: FeedState,
  { version, isPlain }: Delivery,
  found: NewEntries,
  now: Date,
): Partial<FeedState> {
  const fresh = found.jobs.length + found.drops.length;
  if (fresh === 0 && found.held === 0) return version;
  const { etag, lastModified } = before;
  const isSuspect =
    isPlain && fresh > 0 && before.lastOutcome === 'not-modified' && (etag !== null || lastModified !== null);
  if (!isSuspect) return unknownVersion;
  const hasSameMark = etag === null ? version.lastModified === lastModified : version.etag === etag;
  if (!hasSameMark) return { ...unknownVersion, probe: { etag, lastModified } };
  return { ...unknownVersion, liedAbout304: before.liedAbout304 + 1, liedAt: now.toISOString() };
}
