import { blankFeedState, type FeedState } from '@rasid/storage';
import { describe, expect, it } from 'vitest';
import { paced, type Showing } from './pace.ts';
import { sourceAt } from './test-server.ts';

const minute = 60_000;
const start = Date.UTC(2026, 0, 5, 8);
const source = {
  ...sourceAt('https://e.org/feed'),
  minIntervalMs: 2 * minute,
  maxIntervalMs: 1_440 * minute,
};

/** A source after two days of polls every half hour with two new items each. */
function known(): FeedState {
  let state: FeedState = { ...blankFeedState };
  for (let at = 0; at < 96; at++) state = ask(state, at * 30, { fresh: 2, carried: 40 });
  return state;
}
const ask = (state: FeedState, atMinutes: number, showing: Omit<Showing, 'nowMs'>): FeedState =>
  paced(source, { ...state, polls: state.polls + 1 }, { nowMs: start + atMinutes * minute, ...showing });

describe('after a poll', () => {
  it('a failure stretches the pause and teaches nothing of the source', () => {
    const before = known();
    let state = before;
    const pauses: number[] = [];
    for (let errors = 1; errors <= 5; errors++) {
      state = ask({ ...state, errors }, 48 * 60 + errors * 40, { fresh: null });
      pauses.push(state.intervalMs);
    }
    expect(pauses.at(-1)).toBeGreaterThan(3 * before.intervalMs);
    expect(state.rhythm).toEqual(before.rhythm);
    expect(state.intervalWhy).toBe('errors');
  });

  it('the first success ends the stretch at once, and what came in between is learned', () => {
    const before = known();
    const failed = ask({ ...before, errors: 9 }, 48 * 60 + 60, { fresh: null });
    expect(failed.intervalMs).toBeGreaterThan(60 * minute);
    const healed = ask({ ...failed, errors: 0 }, 48 * 60 + 120, { fresh: 8, carried: 40 });
    const never = ask({ ...before, polls: failed.polls }, 48 * 60 + 120, { fresh: 8, carried: 40 });
    expect(healed).toEqual(never);
  });

  it('wishes of the publisher hold through answers that do not repeat them', () => {
    const wished = ask(known(), 48 * 60, {
      fresh: 0,
      carried: 40,
      hints: { feedMs: null, maxAgeMs: 55 * minute },
    });
    expect(wished).toMatchObject({ intervalWhy: 'hint', carried: 40 });
    const unchanged = ask(wished, 49 * 60, { fresh: 0 });
    expect(unchanged.hints).toEqual({ feedMs: null, maxAgeMs: 55 * minute });
    expect(unchanged.intervalMs).toBeGreaterThan(45 * minute);
  });

  it('a feed that was all new is asked sooner, unless it was asked late', () => {
    const usual = ask(known(), 48 * 60, { fresh: 2, carried: 20 });
    const onTime = { ...known(), intervalMs: 30 * minute };
    expect(ask(onTime, 48 * 60, { fresh: 20, carried: 20 }).intervalMs).toBeLessThan(usual.intervalMs / 2);
    expect(ask(onTime, 60 * 60, { fresh: 20, carried: 20 }).intervalWhy).toBe('rhythm');
  });
});
