import { hijriMonths, hijriToDay, isDay, isoDay, monthNames } from '@rasid/arabic';
import { weekdayIn } from './weekdays.ts';

export type CalendarDay = { year: number; month: number; day: number; calendar: 'gregorian' | 'hijri' };

const latin: ReadonlyMap<string, number> = new Map(
  [
    'jan janv janvier january ene enero janeiro jaen januar gen gennaio ocak',
    'feb fev fevr fevrier february febrero fevereiro februar febbraio subat',
    'mar mars march marzo marco maerz marz mrz mart',
    'apr avr avril april abr abril aprile nisan',
    'may mai mayo maio mag maggio mayis',
    'jun juin june junio junho juni giu giugno haziran',
    'jul juil juillet july julio julho juli lug luglio temmuz',
    'aug aou aout august ago agosto agustos',
    'sep sept septembre september set setembro septiembre settembre eylul',
    'oct octobre october octubre out outubro okt oktober ott ottobre ekim',
    'nov novembre november noviembre novembro kasim',
    'dec decembre december dic diciembre dez dezembro dezember dicembre aralik',
  ].flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
);

const american = /\d\s?[ap]m\b|\b[ecmp][sd]t\b/; // "2:15 pm", "EST"

/** The day in a folded text: ISO or numbers, names of months, Hijri where nothing else is there. */
export function readDay(words: string): CalendarDay | null {
  const text = words.replace(/\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d{1,9})?)?/g, ' ; '); // its digits are no day
  const numeric = numericDays(text, { isAmerican: american.test(words), weekday: weekdayIn(text) });
  return (
    numeric.find(({ calendar }) => calendar === 'gregorian') ??
    namedDay(
      text,
      (word) =>
        latin.get(
          word
            .normalize('NFD')
            .replace(/[\u0300-\u036f.]/g, '')
            .replaceAll('\u0131', 'i'),
        ),
      monthNames,
    ) ??
    numeric[0] ??
    namedDay(text, () => undefined, hijriMonths)
  );
}

/** 1300 to 1500 are Hijri years; Gregorian ones begin with Unix. */
function dayOf(year: number, month: number, day: number): CalendarDay | null {
  if (year >= 1300 && year <= 1500) {
    const found = hijriToDay(year, month, day);
    if (found === null) return null;
    const [y = 0, m = 0, d = 0] = isoDay(found).split('-').map(Number);
    return { year: y, month: m, day: d, calendar: 'hijri' };
  }
  return year >= 1970 && year <= 2100 && isDay(year, month, day)
    ? { year, month, day, calendar: 'gregorian' }
    : null;
}

/** "25" is 2025; "0001" is the year of a date nobody set. */
const yearOf = (digits: string): number => Number(digits) + (digits.length === 2 ? 2000 : 0);

type Hints = { isAmerican: boolean; weekday: number | null };

function numericDays(text: string, { isAmerican, weekday }: Hints): CalendarDay[] {
  const packed = /^(\d{4})(\d{2})(\d{2})(?:t|$|\s)/.exec(text);
  const found = packed ? [dayOf(Number(packed[1]), Number(packed[2]), Number(packed[3]))] : [];
  for (const match of text.matchAll(/(?<![\d:])(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?![\d:])/g)) {
    const [first, second, third] = [match[1] ?? '', match[3] ?? '', match[4] ?? ''];
    if (first.length === 4) found.push(dayOf(Number(first), Number(second), Number(third)));
    else if (third.length === 4 || third.length === 2)
      found.push(dayFirst({ isAmerican: isAmerican && match[2] === '/', weekday }, first, second, third));
  }
  return found.filter((day) => day !== null);
}

/** Day before month, unless that cannot be, is no such weekday, or the clock is American: "12/3/2025 2:15:00 PM". */
function dayFirst({ isAmerican, weekday }: Hints, a: string, b: string, year: string): CalendarDay | null {
  const [first, second] = [Number(a), Number(b)];
  const usual = dayOf(yearOf(year), second, first);
  const other = dayOf(yearOf(year), first, second);
  if (usual && other && weekday !== null) {
    const fits = (found: CalendarDay) =>
      new Date(Date.UTC(found.year, found.month - 1, found.day)).getUTCDay() === weekday;
    if (fits(usual) !== fits(other)) return fits(usual) ? usual : other;
  }
  return isAmerican ? (other ?? usual) : (usual ?? other);
}

/** "Tue, 03 Dec 2025", "December 3rd, 2025", "2025 January 02", "3 كانون الأول/ديسمبر 2025", "12 رجب 1446 هـ". */
function namedDay(
  text: string,
  latinMonth: (word: string) => number | undefined,
  names: ReadonlyMap<string, number>,
): CalendarDay | null {
  const words = text.match(/\d+|[\p{L}\p{M}]+/gu)?.slice(0, 30) ?? [];
  const months: { at: number; length: number; month: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const two = names.get(`${words[at]} ${words[at + 1] ?? ''}`);
    const month = two ?? names.get(words[at] ?? '') ?? latinMonth(words[at] ?? '');
    if (month !== undefined) months.push({ at, length: two === undefined ? 1 : 2, month });
  }
  // A day before the month first: in "mar. 2 déc. 2025" the first name is a weekday.
  for (const isDayBefore of [true, false]) {
    for (const { at, length, month } of months) {
      const found = aroundMonth(words.slice(0, at), words.slice(at + length), month, isDayBefore);
      if (found) return found;
    }
  }
  return null;
}

const isYear = (word: string): boolean =>
  /^\d{4}$/.test(word) && Number(word) >= 1300 && Number(word) <= 2100;
const isDayNumber = (word: string): boolean => /^\d{1,2}$/.test(word);

function aroundMonth(
  before: string[],
  after: string[],
  month: number,
  isDayBefore: boolean,
): CalendarDay | null {
  const near = before.slice(-3).reverse();
  const day = isDayBefore ? near.find(isDayNumber) : after.find(isDayNumber);
  const short = isDayBefore ? after.slice(0, 1).find((word) => /^\d{2}$/.test(word)) : undefined; // "02 Dec 25"
  const year = after.find(isYear) ?? near.find(isYear) ?? short;
  return day === undefined || year === undefined ? null : dayOf(yearOf(year), month, Number(day));
}
