import type { Day } from './calendar.ts';
import { isoDay, isoMonth } from './calendar.ts';
import type { DayPart } from './date-words.ts';

export type DateValue = {
  /** YYYY-MM-DD, YYYY-MM or YYYY, as precise as the text. A week begins on its Monday. */
  start: string;
  /** The last day, month or year of a range. */
  end: string | null;
  precision: 'day' | 'range' | 'week' | 'month' | 'year';
};

export type DateForm = 'absolute' | 'weekday' | 'relative' | 'since' | 'named' | 'clock';

export type Found = {
  to: number;
  /** Null when it cannot be resolved, or stands for something else. */
  value: DateValue | null;
  form: DateForm;
  future?: boolean;
  dayPart?: DayPart | undefined;
  third?: 'early' | 'mid' | 'late' | undefined;
  clock?: string;
};

/** What the readers look at. */
export type DateContext = {
  /** Strong keys, date words without their particles. */
  keys: readonly string[];
  /** Canonical words as they stand. */
  words: readonly string[];
  /** The day of publication in the outlet's zone. */
  today: Day | null;
  /** The value of the mention before, for "the same day". */
  previous: DateValue | null;
  /** Reading the date in the other calendar behind "الموافق", which has no third behind it. */
  isTwin?: boolean;
};

export type Reader = (context: DateContext, at: number) => Found | null;

export const oneDay = (day: Day): DateValue => ({ start: isoDay(day), end: null, precision: 'day' });
export const oneWeek = (monday: Day): DateValue => ({ start: isoDay(monday), end: null, precision: 'week' });
export const oneMonth = (year: number, month: number): DateValue => ({
  start: isoMonth(year, month),
  end: null,
  precision: 'month',
});
export const oneYear = (year: number): DateValue => ({ start: String(year), end: null, precision: 'year' });
export const days = (from: Day, to: Day): DateValue =>
  from === to ? oneDay(from) : { start: isoDay(from), end: isoDay(to), precision: 'range' };
export const years = (from: number, to: number): DateValue => ({
  start: String(from),
  end: String(to),
  precision: 'range',
});
