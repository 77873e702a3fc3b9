import type { Rhythm } from './rhythm.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export const recentHalfLifeMs = 1.5 * hourMs; // how long a burst of news lasts

export const fade = (ms: number, halfLifeMs: number): number => 0.5 ** (Math.max(0, ms) / halfLifeMs);
const sum = (cells: readonly number[]): number => cells.reduce((total, cell) => total + cell, 0);
export const at = (cells: readonly number[], index: number): number => cells[index] ?? 0;
export const hourOf = (ms: number): number => Math.floor(ms / hourMs) % 24;
/** 0 is Thursday, the first of January 1970. */
export const weekdayOf = (ms: number): number => Math.floor(ms / dayMs) % 7;

const priorRate = 0.4; // items an hour of a source nobody knows: the ten a day of a usual section feed
const priorHours = 6; // how long that is believed
const shapePrior = 1.5; // items that an hour of the day must show before its own count weighs more than the whole day's

/** Items an hour over the whole day. */
export const meanRate = (rhythm: Rhythm): number =>
  (sum(rhythm.hours) + priorRate * priorHours) / (sum(rhythm.spans) + priorHours);

/** Items an hour for each hour of the day: its own count, leaning on its neighbours and on the mean. */
export function hourlyRates(rhythm: Rhythm): number[] {
  const mean = meanRate(rhythm);
  const around = (cells: readonly number[], hour: number) =>
    0.25 * at(cells, (hour + 23) % 24) + 0.5 * at(cells, hour) + 0.25 * at(cells, (hour + 1) % 24);
  return rhythm.hours.map(
    (_, hour) => (around(rhythm.hours, hour) + shapePrior) / (around(rhythm.spans, hour) + shapePrior / mean),
  );
}

const dayPrior = 6; // items a weekday must have let expect before it is told from the others

/** How a weekday differs from the mean day. */
const weekdayFactor = (rhythm: Rhythm, ms: number): number => {
  const day = weekdayOf(ms);
  return (at(rhythm.days, day) + dayPrior) / (at(rhythm.dayExpected, day) + dayPrior);
};

const recentPrior = 2; // one item more than expected is no burst

/** How it goes just now against the habit: above one in a burst, below in a lull. */
const presentFactor = (rhythm: Rhythm): number =>
  Math.min(Math.max((rhythm.recent + recentPrior) / (rhythm.recentExpected + recentPrior), 0.3), 6);

/** Items an hour at each moment to come: habit, weekday, and the present burst, which fades. */
export function forecast(rhythm: Rhythm): (ms: number) => number {
  const rates = hourlyRates(rhythm);
  const excess = presentFactor(rhythm) - 1;
  return (ms) =>
    at(rates, hourOf(ms)) * weekdayFactor(rhythm, ms) * (1 + excess * fade(ms - rhythm.at, recentHalfLifeMs));
}

/** Items that the habits let expect between two moments. */
export function expectedItems(rhythm: Rhythm, fromMs: number, toMs: number): number {
  let expected = 0;
  for (const piece of pieces(fromMs, toMs, hourlyRates(rhythm), rhythm)) expected += piece.expected;
  return expected;
}

export type Piece = { fromMs: number; hours: number; expected: number };

/** A window cut at full hours, each piece with what the habits expect of it. */
export function* pieces(
  fromMs: number,
  toMs: number,
  rates: readonly number[],
  rhythm: Rhythm,
): Generator<Piece> {
  for (let start = fromMs; start < toMs; ) {
    const end = Math.min(toMs, (Math.floor(start / hourMs) + 1) * hourMs);
    const hours = (end - start) / hourMs;
    yield {
      fromMs: start,
      hours,
      expected: hours * at(rates, hourOf(start)) * weekdayFactor(rhythm, start),
    };
    start = end;
  }
}
