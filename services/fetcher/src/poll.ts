import { contentHash, type PollJob } from '@rasid/contracts';
import { type FeedResult, parseFeed } from '@rasid/feeds';
import { passAll } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import { blankFeedState, type FeedMemory, type FeedState, type HostLanes } from '@rasid/storage';
import { chooseEntries } from './entries.ts';
import { cacheHint, feedHint } from './hints.ts';
import { errorWeights } from './interval.ts';
import type { Client, HttpAnswer } from './net/client.ts';
import { FetchFailure } from './net/failure.ts';
import { retryAfterMs } from './net/retry-after.ts';
import { paced, type Showing } from './pace.ts';

export type PollTools = {
  client: Client;
  memory: FeedMemory;
  lanes: HostLanes;
  knownToLedger: (ids: readonly string[]) => Promise<boolean[]>;
  /** Sets the source's next interval. */
  plan: (source: Source, everyMs: number) => Promise<void>;
  now: () => Date;
  maxAgeMs: number;
};

const dayMs = 24 * 3600 * 1000;
const maxFeedBytes = 10_000_000;
const unconditionalEvery = 10; // every tenth poll asks without validators: servers lie about 304

/** Asks a feed, hands on what is new, and decides when to ask again. A failure is a state of the source, never an exception. */
export async function poll(_job: PollJob, source: Source, tools: PollTools, signal: AbortSignal) {
  const before = (await tools.memory.state(source.id)) ?? blankFeedState;
  const now = tools.now();
  const asked = { ...before, polls: before.polls + 1, lastPollAt: now.toISOString() };
  const answer = await ask(source, before, tools, signal);
  if ('failure' in answer) return fail(source, asked, answer, tools);
  if (answer.status === 304)
    return settle(
      source,
      { ...asked, lastOutcome: 'not-modified' },
      { nowMs: now.getTime(), fresh: before.errors > 0 ? null : 0 },
      tools,
    );
  const validators = { etag: answer.headers.get('etag'), lastModified: answer.headers.get('last-modified') };
  const bodyHash = contentHash(answer.bytes);
  if (bodyHash === before.bodyHash && before.errors === 0) {
    return settle(
      source,
      { ...asked, ...validators, lastOutcome: 'unchanged', lastSuccessAt: now.toISOString() },
      { nowMs: now.getTime(), fresh: 0, hints: { maxAgeMs: cacheHint(answer.headers) } },
      tools,
    );
  }
  const feed = await parseFeed({
    bytes: answer.bytes,
    url: answer.url,
    contentType: answer.headers.get('content-type'),
    timeZone: source.timeZone,
  });
  if ('error' in feed)
    return fail(source, asked, { failure: feed.error, why: feed.problems.join('; ') || feed.error }, tools);
  const hints = { feedMs: feedHint(answer.bytes), maxAgeMs: cacheHint(answer.headers) };
  return deliver(source, asked, { version: { ...validators, bodyHash }, hints, feed }, tools);
}

type Answered = HttpAnswer | { failure: string; why: string; waitMs?: number };

async function ask(
  source: Source,
  state: FeedState,
  tools: PollTools,
  signal: AbortSignal,
): Promise<Answered> {
  const isConditional =
    state.polls % unconditionalEvery !== 0 && state.errors === 0 && state.liedAbout304 === 0;
  const headers: Record<string, string> = { ...source.headers };
  if (isConditional && state.etag) headers['if-none-match'] = state.etag;
  if (isConditional && state.lastModified) headers['if-modified-since'] = state.lastModified;
  const accept =
    'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
  try {
    const answer = await tools.client.get({
      url: source.feed,
      accept,
      headers,
      maxBytes: maxFeedBytes,
      totalMs: 60_000,
      signal,
    });
    const { status } = answer;
    if (status === 200 || status === 304) return answer;
    const waitMs = retryAfterMs(answer.headers.get('retry-after'), Date.now());
    const failure =
      status === 429 || status === 503
        ? 'busy'
        : status === 404 || status === 410
          ? 'not-found'
          : status === 401 || status === 403
            ? 'refused'
            : 'server';
    return { failure, why: `status ${status}`, ...(waitMs === null ? {} : { waitMs }) };
  } catch (error) {
    if (error instanceof FetchFailure) return { failure: error.kind, why: error.message };
    throw error;
  }
}

