import { offsetMs } from '@rasid/arabic';
import { readClock } from './clock.ts';
import { readDay } from './day.ts';
import { foldDate } from './letters.ts';
import { usualDate } from './usual.ts';
import { statedZone, type Zone } from './zones.ts';

export type FeedDate = {
  /** ISO 8601 with the local time and its offset, so that the day stays the outlet's day. */
  iso: string;
  zone: 'stated' | 'assumed';
  precision: 'second' | 'minute' | 'day';
  calendar: 'gregorian' | 'hijri';
};

const longest = 160; // characters: no date is longer

/** Reads a date of a feed in any wording. Null when there is none, or one that means "never set". */
export function readFeedDate(text: string, timeZone: string): FeedDate | null {
  const usual = usualDate(text.trim());
  if (usual && usual.local !== usual.offset) {
    const iso = isoOf(usual.local, usual.offset);
    return { iso, zone: 'stated', precision: 'second', calendar: 'gregorian' };
  }
  const folded = unpack(foldDate(text.slice(0, longest).replace(/<\/?[a-z][^<>]{0,80}>/gi, ' ')));
  const stamp = timestamp(folded);
  if (stamp !== null)
    return { iso: isoOf(stamp, 0), zone: 'stated', precision: 'second', calendar: 'gregorian' };
  const day = readDay(folded);
  if (!day) return null;
  const clock = readClock(folded);
  const local = Date.UTC(day.year, day.month - 1, day.day) + (clock?.ms ?? 0);
  const stated = clock ? statedZone(clock.rest) : null;
  const shift = stated ? shiftOf(stated, local) : null;
  const offset = shift ?? shiftOf({ name: timeZone }, local) ?? 0;
  if (local - offset === 0) return null; // 1970-01-01: a date nobody set
  const precision = clock?.precision ?? 'day';
  return {
    iso: isoOf(local, offset),
    zone: shift === null ? 'assumed' : 'stated',
    precision,
    calendar: day.calendar,
  };
}

/** 20251203t101500z, as calendars write it. */
const unpack = (text: string): string =>
  text.replace(/^(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})(\d{2})(?!\d)/, '$1-$2-$3t$4:$5:$6');

/** Seconds or milliseconds since 1970. */
function timestamp(text: string): number | null {
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  return /^1\d{12}$/.test(text) ? Number(text) : null;
}

function shiftOf(zone: Zone, local: number): number | null {
  if ('minutes' in zone) return zone.minutes * 60_000;
  // Asked twice, for the night the clocks change.
  return offsetMs(local - offsetMs(local, zone.name), zone.name);
}

/** 2025-12-03T10:15:00+03:00; thousandths only where there are some. */
function isoOf(local: number, offset: number): string {
  const iso = new Date(local).toISOString();
  const time = iso.endsWith('.000Z') ? iso.slice(0, 19) : iso.slice(0, 23);
  if (offset === 0) return `${time}Z`;
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${time}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
