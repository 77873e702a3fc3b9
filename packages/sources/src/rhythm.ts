import { at, dayMs, fade, hourlyRates, hourOf, pieces, recentHalfLifeMs, weekdayOf } from './forecast.ts';

/**
 * What is learned of a source's habits: how much it writes at which hour and on which weekday, and how it goes just
 * now. Some seventy numbers, whatever its age: old observations fade. Hours and weekdays are UTC; a shift of the clock
 * is learned anew within two weeks.
 */
export type Rhythm = {
  /** Items seen in each hour of the day, faded. */
  hours: number[];
  /** Hours watched in each hour of the day, faded. */
  spans: number[];
  /** Items seen on each weekday, and what the hours alone had let expect of it. */
  days: number[];
  dayExpected: number[];
  /** Items of the last hours, and what was expected of them: above one another in a burst, below in a lull. */
  recent: number;
  recentExpected: number;
  /** Items and hours watched of the last days, and of the last months: how a source that dries up is noticed. */
  lately: number;
  latelyHours: number;
  usual: number;
  usualHours: number;
  /** Until when it was watched, epoch milliseconds. */
  at: number;
  lastItemAt: number | null;
  /** The longest time without an item, faded by a tenth a week. */
  longestGapMs: number;
};

/** What one successful poll saw. */
export type Sighting = {
  nowMs: number;
  /** New entries; at the first poll every entry. */
  count: number;
  /** When they were published, as far as the feed says it. A time outside of the window looked over is not believed. */
  times: readonly number[];
};

const hoursHalfLifeMs = 14 * dayMs; // two weekly cycles
const daysHalfLifeMs = 28 * dayMs; // a weekday comes four times in it
const latelyHalfLifeMs = 2 * dayMs;
const usualHalfLifeMs = 45 * dayMs;
const longestWindowMs = 14 * dayMs; // an outage that is longer teaches no more

export const blankRhythm = (at: number): Rhythm => ({
  hours: Array(24).fill(0),
  spans: Array(24).fill(0),
  days: Array(7).fill(0),
  dayExpected: Array(7).fill(0),
  recent: 0,
  recentExpected: 0,
  lately: 0,
  latelyHours: 0,
  usual: 0,
  usualHours: 0,
  at,
  lastItemAt: null,
  longestGapMs: 0,
});

/**
 * The rhythm after one more successful poll. Pure: the given one stays as it was. The first poll already teaches: the
 * times of the entries say how far the feed reaches back, and one whose entries are all old is known to be quiet.
 */
export function learn(before: Rhythm | null, sighting: Sighting): Rhythm {
  return before === null ? learnFirst(sighting) : learnWindow(before, before.at, sighting);
}

function learnFirst({ nowMs, times }: Sighting): Rhythm {
  const start = nowMs - longestWindowMs;
  const dated = times.filter((time) => time <= nowMs);
  if (dated.length === 0) return blankRhythm(nowMs); // nothing is dated: nothing is known
  const recent = dated.filter((time) => time > start);
  const reachesBack = recent.length < dated.length; // entries older than the window: it shows all of its items
  const fromMs = reachesBack ? start : Math.min(...recent) - 1;
  const blank = blankRhythm(fromMs);
  return learnWindow(blank, fromMs, { nowMs, count: recent.length, times: recent });
}

function learnWindow(before: Rhythm, sinceMs: number, sighting: Sighting): Rhythm {
  const toMs = sighting.nowMs;
  const fromMs = Math.max(sinceMs, toMs - longestWindowMs);
  if (toMs <= fromMs) return before;
  const window = [...pieces(fromMs, toMs, hourlyRates(before), before)];
  const next = faded(before, toMs);
  for (const piece of window) {
    add(next.spans, hourOf(piece.fromMs), piece.hours);
    add(next.dayExpected, weekdayOf(piece.fromMs), piece.expected);
    next.recentExpected += piece.expected * fade(toMs - piece.fromMs, recentHalfLifeMs);
    next.latelyHours += piece.hours * fade(toMs - piece.fromMs, latelyHalfLifeMs);
    next.usualHours += piece.hours;
  }
  const dated = sighting.times.filter((time) => time > fromMs && time <= toMs).slice(0, sighting.count);
  for (const time of dated) note(next, time, 1, toMs);
  const undated = sighting.count - dated.length;
  const expected = window.reduce((total, piece) => total + piece.expected, 0);
  // Items without a believable time are laid over the window as the habits would have them.
  if (undated > 0)
    for (const piece of window)
      note(next, piece.fromMs, (undated * piece.expected) / Math.max(expected, 1e-9), toMs);
  return { ...next, ...gaps(before, dated, sighting, fromMs), at: toMs };
}

function note(next: Rhythm, time: number, items: number, toMs: number): void {
  add(next.hours, hourOf(time), items);
  add(next.days, weekdayOf(time), items);
  next.recent += items * fade(toMs - time, recentHalfLifeMs);
  next.lately += items * fade(toMs - time, latelyHalfLifeMs);
  next.usual += items;
}

const add = (cells: number[], index: number, value: number): void => {
  cells[index] = at(cells, index) + value;
};

function faded(before: Rhythm, toMs: number): Rhythm {
  const passed = toMs - before.at;
  const [slow, day] = [fade(passed, hoursHalfLifeMs), fade(passed, daysHalfLifeMs)];
  const [recent, lately] = [fade(passed, recentHalfLifeMs), fade(passed, latelyHalfLifeMs)];
  const usual = fade(passed, usualHalfLifeMs);
  return {
    ...before,
    hours: before.hours.map((cell) => cell * slow),
    spans: before.spans.map((cell) => cell * slow),
    days: before.days.map((cell) => cell * day),
    dayExpected: before.dayExpected.map((cell) => cell * day),
    recent: before.recent * recent,
    recentExpected: before.recentExpected * recent,
    lately: before.lately * lately,
    latelyHours: before.latelyHours * lately,
    usual: before.usual * usual,
    usualHours: before.usualHours * usual,
  };
}

function gaps(before: Rhythm, dated: readonly number[], sighting: Sighting, fromMs: number) {
  const worn = before.longestGapMs * 0.9 ** ((sighting.nowMs - before.at) / (7 * dayMs));
  if (sighting.count === 0) return { lastItemAt: before.lastItemAt, longestGapMs: worn };
  const times = [...dated].sort((a, b) => a - b);
  if (times.length === 0) times.push(fromMs);
  let gap = 0;
  for (const [index, time] of times.entries())
    gap = Math.max(gap, time - (times[index - 1] ?? before.lastItemAt ?? time));
  const last = dated.length > 0 ? Math.max(...dated) : sighting.nowMs;
  return { lastItemAt: Math.max(last, before.lastItemAt ?? 0), longestGapMs: Math.max(worn, gap) };
}
