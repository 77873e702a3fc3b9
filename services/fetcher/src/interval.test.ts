import { blankRhythm, learn, type Rhythm } from '@rasid/sources';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, decide, type Moment } from './interval.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 5);

/** The habits of a source that writes so many items an hour, after ten days. */
function steady(perHour: number): Rhythm {
  let rhythm = blankRhythm(start);
  for (let now = start + hour; now <= start + 10 * day; now += hour)
    rhythm = learn(rhythm, { nowMs: now, count: perHour, times: [] });
  return rhythm;
}

const moment: Moment = {
  nowMs: start + 10 * day,
  rhythm: steady(2),
  errors: 0,
  retryAfterMs: null,
  newShare: 0.1,
  carried: 50,
  hints: { feedMs: null, maxAgeMs: null },
  bounds: { minIntervalMs: 2 * minute, maxIntervalMs: day },
  chance: 0.5, // no spread either way, but for what is asked for, which it lengthens by a twentieth
};
const pause = (change: Partial<Moment>) => decide({ ...moment, ...change }).intervalMs;
const habits = [null, ...[0, 0.2, 2, 20].map(steady)]; // ten days each: learned once, not for every property
const some = fc.record({
  rhythm: fc.constantFrom(...habits),
  errors: fc.double({ min: 0, max: 100, noNaN: true }),
  retryAfterMs: fc.option(fc.nat(10 * day)),
  newShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  carried: fc.nat(10_000),
  hints: fc.record({ feedMs: fc.option(fc.nat(1e12)), maxAgeMs: fc.option(fc.nat(1e12)) }),
  chance: fc.double({ min: 0, max: 1, noNaN: true }),
});
/** Whatever else holds, a larger value of one field never gives a shorter pause. */
const neverShorter = (field: 'errors' | 'retryAfterMs', largest = field === 'errors' ? 100 : 5 * day) =>
  fc.assert(
    fc.property(some, fc.nat(largest), fc.nat(largest), (rest, a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      fc.pre(field !== 'errors' || rest.rhythm !== null || less > 0); // after its first failure a feed never read is tried again sooner
      expect(pause({ ...rest, [field]: more })).toBeGreaterThanOrEqual(pause({ ...rest, [field]: less }));
    }),
  );

describe('the pause until the next poll', () => {
  it('lies within the bounds whatever happens, or at what the server asks, for a day at most', () => {
    fc.assert(
      fc.property(some, (change) => {
        const { intervalMs } = decide({ ...moment, ...change });
        expect(intervalMs).toBeGreaterThanOrEqual(2 * minute);
        expect(intervalMs).toBeLessThanOrEqual(day);
      }),
    );
    expect(pause({ retryAfterMs: 3 * day })).toBe(day);
    expect(pause({ bounds: { minIntervalMs: 3 * minute, maxIntervalMs: 5 * minute } })).toBe(5 * minute);
    expect(pause({ bounds: { minIntervalMs: minute, maxIntervalMs: 5 * minute }, retryAfterMs: hour })).toBe(
      63 * minute,
    );
  });

  it('is shorter the more a source writes', () => {
    const pauses = [0, 0.1, 0.5, 2, 5].map((perHour) => pause({ rhythm: steady(perHour) }));
    expect(pauses).toEqual(pauses.toSorted((a, b) => b - a));
    expect(new Set(pauses).size).toBe(pauses.length);
  });

  it('never ends: a source without news is asked once a day or more', () => {
    expect(pause({ rhythm: steady(0), errors: 1_000 })).toBe(day);
    expect(pause({ rhythm: steady(0), carried: 0 })).toBeLessThanOrEqual(day);
  });

  it('is stretched by errors, the longer the more they weigh', () => {
    neverShorter('errors');
    const daily = { hints: { feedMs: day, maxAgeMs: null }, rhythm: steady(0), chance: 0 };
    for (const errors of [0, 0.25, 1e6]) expect(pause({ ...daily, errors })).toBe(day);
  });

  it('is short after the first failure of a feed that was never read, and grows with each', () => {
    const pauses = [0.25, 1, 5, 20].map((errors) => pause({ rhythm: null, errors }));
    expect(pauses).toEqual([12.5 * minute, 20 * minute, 60 * minute, 210 * minute]);
  });

  it('never undercuts Retry-After', () => neverShorter('retryAfterMs'));

  it('is after one success what it would be without the errors before', () => {
    expect(pause({ errors: 40 })).toBeGreaterThan(pause({ errors: 0 }));
    expect(decide({ ...moment, errors: 0 })).toEqual(decide(moment)); // errors are all it knows of the past
  });

  it('is no longer the more of the feed was new', () => {
    const pauses = [0.2, 0.6, 0.8, 1].map((newShare) => pause({ newShare }));
    expect(pauses).toEqual(pauses.toSorted((a, b) => b - a));
    expect(pause({ newShare: 1 })).toBeLessThan(pause({ newShare: 0.2 }));
  });

  it('comes back before a short feed has lost an item', () => {
    const busy = steady(30);
    expect(pause({ rhythm: busy, carried: 10 })).toBeLessThan((10 / 30) * hour);
  });

  it('keeps to what the publisher asks, until the feed itself writes more', () => {
    const hints = { feedMs: hour, maxAgeMs: null };
    expect(decide({ ...moment, rhythm: steady(0.5), hints })).toEqual({
      intervalMs: 63 * minute,
      why: 'hint',
    });
    expect(pause({ rhythm: steady(20), hints })).toBe(6.3 * minute);
    expect(pause({ rhythm: steady(20), hints: { feedMs: null, maxAgeMs: 15 * minute } })).toBe(
      15.75 * minute,
    );
  });

  it('is never shorter than what was asked for, whatever chance adds', () => {
    fc.assert(
      fc.property(some, fc.nat(20 * 60), (change, minutes) => {
        const askedMs = minutes * minute;
        expect(pause({ ...change, retryAfterMs: askedMs })).toBeGreaterThanOrEqual(askedMs);
        const hints = { feedMs: null, maxAgeMs: Math.min(askedMs, hour) };
        expect(pause({ ...change, errors: 0, hints })).toBeGreaterThanOrEqual(hints.maxAgeMs);
      }),
    );
  });

  it('meets the morning: shorter before a busy hour than after it', () => {
    let rhythm = blankRhythm(start);
    for (let now = start + hour; now <= start + 14 * day; now += hour) {
      const written = new Date(now - 1).getUTCHours();
      rhythm = learn(rhythm, { nowMs: now, count: written >= 8 && written < 16 ? 6 : 0, times: [] });
    }
    const evening = pause({
      rhythm: { ...rhythm, at: start + 14 * day + 20 * hour },
      nowMs: start + 14 * day + 20 * hour,
    });
    const noon = pause({
      rhythm: { ...rhythm, at: start + 14 * day + 12 * hour },
      nowMs: start + 14 * day + 12 * hour,
    });
    expect(evening).toBeGreaterThan(5 * noon);
    expect(evening).toBeLessThan(13 * hour);
  });
});

describe('chance', () => {
  it('is the same again for a source and a poll, and spread evenly', () => {
    expect(chanceOf('sana', 3)).toBe(chanceOf('sana', 3));
    const tenths = Array(10).fill(0);
    for (let poll = 0; poll < 1_000; poll++) tenths[Math.floor(chanceOf('sana', poll) * 10)]++;
    for (const count of tenths) expect(count).toBeGreaterThan(60);
  });
});
