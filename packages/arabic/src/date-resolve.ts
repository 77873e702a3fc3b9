import { type Day, dayOf, hijriOf, hijriToDay, isDay, monthOf, weekdayOf, yearOf } from './calendar.ts';
import type { DateContext } from './date-types.ts';
import { futureCues } from './date-words.ts';

/** "اتفقت على إجراء انتخابات في 10 ديسمبر". */
const heldWords = new Set(['اجراء', 'عقد', 'تنظيم', 'اقامه']);
const agreedWords = new Set(['علي', 'الي']);
const cueReach = 8; // words before a date in which "المقرر", "ستعقد" makes it a coming one

/** "سيخضع", "ستفرض"; nouns that begin like these verbs are none. */
const willBe = /^[وف]?س[يت](?!ا[رسدقحنل]|طر|د(?:ه|ات|تي)|نا|نم|وله|ر[ايغف]|لان|من|بير|وك|يف|ما)\p{L}{3,}$/u;

const isCue = (key: string): boolean =>
  futureCues.has(key) ||
  willBe.test(key) ||
  (key.startsWith('س') && futureCues.has(key.replace(/(?:ها|هم|\u0647)$/, '')));

/** Whether the words before a date without a year say that it is still to come. */
export function isAnnounced({ keys }: DateContext, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - cueReach); back--) {
    if (keys[back] === '.') return false;
    if (isCue(keys[back] ?? '')) return true;
    if (heldWords.has(keys[back] ?? '') && agreedWords.has(keys[back - 1] ?? '')) return true;
  }
  return false;
}

const joined = /^[وف](?:في|خلال|حتي|بين|من|قبل|بعد|منذ|طوال|بحلول|الي)$/u;

/** A preposition without the "and" before it: "وفي أغسطس" is led in like "في أغسطس". */
export const bareOf = (key: string): string => (joined.test(key) ? key.slice(1) : key);

const farDays = 270; // news says "last" or the year of a day so far back; the coming one is meant

/**
 * Without a year: the nearest such day up to a day after publication; the next one when the text looks ahead, or when
 * the last one is most of a year away.
 */
export function nearestYear(today: Day, month: number, day: number, which: 'last' | 'next' | 'any'): number {
  const year = yearOf(today);
  if (which === 'next') return dayOf(year, month, day) >= today ? year : year + 1;
  const last = dayOf(year, month, day) <= today + 1 ? year : year - 1;
  return which === 'any' && today - dayOf(last, month, day) > farDays ? last + 1 : last;
}

/** The year of a month without one: the last such month, this one included unless it is "last". */
export function yearOfMonth(today: Day, month: number, which: 'last' | 'next' | 'any'): number {
  const current = monthOf(today);
  const year = yearOf(today);
  if (which === 'next') return month >= current ? year : year + 1;
  if (which === 'last') return month < current ? year : year - 1;
  return month <= current ? year : year - 1;
}

/** A weekday that stands beside a date without a year decides between the year before and the year after. */
export function yearByWeekday(today: Day, month: number, day: number, weekday: number): number | null {
  const year = yearOf(today);
  const fits = [year, year - 1, year + 1].filter(
    (each) => isDay(each, month, day) && weekdayOf(dayOf(each, month, day)) === weekday,
  );
  const distance = (each: number) => Math.abs(dayOf(each, month, day) - today);
  return fits.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The day of a Hijri date; without a year the last one up to publication. Null outside the calendar's table. */
export function hijriDay(today: Day | null, month: number, day: number, year: number | null): Day | null {
  if (year !== null) return hijriToDay(year, month, day);
  if (today === null) return null;
  const current = hijriOf(today);
  const found = hijriToDay(current.year, month, day);
  return found !== null && found <= today + 1 ? found : hijriToDay(current.year - 1, month, day);
}

/** First and last day of a Hijri month. */
export function hijriMonth(today: Day | null, month: number, year: number | null): [Day, Day] | null {
  const first = hijriDay(today, month, 1, year);
  if (first === null) return null;
  return [first, hijriOf(first + 29).month === month ? first + 29 : first + 28];
}
