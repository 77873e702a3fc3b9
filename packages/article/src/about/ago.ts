import { type DateTime, lookupKey, parseDateTime, shiftDay } from '@rasid/arabic';
import { agoLabels, agoNumbers, agoUnits, justNow } from '../rules/ago.ts';
import { inZone } from './zone.ts';

/** When the page was fetched and where its outlet is: without them "three hours ago" is no date. */
export type Fetched = { at: string; timeZone: string };

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
const maxLine = 110; // letters; a line of date and author has no more
/** Where a line goes on to something else: each part says how long ago as a whole, or says nothing. */
const separators = /[|\u2022\u00b7\u2013\u2014\n\u060c,]|\s-\s/;

/** The time a line tells from now on backwards ("منذ 3 ساعات", "أمس 14:30"), seen from when its page was fetched. */
export function readAgo(text: string, fetched: Fetched): DateTime | null {
  const moment = Date.parse(fetched.at);
  if (text.length > maxLine || Number.isNaN(moment)) return null;
  for (const part of text.split(separators)) {
    const words = lookupKey(part.replaceAll(/[:()[\]\u2066-\u2069]/g, (sign) => (sign === ':' ? ': ' : ' ')))
      .toLowerCase()
      .replaceAll(/(\d)\s*:\s*(\d)/g, '$1:$2')
      .replaceAll(/:(?!\d)/g, ' ')
      .split(/\s+/)
      .filter(Boolean);
    while (words[0] !== undefined && agoLabels.has(words[0])) words.shift();
    const minutes = minutesAgo(words);
    const date = minutes === null ? dayAndClock(words, fetched) : before(minutes, moment, fetched.timeZone);
    if (date) return date;
  }
  return null;
}

/** Days and more are days; hours and minutes are moments. */
function before(minutes: number, moment: number, timeZone: string): DateTime | null {
  if (minutes >= dayMinutes) {
    const today = inZone(new Date(moment).toISOString(), timeZone).slice(0, 10);
    return parseDateTime(shiftDay(today, -Math.round(minutes / dayMinutes)), { timeZone });
  }
  const iso = `${new Date(moment - minutes * minuteMs).toISOString().slice(0, 16)}:00Z`;
  return { iso, precision: 'minute', zone: 'stated' };
}

/** Minutes that the words tell, all of them and nothing else; null when they tell something else. */
function minutesAgo(words: readonly string[]): number | null {
  if (justNow.has(words.join(' '))) return 0;
  const isOpened = words[0] === 'منذ' || words[0] === 'قبل';
  const isClosed = ['مضت', 'ago'].includes(words.at(-1) ?? '');
  if (isOpened === isClosed) return null;
  const [first = '', second = '', ...rest] = isOpened ? words.slice(1) : words.slice(0, -1);
  if (rest.length > 0) return null;
  for (const { one, two, several, minutes } of agoUnits) {
    if (first === one && (second === '' || agoNumbers.get(second) === 1)) return minutes;
    if (two.includes(first) && first !== '' && second === '') return 2 * minutes;
    const count = /^\d{1,3}$/.test(first) ? Number(first) : agoNumbers.get(first);
    if (count !== undefined && (second === one || several.includes(second))) return count * minutes;
  }
  return null;
}

/** "Today 14:30", "yesterday at 9:00 م": with a clock only, for the words alone head sections and newspapers. */
function dayAndClock(words: readonly string[], { at, timeZone }: Fetched): DateTime | null {
  const back = words[0] === 'اليوم' ? 0 : words[0] === 'امس' ? 1 : null;
  const clock = words.slice(1).filter((word) => word !== 'الساعه' && word !== 'في');
  if (back === null || clock.length > 2 || !/^\d{1,2}:\d{2}$/.test(clock[0] ?? '')) return null;
  const today = inZone(new Date(at).toISOString(), timeZone).slice(0, 10);
  return parseDateTime(`${shiftDay(today, -back)} ${clock.join(' ')}`, { timeZone });
}
