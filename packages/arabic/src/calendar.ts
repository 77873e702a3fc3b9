const dayMs = 24 * 3600 * 1000;

/** A calendar day as the number of days since 1970-01-01. */
export type Day = number;

export const dayOf = (year: number, month: number, day: number): Day =>
  Math.floor(Date.UTC(year, month - 1, day) / dayMs);
export const isoDay = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10);
export const weekdayOf = (day: Day): number => new Date(day * dayMs).getUTCDay();
export const yearOf = (day: Day): number => new Date(day * dayMs).getUTCFullYear();
export const monthOf = (day: Day): number => new Date(day * dayMs).getUTCMonth() + 1;

/** Whether the day exists in that month. */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && monthOf(dayOf(year, month, day)) === month;

/** The day it is in a time zone at a moment. Unknown zones count as UTC; a time without an offset is local already. */
export function localDay(iso: string, timeZone: string): Day | null {
  const plain = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]*)?$/.exec(iso);
  if (plain) return dayOf(Number(plain[1]), Number(plain[2]), Number(plain[3]));
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return null;
  return Math.floor((time + offsetMs(time, timeZone)) / dayMs);
}

const formatters = new Map<string, Intl.DateTimeFormat | null>();

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    made = null;
  }
  formatters.set(timeZone, made);
  return made;
}

let last = { time: 0, timeZone: '', offset: 0 };

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
export function offsetMs(time: number, timeZone: string): number {
  // title and text of an article ask for the same moment, and formatting is slow
  if (last.time !== time || last.timeZone !== timeZone)
    last = { time, timeZone, offset: readOffset(time, timeZone) };
  return last.offset;
}

function readOffset(time: number, timeZone: string): number {
  const formatter = formatterOf(timeZone);
  if (!formatter) return 0;
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(time)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

/** The Gregorian day of a Hijri date by Umm al-Qura, found by search; null outside the table. */
export function hijriToDay(year: number, month: number, day: number): Day | null {
  const guess = dayOf(622, 7, 16) + Math.floor((year - 1) * 354.367 + (month - 1) * 29.53 + day - 1);
  for (let shift = -4; shift <= 4; shift++) {
    const parts = hijriParts(guess + shift);
    if (parts.year === year && parts.month === month && parts.day === day) return guess + shift;
  }
  return null;
}

const hijri = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

function hijriParts(day: Day) {
  const part: Record<string, number> = {};
  for (const { type, value } of hijri.formatToParts(day * dayMs)) part[type] = Number.parseInt(value, 10);
  return { year: part.year ?? 0, month: part.month ?? 0, day: part.day ?? 0 };
}

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => day - ((weekdayOf(day) + 6) % 7);

/** YYYY-MM; months outside 1 to 12 carry over into the years. */
export const isoMonth = (year: number, month: number): string => isoDay(dayOf(year, month, 1)).slice(0, 7);

/** The Hijri year and month it is on a day. */
export const hijriOf = (day: Day): { year: number; month: number; day: number } => hijriParts(day);
