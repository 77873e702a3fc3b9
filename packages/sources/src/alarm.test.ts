import { describe, expect, it } from 'vitest';
import { type AlarmFacts, alarmOf, blankRhythm, learn, type Rhythm } from './index.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 5);

/** A source that writes by day and rests at night, then writes another share of it from `changeAt` on. */
function rhythm(days: number, changeAt: number, share: number): Rhythm {
  let learned = blankRhythm(start);
  for (let now = start + hour; now <= start + days * day; now += hour) {
    const isAwake = new Date(now).getUTCHours() >= 6;
    const isEvery =
      now < start + changeAt * day || (share > 0 && Math.round(now / hour) % Math.round(1 / share) === 0);
    learned = learn(learned, { nowMs: now, count: isAwake && isEvery ? 2 : 0, times: [] });
  }
  return learned;
}
const facts = (change: Partial<AlarmFacts>): AlarmFacts => ({
  rhythm: null,
  empties: 0,
  newestAt: null,
  rejections: 0,
  nowMs: start + 20 * day,
  ...change,
});

describe('an alarm', () => {
  it('is not raised for a source that writes by its habits, nights included', () => {
    for (const hours of [0, 3, 6])
      expect(
        alarmOf(
          facts({
            rhythm: rhythm(14 + hours / 24, 100, 1),
            newestAt: new Date(start + 20 * day).toISOString(),
          }),
        ),
      ).toBe(null);
  });

  it('is raised for a source that is silent for longer than ever', () => {
    expect(alarmOf(facts({ rhythm: rhythm(15, 14, 0) }))).toBe('silent');
    expect(alarmOf(facts({ empties: 3 }))).toBe('silent');
    expect(alarmOf(facts({ empties: 2 }))).toBe(null);
  });

  it('waits for a source that seldom writes', () => {
    let learned = blankRhythm(start);
    for (let now = start + day; now <= start + 30 * day; now += day)
      learned = learn(learned, {
        nowMs: now,
        count: now <= start + 25 * day && Math.round((now - start) / day) % 5 === 0 ? 1 : 0,
        times: [],
      });
    expect(alarmOf(facts({ rhythm: learned }))).toBe(null);
  });

  it('counts only the time in which the source was asked', () => {
    expect(alarmOf(facts({ rhythm: rhythm(14, 100, 1), nowMs: start + 60 * day }))).toBe(null);
  });

  it('is raised for a feed whose newest entry is old', () => {
    expect(alarmOf(facts({ newestAt: new Date(start).toISOString() }))).toBe('stale');
    expect(alarmOf(facts({ newestAt: new Date(start + 18 * day).toISOString() }))).toBe(null);
  });

  it('is raised for a source that writes a fifth of what it did', () => {
    expect(alarmOf(facts({ rhythm: rhythm(47, 40, 0.2) }))).toBe('shrinking');
    expect(alarmOf(facts({ rhythm: rhythm(47, 40, 0.5) }))).toBe(null);
  });

  it('is raised when nothing of a source is published', () => {
    expect(alarmOf(facts({ rejections: 20, rhythm: rhythm(14, 100, 1) }))).toBe('rejected');
    expect(alarmOf(facts({ rejections: 19 }))).toBe(null);
  });
});
