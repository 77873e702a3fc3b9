import { learn, type Source } from '@rasid/sources';
import type { FeedState, Hints } from '@rasid/storage';
import { chanceOf, decide } from './interval.ts';

/** What a poll showed of a source's habits. */
export type Showing = {
  nowMs: number;
  /** Entries that appeared since the last success; null when the poll says nothing about it (a failure, an empty feed, a 304 that cannot be trusted). */
  fresh: number | null;
  /** When those were published, as far as the feed says. */
  times?: readonly number[];
  /** Entries in the feed; left out when it was not read. */
  carried?: number;
  retryAfterMs?: number | null;
  hints?: Partial<Hints>;
};

/** The state after a poll, with what it taught and when to come again. `state.errors` is already the new one. */
export function paced(source: Source, state: FeedState, showing: Showing): FeedState {
  const { nowMs, fresh, times = [] } = showing;
  const rhythm = fresh === null ? state.rhythm : learn(state.rhythm, { nowMs, count: fresh, times });
  const carried = showing.carried || state.carried;
  const hints = { ...(state.hints ?? { feedMs: null, maxAgeMs: null }), ...showing.hints };
  const { intervalMs, why } = decide({
    nowMs,
    rhythm,
    errors: state.errors,
    retryAfterMs: showing.retryAfterMs ?? null,
    newShare: fresh === null || !carried || !isOnTime(state, nowMs) ? null : fresh / carried,
    carried,
    hints,
    bounds: source,
    chance: chanceOf(source.id, state.polls),
  });
  return { ...state, rhythm, carried, hints, intervalMs, intervalWhy: why };
}

const late = 1.5; // of the planned pause

/** The first poll, and one after an outage or a pause, finds much that is new, which says nothing about what comes. */
function isOnTime({ rhythm, intervalMs }: FeedState, nowMs: number): boolean {
  return rhythm !== null && nowMs - rhythm.at <= intervalMs * late;
}
