import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankRhythm, expectedItems, forecast, learn, meanRate, type Rhythm } from './index.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const monday = Date.UTC(2026, 0, 5);

/** A source that is asked every half hour and writes so many items in each hour. */
function watched(days: number, itemsIn: (ms: number) => number, isDated = true): Rhythm {
  let rhythm: Rhythm = blankRhythm(monday);
  for (let now = monday + hourMs; now <= monday + days * dayMs; now += hourMs) {
    const count = itemsIn(now - hourMs);
    const times = isDated ? Array.from({ length: count }, (_, at) => now - hourMs + 1000 * (at + 1)) : [];
    rhythm = learn(rhythm, { nowMs: now, count, times });
  }
  return rhythm;
}

const utcHour = (ms: number) => new Date(ms).getUTCHours();

describe('a rhythm', () => {
  it.each([true, false])('learns the hours of the day (dated: %s)', (isDated) => {
    const rhythm = watched(10, (ms) => (utcHour(ms) >= 6 && utcHour(ms) < 18 ? 4 : 0), isDated);
    const rate = forecast(rhythm);
    const noon = monday + 11 * dayMs + 12 * hourMs;
    expect(rate(noon)).toBeGreaterThan(3);
    expect(rate(noon + 12 * hourMs)).toBeLessThan(0.5);
  });

  it('learns the weekdays', () => {
    const isFriday = (ms: number) => new Date(ms).getUTCDay() === 5;
    const rhythm = watched(28, (ms) => (isFriday(ms) ? 0 : 2));
    const rate = forecast(rhythm);
    const next = monday + 28 * dayMs;
    expect(rate(next + 4.5 * dayMs)).toBeLessThan(rate(next + 2.5 * dayMs) / 2); // Friday against Wednesday
  });

  it('expects more just after a burst, and as before a day later', () => {
    const steady = watched(10, () => 2);
    const burst = learn(steady, { nowMs: steady.at + hourMs, count: 12, times: [] });
    expect(forecast(burst)(burst.at)).toBeGreaterThan(2 * forecast(steady)(steady.at));
    expect(forecast(burst)(burst.at + dayMs)).toBeLessThan(1.3 * forecast(steady)(steady.at + dayMs));
  });

  it('forgets: a source that stopped is expected to write less and less', () => {
    const rhythm = watched(40, (ms) => (ms < monday + 10 * dayMs ? 3 : 0));
    expect(meanRate(rhythm)).toBeLessThan(1);
    expect(rhythm.longestGapMs).toBeLessThan(dayMs);
  });

  it('is taught by the first poll: how far the feed reaches back says how much is written', () => {
    const times = Array.from({ length: 24 }, (_, at) => monday - at * hourMs * 0.5 - 1000);
    expect(meanRate(learn(null, { nowMs: monday, count: 24, times }))).toBeGreaterThan(1.5);
    const old = times.map((time) => time - 100 * dayMs);
    expect(meanRate(learn(null, { nowMs: monday, count: 24, times: old }))).toBeLessThan(0.05);
  });

  it('expects in a window what the hours in it give', () => {
    const rhythm = watched(10, () => 2);
    expect(expectedItems(rhythm, rhythm.at, rhythm.at + 10 * hourMs)).toBeCloseTo(20, -1);
  });

  it('stays small and finite whatever it is fed, and does not change what it was given', () => {
    const sightings = fc.array(
      fc.record({
        pauseMs: fc.integer({ min: 0, max: 60 * dayMs }),
        count: fc.nat(10_000),
        times: fc.array(fc.oneof(fc.double(), fc.integer({ min: -1e9, max: 1e9 })), { maxLength: 20 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(sightings, (list) => {
        let now = monday;
        let rhythm: Rhythm | null = null;
        for (const { pauseMs, count, times } of list) {
          now += pauseMs;
          const before: string = JSON.stringify(rhythm);
          const next: Rhythm = learn(rhythm, { nowMs: now, count, times: times.map((time) => now + time) });
          expect(JSON.stringify(rhythm)).toBe(before);
          rhythm = next;
          const rate = forecast(rhythm)(now + hourMs);
          expect(Number.isFinite(rate) && rate >= 0).toBe(true);
          expect(rhythm.hours.length + rhythm.spans.length + rhythm.days.length).toBe(55);
        }
      }),
      { numRuns: 200 },
    );
  });
});
