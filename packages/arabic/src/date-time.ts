import { dayOf, hijriToDay, isDay, isoDay, offsetMs } from './calendar.ts';
import { canonical, foldStrong } from './canonical.ts';
import { hijriMonths, monthNames } from './months.ts';

export type DateTime = { iso: string; precision: 'second' | 'minute' | 'day'; zone: 'stated' | 'assumed' };

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const zones: Record<string, number> = {
  z: 0,
  gmt: 0,
  ut: 0,
  utc: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  ast: 180,
  msk: 180,
};
const maxLength = 120; // no date is longer

type Parts = { year: number; month: number; day: number };

/**
 * Reads any wording of a date in a feed or a page: RFC 822 with its usual sins, ISO 8601, Arabic month names,
 * digits of three scripts, Hijri, ص and م. Null when there is no date in it. The answer keeps the local time and its
 * offset, so that the day stays the outlet's day.
 */
export function parseDateTime(text: string, options: { timeZone: string; now?: string }): DateTime | null {
  const plain = foldStrong(canonical(text.slice(0, maxLength)).text)
    .toLowerCase()
    .trim();
  const parts = isoParts(plain) ?? namedParts(plain) ?? numericParts(plain);
  if (!parts || !isDay(parts.year, parts.month, parts.day)) return null;
  const clock = clockOf(plain);
  const zone = clock ? zoneOf(plain) : null;
  const local = Date.UTC(parts.year, parts.month - 1, parts.day) + (clock?.seconds ?? 0) * 1000;
  // The zone's own offset is asked again at the answer, for the night the clocks change.
  const shift =
    zone === null ? offsetMs(local - offsetMs(local, options.timeZone), options.timeZone) : zone * 60_000;
  const iso = new Date(local).toISOString().slice(0, 19) + offsetText(shift);
  return { iso, precision: clock?.precision ?? 'day', zone: zone === null ? 'assumed' : 'stated' };
}

/** +03:00, or Z. */
function offsetText(ms: number): string {
  if (ms === 0) return 'Z';
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function isoParts(text: string): Parts | null {
  const match =
    /(?:^|\D)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:t|$)/.exec(text);
  if (!match) return null;
  return common(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** A Hijri year is turned into the Gregorian day. */
function common(year: number, month: number, day: number): Parts | null {
  if (year >= 1300 && year <= 1500) {
    const found = hijriToDay(year, month, day);
    return found === null ? null : partsOf(isoDay(found));
  }
  return year < 1990 || year > 2100 ? null : { year, month, day };
}

const partsOf = (iso: string): Parts => ({
  year: Number(iso.slice(0, 4)),
  month: Number(iso.slice(5, 7)),
  day: Number(iso.slice(8, 10)),
});

function numericParts(text: string): Parts | null {
  const match = /(?:^|\D)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\D|$)/.exec(text);
  if (!match) return null;
  const [a, b, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return b > 12 && a <= 12 ? common(year, a, b) : common(year, b, a); // day first, unless that cannot be
}

/** "Tue, 03 Dec 2025", "December 3, 2025", "3 كانون الأول 2025", "الثلاثاء 12 رجب 1446". */
function namedParts(text: string): Parts | null {
  const words = text
    .split(/[\s,/\-()|]+/)
    .filter(Boolean)
    .slice(0, 20);
  for (let at = 0; at < words.length; at++) {
    const name = monthOfWords(words, at);
    if (!name) continue;
    const after = words
      .slice(at + name.words)
      .filter((word) => monthOfWords([word], 0) === null && word !== 'من');
    const before = words[at - 1] === 'من' ? words[at - 2] : words[at - 1];
    const dayFirst = /^\d{1,2}$/.test(before ?? '');
    const day = dayFirst ? before : after[0]?.replace(/(?:st|nd|rd|th)$/, '');
    const year =
      after.slice(dayFirst ? 0 : 1).find((word) => /^\d{4}(?:م|ه)?$/.test(word)) ??
      (dayFirst ? after.find((word) => /^\d{2}$/.test(word)) : undefined);
    if (!day || !year || !/^\d{1,2}$/.test(day)) continue;
    const full = Number.parseInt(year, 10);
    const parts = common(full < 100 ? 2000 + full : full, name.month, Number(day));
    if (parts) return parts;
  }
  return null;
}

function monthOfWords(words: readonly string[], at: number): { month: number; words: number } | null {
  const word = words[at] ?? '';
  const english = /^[a-z]{3,9}$/.test(word) ? englishMonths.indexOf(word.slice(0, 3)) : -1;
  if (english >= 0) return { month: english + 1, words: 1 };
  for (const names of [monthNames, hijriMonths]) {
    const two = names.get(`${word} ${words[at + 1] ?? ''}`);
    if (two !== undefined) return { month: two, words: 2 };
    const one = names.get(word);
    if (one !== undefined) return { month: one, words: 1 };
  }
  return null;
}

function clockOf(text: string): { seconds: number; precision: 'second' | 'minute' } | null {
  const match = /(?:^|[^\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text);
  if (!match) return null;
  let hour = Number(match[1]);
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 24 || minute > 59 || second > 60) return null;
  const rest = text.slice(match.index + match[0].length);
  const isAfternoon =
    /^[\s.\d]{0,6}(?:pm|p\.m|م(?:ساء|$|\s)|ظهرا|عصرا)/.test(rest) ||
    /(?:مساء|عصرا)\s*$/.test(text.slice(0, match.index));
  const isMorning = /^[\s.\d]{0,6}(?:am|a\.m|ص(?:باحا|$|\s))/.test(rest);
  if (isAfternoon && hour < 12) hour += 12;
  if (isMorning && hour === 12) hour = 0;
  return {
    seconds: hour * 3600 + minute * 60 + second,
    precision: match[3] === undefined ? 'minute' : 'second',
  };
}

/** Minutes ahead of UTC when the text states a zone after its time. */
function zoneOf(text: string): number | null {
  const rest = text.slice(text.search(/\d{1,2}:\d{2}/));
  const offset = /([+-])(\d{2}):?(\d{2})\s*$/.exec(rest) ?? /([+-])(\d{2}):?(\d{2})(?!\d)/.exec(rest);
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  const name = /(?:\d|\s)(z|[a-z]{2,4})\)?\s*$/.exec(rest);
  return name ? (zones[name[1] ?? ''] ?? null) : null;
}

/** The day a number of days before or after another, for callers that only shift. */
export const shiftDay = (iso: string, days: number): string =>
  isoDay(dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))) + days);
