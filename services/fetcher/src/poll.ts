import { contentHash, type PollJob } from '@rasid/contracts';
import { parseFeed } from '@rasid/feeds';
import { passAll } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import { blankFeedState, type FeedMemory, type FeedState } from '@rasid/storage';
import { type AskTools, askFeed, isConditional, type Manner, mannerOf } from './ask.ts';
import { deliver, unknownVersion } from './deliver.ts';
import { follow } from './follow.ts';
import { cacheHint } from './hints.ts';
import { errorWeights } from './interval.ts';
import type { HttpAnswer } from './net/client.ts';
import { paced, type Showing } from './pace.ts';
import { dueRevisits, type RevisitTools } from './revisit.ts';

export type PollTools = AskTools &
  RevisitTools & {
    memory: FeedMemory;
    /** Sets the source's next interval. */
    plan: (source: Source, everyMs: number) => Promise<void>;
    maxAgeMs: number;
    /** Asks the hub of a feed to tell of its changes, if that is wanted; null for a feed that was not read. */
    subscribe: (source: Source, answer: HttpAnswer | null) => Promise<void>;
  };

/** What a poll hands on. */
type Polled = Awaited<ReturnType<typeof deliver>>;

/** Asks a feed, hands on what is new and what is due for another look, and decides when to ask again. */
export async function poll(
  job: PollJob,
  source: Source,
  tools: PollTools,
  signal: AbortSignal,
): Promise<Polled> {
  const polled = await pollFeed(job, source, tools, signal);
  const revisits = await dueRevisits(tools);
  if (revisits.length === 0) return polled;
  const emissions = revisits.map((data) => ({ to: 'fetch' as const, data }));
  return {
    ...polled,
    emissions: [...polled.emissions, ...emissions],
    notes: { ...polled.notes, revisits: revisits.length },
  };
}

/** A failure is a state of the source, never an exception. */
async function pollFeed(
  job: PollJob,
  source: Source,
  tools: PollTools,
  signal: AbortSignal,
): Promise<Polled> {
  const before = (await tools.memory.state(source.id)) ?? blankFeedState;
  const now = tools.now();
  const manner = mannerOf(before, now.getTime());
  const asked = await askFeed(source, manner, tools, signal);
  if ('coolingMs' in asked) return rest(source, before, asked.coolingMs, tools);
  const state = { ...before, polls: before.polls + 1, lastPollAt: now.toISOString() };
  if ('failure' in asked) return fail(source, state, asked, tools);
  if (asked.answer.status !== 304) return read(asked.answer, manner, source, state, tools, signal);
  if (!isConditional(manner))
    return fail(source, caught(state, now), { failure: 'unasked-304', why: '304 to a plain request' }, tools);
  if (manner.isProbe) {
    // The server calls a document current that is known to have been replaced: it is marked, and asked plainly at once.
    await tools.memory.saveState(source.id, caught(before, now));
    return pollFeed(job, source, tools, signal);
  }
  await tools.subscribe(source, null);
  const showing = { nowMs: now.getTime(), fresh: 0 };
  return settle(source, { ...state, lastOutcome: 'not-modified' }, showing, tools);
}

/** A server whose 304 lied is not believed for a while. */
const caught = (state: FeedState, now: Date): FeedState => ({
  ...state,
  liedAbout304: state.liedAbout304 + 1,
  liedAt: now.toISOString(),
  probe: null,
});

const lookUpEveryMs = 7 * 24 * 3600 * 1000; // far within the sixty days for which a sighting keeps an entry known

/** Whether the entries were looked up lately: those of a feed that stands still for months would count as new in the end. */
const isFresh = ({ lookedUpAt }: FeedState, now: Date): boolean =>
  now.getTime() - (Date.parse(lookedUpAt ?? '') || 0) < lookUpEveryMs;

/** A whole document came. */
async function read(
  answer: HttpAnswer,
  manner: Manner,
  source: Source,
  before: FeedState,
  tools: PollTools,
  signal: AbortSignal,
): Promise<Polled> {
  const now = tools.now();
  const validators = { etag: answer.headers.get('etag'), lastModified: answer.headers.get('last-modified') };
  const bodyHash = contentHash(answer.bytes);
  const movedTo = answer.movedTo === source.feed ? null : answer.movedTo;
  const fullReadAt = isConditional(manner) ? before.fullReadAt : now.toISOString();
  const state = { ...before, fullReadAt, movedTo, probe: null };
  if (bodyHash === before.bodyHash && before.errors === 0 && isFresh(before, now)) {
    await tools.subscribe(source, answer);
    return settle(
      source,
      { ...state, ...validators, lastOutcome: 'unchanged', lastSuccessAt: now.toISOString() },
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
    return fail(source, state, { failure: feed.error, why: feed.problems.join('; ') || feed.error }, tools);
  await tools.subscribe(source, answer);
  if (answer.isCut) feed.problems.push('longer than 10 MB: its beginning was read');
  const { ttlMinutes } = feed.feed;
  const feedMs = ttlMinutes === null ? null : ttlMinutes * 60_000;
  const hints = { feedMs, maxAgeMs: cacheHint(answer.headers) };
  const isPlain = !isConditional(manner);
  const followed = await follow(feed, source, tools, signal);
  // What it points to changes while the pointing document stays: the next poll reads it again.
  const version = followed === feed ? { ...validators, bodyHash } : unknownVersion;
  return deliver(source, state, { version, isPlain, hints, feed: followed }, tools);
}

/** The host cools down after it refused: it is not asked, and nothing is learned. */
async function rest(source: Source, state: FeedState, coolingMs: number, tools: PollTools): Promise<Polled> {
  await tools.memory.saveState(source.id, { ...state, lastOutcome: 'cooling-down' });
  await tools.plan(source, Math.max(coolingMs, state.intervalMs));
  return passAll([], [], { source: source.id, result: 'cooling-down', coolingMs: Math.round(coolingMs) });
}

async function fail(
  source: Source,
  state: FeedState,
  answer: { failure: string; why: string; waitMs?: number },
  tools: PollTools,
): Promise<Polled> {
  const failed = {
    ...state,
    errors: state.errors + (errorWeights[answer.failure] ?? 1),
    lastOutcome: answer.failure,
    lastError: answer.why.slice(0, 300),
    probe: null,
  };
  const nowMs = tools.now().getTime();
  const next = paced(source, failed, { nowMs, fresh: null, retryAfterMs: answer.waitMs ?? null });
  await tools.memory.saveState(source.id, next);
  await tools.plan(source, next.intervalMs);
  return passAll([], [], {
    source: source.id,
    failed: answer.failure,
    why: answer.why.slice(0, 200),
    nextMs: next.intervalMs,
  });
}

/** A poll that found its document unchanged. */
async function settle(source: Source, state: FeedState, showing: Showing, tools: PollTools): Promise<Polled> {
  const next = paced(source, { ...state, errors: 0, lastError: null }, showing);
  await tools.memory.saveState(source.id, next);
  await tools.plan(source, next.intervalMs);
  return passAll([], [], { source: source.id, result: state.lastOutcome, nextMs: next.intervalMs });
}
