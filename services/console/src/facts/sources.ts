import type { Outlet } from '@rasid/contracts';
import type { LedgerRow, Runtime } from '@rasid/runtime';
import { createRedisFeedMemory, type FeedState } from '@rasid/storage';
import type { ConsoleSource } from '../options.ts';

/** In the order of the trouble they mean. */
const sourceStates = ['failing', 'silent', 'never-polled', 'paused', 'healthy'] as const;
export type SourceState = (typeof sourceStates)[number];

export type SourceFacts = {
  id: string;
  outlet: Outlet;
  feed: string | null;
  state: SourceState;
  error: string | null;
  lastPollAt: string | null;
  nextPollAt: string | null;
  everyMs: number | null;
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
  const [states, plans, sum, isPaused] = await Promise.all([
    memory.states(sources.map(({ id }) => id)),
    runtime.polls.list(),
    runtime.ledger.sum(),
    runtime.queues.queueOf('poll').isPaused(),
  ]);
  const planOf = new Map(plans.map((plan) => [plan.sourceId, plan]));
  const facts = sources.map(({ id, outlet, feed = null, paused = false }): SourceFacts => {
    const state = states.get(id);
    const error = state && state.errors > 0 ? (state.lastError ?? state.lastOutcome) : null;
    return {
      id,
      outlet,
      feed,
      state: isPaused || paused ? 'paused' : stateOf(state, nowMs),
      error,
      lastPollAt: state?.lastPollAt ?? null,
      nextPollAt: planOf.get(id)?.nextAt ?? null,
      everyMs: state?.intervalMs ?? planOf.get(id)?.everyMs ?? null,
      ...countItems(sum.rows.filter((row) => row.source === id)),
    };
  });
  const rank = (state: SourceState) => sourceStates.indexOf(state);
  return facts.sort((a, b) => rank(a.state) - rank(b.state) || a.id.localeCompare(b.id));
}

const silentAfterMs = 3 * 24 * 3_600_000; // a weekend and a holiday: a living outlet writes within that

/** A feed that answers but has long given nothing new is silent, and so is one that gives no entries at all. */
export function stateOf(state: FeedState | undefined, nowMs: number): SourceState {
  if (!state?.lastPollAt) return 'never-polled';
  if (state.errors > 0) return 'failing';
  if (state.lastOutcome === 'empty') return 'silent';
  const isOld = state.lastNewAt !== null && nowMs - Date.parse(state.lastNewAt) > silentAfterMs;
  return isOld ? 'silent' : 'healthy';
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