async function fail(
  source: Source,
  state: FeedState,
  answer: { failure: string; why: string; waitMs?: number },
  tools: PollTools,
) {
  const weight = errorWeights[answer.failure] ?? 1;
  const failed = {
    ...state,
    errors: state.errors + weight,
    lastOutcome: answer.failure,
    lastError: answer.why.slice(0, 300),
  };
  const next = paced(source, failed, {
    nowMs: tools.now().getTime(),
    fresh: null,
    retryAfterMs: answer.waitMs ?? null,
  });
  await tools.memory.saveState(source.id, next);
  await tools.plan(source, next.intervalMs);
  return passAll([], [], {
    source: source.id,
    failed: answer.failure,
    why: answer.why.slice(0, 200),
    nextMs: next.intervalMs,
  });
}

/** A poll that worked, or at least did not fail: a 304 after errors does not make a source well. */
async function settle(source: Source, state: FeedState, showing: Showing, tools: PollTools) {
  const isWell = showing.fresh !== null;
  const next = paced(source, { ...state, ...(isWell ? { errors: 0, lastError: null } : {}) }, showing);
  await tools.memory.saveState(source.id, next);
  await tools.plan(source, next.intervalMs);
  return passAll([], [], { source: source.id, result: state.lastOutcome, nextMs: next.intervalMs });
}

type Version = Pick<FeedState, 'etag' | 'lastModified' | 'bodyHash'>;
const unknownVersion: Version = { etag: null, lastModified: null, bodyHash: null };

type Delivery = {
  version: Version;
  hints: NonNullable<Showing['hints']>;
  feed: Exclude<FeedResult, { error: string }>;
};

async function deliver(
  source: Source,
  state: FeedState,
  { version, hints, feed }: Delivery,
  tools: PollTools,
) {
  const now = tools.now();
  const found = await chooseEntries(source, feed.entries, { ...tools, now });
  await tools.memory.remember(source.outlet.id, found.remember);
  const carried = feed.entries.length;
  const fresh = found.jobs.length + found.drops.length;
  const isEmpty = carried === 0;
  // An unconditional poll that finds new items right after a run of 304s: the server hid them.
  const wasHidden =
    fresh > 0 && state.lastOutcome === 'not-modified' && (state.polls - 1) % unconditionalEvery === 0;
  const times = feed.entries.map(({ publishedAt, updatedAt }) => Date.parse(publishedAt ?? updatedAt ?? ''));
  const newest = Math.max(...times.filter((time) => time <= now.getTime() + dayMs));
  const seen: FeedState = {
    ...state,
    // This version counts as read only when the ledger is seen to hold all of it: a process killed before its items
    // are queued must not find the feed unchanged.
    ...(fresh === 0 ? version : unknownVersion),
    lastOutcome: isEmpty ? 'empty' : fresh > 0 ? 'new' : 'known',
    lastSuccessAt: isEmpty ? state.lastSuccessAt : now.toISOString(),
    lastNewAt: fresh > 0 ? now.toISOString() : state.lastNewAt,
    newestAt: Number.isFinite(newest) ? new Date(newest).toISOString() : state.newestAt,
    empties: isEmpty ? state.empties + 1 : 0,
    items: state.items + fresh,
    liedAbout304: state.liedAbout304 + (wasHidden ? 1 : 0),
  };
  const healed = isEmpty
    ? {}
    : { errors: 0, lastError: feed.problems.length > 0 ? feed.problems.join('; ').slice(0, 300) : null };
  const next = paced(
    source,
    { ...seen, ...healed },
    { nowMs: now.getTime(), fresh: isEmpty ? null : fresh, times, carried, hints },
  );
  await tools.memory.saveState(source.id, next);
  await tools.plan(source, next.intervalMs);
  const jobs = found.jobs.map((data) => ({ to: 'fetch' as const, data }));
  const notes = {
    source: source.id,
    entries: carried,
    new: found.jobs.length,
    dropped: found.drops.length,
    nextMs: next.intervalMs,
    nextWhy: next.intervalWhy,
  };
  return passAll(jobs, found.drops, { ...notes, problems: feed.problems.join('; ').slice(0, 200) });
}
