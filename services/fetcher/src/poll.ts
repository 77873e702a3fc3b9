import { contentHash, type PollJob } from '@rasid/contracts';
import { type FeedResult, parseFeed } from '@rasid/feeds';
import { passAll } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import type { FeedMemory, FeedState, HostLanes } from '@rasid/storage';
import { chooseEntries } from './entries.ts';
import { errorWeights, nextInterval } from './interval.ts';
import type { Client, HttpAnswer } from './net/client.ts';
import { FetchFailure } from './net/failure.ts';
import { retryAfterMs } from './net/retry-after.ts';

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

const maxFeedBytes = 10_000_000;
const unconditionalEvery = 10; // every tenth poll asks without validators: servers lie about 304

const blank: FeedState = {
  etag: null,
  lastModified: null,
  bodyHash: null,
  errors: 0,
  lastOutcome: 'never',
  lastError: null,
  lastPollAt: null,
  lastSuccessAt: null,
  lastNewAt: null,
  intervalMs: 0,
  polls: 0,
  items: 0,
  liedAbout304: 0,
};

/** Asks a feed, hands on what is new, and decides when to ask again. A failure is a state of the source, never an exception. */
export async function poll(_job: PollJob, source: Source, tools: PollTools, signal: AbortSignal) {
  const before = (await tools.memory.state(source.id)) ?? blank;
  const now = tools.now();
  const asked = { ...before, polls: before.polls + 1, lastPollAt: now.toISOString() };
  const answer = await ask(source, before, tools, signal);
  if ('failure' in answer) return fail(source, asked, answer, tools);
  if (answer.status === 304)
    return settle(
      source,
      { ...asked, lastOutcome: 'not-modified' },
      { newShare: before.errors > 0 ? null : 0 },
      tools,
    );
  const validators = { etag: answer.headers.get('etag'), lastModified: answer.headers.get('last-modified') };
  const bodyHash = contentHash(answer.bytes);
  if (bodyHash === before.bodyHash && before.errors === 0) {
    return settle(
      source,
      { ...asked, ...validators, lastOutcome: 'unchanged', lastSuccessAt: now.toISOString() },
      { newShare: 0 },
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
  return deliver(source, asked, { ...validators, bodyHash }, feed, tools);
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
  const stretched = nextInterval(failed, { newShare: null, weight }, source);
  const intervalMs = Math.min(Math.max(stretched, answer.waitMs ?? 0), source.maxIntervalMs);
  await tools.memory.saveState(source.id, { ...failed, intervalMs });
  await tools.plan(source, intervalMs);
  return passAll([], [], {
    source: source.id,
    failed: answer.failure,
    why: answer.why.slice(0, 200),
    nextMs: intervalMs,
  });
}

/** A poll that worked, or at least did not fail: a 304 after errors does not make a source well. */
async function settle(source: Source, state: FeedState, poll: { newShare: number | null }, tools: PollTools) {
  const intervalMs = nextInterval(state, { ...poll, weight: 0 }, source);
  const isWell = poll.newShare !== null;
  await tools.memory.saveState(source.id, {
    ...state,
    intervalMs,
    ...(isWell ? { errors: 0, lastError: null } : {}),
  });
  if (intervalMs !== state.intervalMs) await tools.plan(source, intervalMs);
  return passAll([], [], { source: source.id, result: state.lastOutcome, nextMs: intervalMs });
}

type Version = Pick<FeedState, 'etag' | 'lastModified' | 'bodyHash'>;
const unknownVersion: Version = { etag: null, lastModified: null, bodyHash: null };

async function deliver(
  source: Source,
  state: FeedState,
  version: Version,
  feed: Exclude<FeedResult, { error: string }>,
  tools: PollTools,
) {
  const now = tools.now();
  const found = await chooseEntries(source, feed.entries, { ...tools, now });
  await tools.memory.remember(source.outlet.id, found.remember);
  const total = feed.entries.length;
  const fresh = found.jobs.length + found.drops.length;
  const isEmpty = total === 0;
  // An unconditional poll that finds new items right after a run of 304s: the server hid them.
  const wasHidden =
    fresh > 0 && state.lastOutcome === 'not-modified' && (state.polls - 1) % unconditionalEvery === 0;
  const next: FeedState = {
    ...state,
    // This version counts as read only when the ledger is seen to hold all of it: a process killed before its items
    // are queued must not find the feed unchanged.
    ...(fresh === 0 ? version : unknownVersion),
    lastOutcome: isEmpty ? 'empty' : fresh > 0 ? 'new' : 'known',
    lastSuccessAt: isEmpty ? state.lastSuccessAt : now.toISOString(),
    lastNewAt: fresh > 0 ? now.toISOString() : state.lastNewAt,
    items: state.items + fresh,
    liedAbout304: state.liedAbout304 + (wasHidden ? 1 : 0),
  };
  const intervalMs = nextInterval(next, { newShare: isEmpty ? null : fresh / total, weight: 0 }, source);
  const healed = isEmpty
    ? {}
    : { errors: 0, lastError: feed.problems.length > 0 ? feed.problems.join('; ').slice(0, 300) : null };
  await tools.memory.saveState(source.id, { ...next, ...healed, intervalMs });
  if (intervalMs !== state.intervalMs) await tools.plan(source, intervalMs);
  const jobs = found.jobs.map((data) => ({ to: 'fetch' as const, data }));
  const notes = {
    source: source.id,
    entries: total,
    new: found.jobs.length,
    dropped: found.drops.length,
    nextMs: intervalMs,
  };
  return passAll(jobs, found.drops, { ...notes, problems: feed.problems.join('; ').slice(0, 200) });
}
