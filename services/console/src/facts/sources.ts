import { type LedgerRow, maskSecrets, type PlannedPoll, type Runtime } from '@rasid/runtime';
import { alarmOf, alarms, hourlyRates, type Source } from '@rasid/sources';
import { blankFeedState, createRedisFeedMemory, type FeedState } from '@rasid/storage';
import type { ConsoleSource } from '../options.ts';

/** In the order of the trouble they mean. */
export const sourceStates = ['failing', ...alarms, 'never-polled', 'paused', 'healthy'] as const;
export type SourceState = (typeof sourceStates)[number];

export type SourceFacts = {
  id: string;
  outlet: Source['outlet'];
  feed: string | null;
  tags: readonly string[];
  state: SourceState;
  /** Why it fails. */
  error: string | null;
  /** Weighted errors in a row. */
  errors: number;
  lastPollAt: string | null;
  lastNewAt: string | null;
  /** Publication time of its newest entry. */
  newestAt: string | null;
  nextPollAt: string | null;
  everyMs: number | null;
  /** What decided that pause. */
  everyWhy: string | null;
  /** Items a day by its habits; null before the first success. */
  perDay: number | null;
  /** Items in each hour of the day (UTC) by its habits. */
  hours: readonly number[] | null;
  /** Items in a row of which nothing was published. */
  rejections: number;
  /** Where the feed says it has moved for good. */
  movedTo: string | null;
  /** The server called a changed feed unchanged. */
  lies: boolean;
  polls: number;
  seen: number;
  open: number;
  outcomes: Record<string, number>;
};

/** Every source with its state; those in trouble first. */
export async function sourceFacts(
  runtime: Runtime,
  sources: readonly ConsoleSource[],
  nowMs = Date.now(),
): Promise<SourceFacts[]> {
  const memory = createRedisFeedMemory(runtime.redis, runtime.address.prefix);
  const [states, plans, sum, rejections, isPaused] = await Promise.all([
    memory.states(sources.map(({ id }) => id)),
    runtime.polls.list(),
    runtime.ledger.sum(),
    runtime.ledger.rejections(),
    runtime.queues.queueOf('poll').isPaused(),
  ]);
  const planOf = new Map(plans.map((plan) => [plan.sourceId, plan]));
  const rowsOf = groupBySource(sum.rows);
  const facts = sources.map((source) =>
    factsOf(source, {
      state: states.get(source.id) ?? null,
      plan: planOf.get(source.id),
      rows: rowsOf.get(source.id) ?? [],
      rejections: rejections.get(source.id) ?? 0,
      isPaused: isPaused || source.paused === true,
      nowMs,
    }),
  );
  const rank = (state: SourceState) => sourceStates.indexOf(state);
  return facts.sort((a, b) => rank(a.state) - rank(b.state) || a.id.localeCompare(b.id));
}

type Known = {
  state: FeedState | null;
  plan: PlannedPoll | undefined;
  rows: readonly LedgerRow[];
  rejections: number;
  isPaused: boolean;
  nowMs: number;
};

function factsOf({ id, outlet, feed, tags = [] }: ConsoleSource, known: Known): SourceFacts {
  const { plan, rejections } = known;
  const state = known.state ?? blankFeedState;
  const hours = state.rhythm ? hourlyRates(state.rhythm) : null;
  return {
    id,
    outlet,
    feed: feed ? maskSecrets(feed) : null, // a password may stand in it
    tags,
    state: known.isPaused ? 'paused' : stateOf(known.state, rejections, known.nowMs),
    error: state.errors > 0 ? (state.lastError ?? state.lastOutcome) : null,
    errors: state.errors,
    lastPollAt: state.lastPollAt,
    lastNewAt: state.lastNewAt,
    newestAt: state.newestAt,
    nextPollAt: plan?.nextAt ?? null,
    everyMs: state.intervalMs || (plan?.everyMs ?? null),
    everyWhy: known.state ? state.intervalWhy : null,
    perDay: hours ? hours.reduce((total, rate) => total + rate, 0) : null,
    hours,
    rejections,
    movedTo: state.movedTo,
    lies: state.liedAt !== null,
    polls: state.polls,
    ...countItems(known.rows),
  };
}

/** Errors first, then what is wrong with a source that answers. */
export function stateOf(state: FeedState | null, rejections: number, nowMs: number): SourceState {
  if (!state?.lastPollAt) return 'never-polled';
  if (state.errors > 0) return 'failing';
  const { rhythm, empties, newestAt } = state;
  return alarmOf({ rhythm, empties, newestAt, rejections, nowMs }) ?? 'healthy';
}

function groupBySource(rows: readonly LedgerRow[]): Map<string, LedgerRow[]> {
  const groups = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const group = groups.get(row.source);
    if (group) group.push(row);
    else groups.set(row.source, [row]);
  }
  return groups;
}

function countItems(rows: readonly LedgerRow[]) {
  const outcomes: Record<string, number> = {};
  let seen = 0;
  let open = 0;
  for (const row of rows) {
    if (row.stage === 'poll') seen += row.in;
    open += row.waiting;
    for (const [end, count] of Object.entries(row.ends)) outcomes[end] = (outcomes[end] ?? 0) + count;
  }
  return { seen, open, outcomes };
}
