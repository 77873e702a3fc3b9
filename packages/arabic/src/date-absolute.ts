import { type Day, dayOf, hijriToDay, isDay, mondayOf, yearOf } from './calendar.ts';
import { dayNumberAt, type Modifiers, type Month, modifiersAt, monthAt } from './date-parts.ts';
import {
  bareOf,
  hijriDay,
  hijriMonth,
  isAnnounced,
  nearestYear,
  yearByWeekday,
  yearOfMonth,
} from './date-resolve.ts';
import { type DateContext, days, type Found, oneDay, oneMonth, type Reader } from './date-types.ts';
import {
  eventNamers,
  lastWords,
  namedDays,
  namers,
  nextWords,
  nowWords,
  sameWords,
  thirds,
} from './date-words.ts';

/** "3 كانون الأول 2025", "السابع من أكتوبر", "3 و4 مارس", "من 5 إلى 10 أيار", "15 من الشهر الجاري". */
export const written: Reader = (context, at) => {
  const { keys } = context;
  if (namers.has(keys[at - 1] ?? '')) return null;
  const first = dayNumberAt(context, at);
  if (!first) return monthAlone(context, at);
  const linked = secondDay(context, first.to);
  const last = linked ?? first;
  const month = monthAt(context, afterDay(keys, last.to));
  if (!month) return ofThisMonth(context, last.day, last.to);
  const modifiers = modifiersAt(context, month.to);
  const found = resolved(context, at, last.day, month, modifiers);
  if (!found?.value || !linked || found.value.precision !== 'day') return found;
  const end = Date.parse(found.value.start) / 86_400_000;
  return first.day < last.day ? { ...found, value: days(end - (last.day - first.day), end) } : found;
};

/** "من شهر", "من", a slash between the day and its month. */
function afterDay(keys: readonly string[], at: number): number {
  let to = at;
  while (['من', '/', '-', ','].includes(keys[to] ?? '') && to - at < 2) to++;
  return to;
}

const dayLinks = new Set(['و', '-', 'الي', 'حتي', 'او']);

function secondDay(context: DateContext, at: number): { day: number; to: number } | null {
  const { keys } = context;
  if (!dayLinks.has(keys[at] ?? '')) return null;
  const second = dayNumberAt(context, at + 1);
  return second && monthAt(context, afterDay(keys, second.to)) ? second : null;
}

function resolved(
  context: DateContext,
  at: number,
  day: number,
  month: Month,
  modifiers: Modifiers,
): Found | null {
  const { keys, today } = context;
  if (month.isHijri)
    return isScore(context, at, month, modifiers) ? null : ofHijri(context, day, month, modifiers);
  if (modifiers.isHijriYear) return null;
  const isFuture =
    modifiers.isNext || (modifiers.year === null && !modifiers.isLast && isAnnounced(context, at));
  const after = twinEnd(context, modifiers.to);
  if (modifiers.year === null && isNamed(context, at, day, month.month))
    return { to: modifiers.to, value: null, form: 'named' };
  const weekday = weekdayBefore(keys, at);
  const year =
    modifiers.year ??
    (today === null
      ? null
      : modifiers.isNow
        ? yearOf(today)
        : ((weekday === null ? null : yearByWeekday(today, month.month, day, weekday)) ??
          nearestYear(today, month.month, day, isFuture ? 'next' : modifiers.isLast ? 'last' : 'any')));
  if (year === null) return { to: after, value: null, form: 'absolute' };
  if (!isDay(year, month.month, day)) return null;
  const value = dayOf(year, month.month, day);
  return { to: after, value: oneDay(value), form: 'absolute', future: today !== null && value > today + 1 };
}

/** "2 - صفر", "3 صفر": the month's name is also nought, so it needs its year or the word month. */
const isScore = ({ keys }: DateContext, at: number, month: Month, { isHijriYear }: Modifiers): boolean =>
  keys[month.to - 1] === 'صفر' &&
  !isHijriYear &&
  !keys.slice(at, month.to).includes('شهر') &&
  keys[month.to] !== '\u0647';

const weekdays = ['الاحد', 'الاثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعه', 'السبت'];

function weekdayBefore(keys: readonly string[], at: number): number | null {
  for (let back = at - 1; back >= Math.max(0, at - 2); back--) {
    const weekday = weekdays.indexOf(keys[back] ?? '');
    if (weekday >= 0) return weekday;
    if (![',', '(', 'الموافق', 'ل'].includes(keys[back] ?? '')) return null;
  }
  return null;
}

const freshDays = 45; // a named day that has just been is more likely the day itself

/** "7 أكتوبر" stands for what happened on it; "قوى 14 آذار" for a movement. */
function isNamed({ keys, today }: DateContext, at: number, day: number, month: number): boolean {
  const before = keys[at - 1] === 'يوم' ? keys[at - 2] : keys[at - 1];
  if (eventNamers.has((before ?? '').replace(/^ال/, ''))) return true;
  if (!namedDays.has(`${day} ${month}`) || today === null) return false;
  const nearest = dayOf(nearestYear(today, month, day, 'last'), month, day);
  return today - nearest > freshDays || before === 'منذ';
}

/** A Hijri date; the Gregorian twin behind it is preferred. */
function ofHijri(context: DateContext, day: number, month: Month, modifiers: Modifiers): Found | null {
  const afterLetter = context.keys[modifiers.to] === '\u0647' ? modifiers.to + 1 : modifiers.to;
  const twin = twinAt(context, afterLetter);
  if (twin?.value) return twin;
  const value = hijriDay(context.today, month.month, day, modifiers.isHijriYear ? modifiers.year : null);
  return { to: afterLetter, value: value === null ? null : oneDay(value), form: 'absolute' };
}

/** "… الموافق 9 يوليو 2015", "(الموافق لـ 9 يوليو)". */
function twinAt(outer: DateContext, at: number): Found | null {
  if (outer.isTwin) return null;
  const context = { ...outer, isTwin: true };
  const { keys } = context;
  let to = at;
  while ([',', '(', '-', '/', 'الموافق', 'موافق', 'ل', 'ال'].includes(keys[to] ?? '') && to - at < 4) to++;
  if (to === at) return null;
  const found = dayNumberAt(context, to) ? (numeric(context, to) ?? written(context, to)) : null;
  if (!found) return null;
  return keys[found.to] === ')' && keys.slice(at, to).includes('(') ? { ...found, to: found.to + 1 } : found;
}

/** A Hijri twin behind a Gregorian date is part of the mention. */
function twinEnd(context: DateContext, at: number): number {
  const { keys } = context;
  if (!keys.slice(at, at + 3).some((key) => key === 'الموافق' || key === 'موافق')) return at;
  return twinAt({ ...context, today: null }, at)?.to ?? at;
}

/** "15 من الشهر الجاري", "25 الشهر الماضي", "10 الجاري", "10 من الشهر نفسه". */
function ofThisMonth({ keys, today, previous }: DateContext, day: number, at: number): Found | null {
  let to = keys[at] === 'من' ? at + 1 : at;
  const isStated = keys[to] === 'الشهر' || (keys[to] === 'هذا' && keys[to + 1] === 'الشهر');
  const isThis = keys[to] === 'هذا';
  if (isStated) to += isThis ? 2 : 1;
  const word = keys[to] ?? '';
  const isLast = lastWords.has(word);
  if (!isThis && !nowWords.has(word) && !(isStated && (isLast || sameWords.has(word) || nextWords.has(word))))
    return null;
  const end = isThis ? to : to + 1;
  const base = sameWords.has(word) ? firstOf(previous) : today === null ? null : today;
  if (base === null) return { to: end, value: null, form: 'absolute' };
  const date = new Date(base * 86_400_000);
  const shift = isLast ? -1 : nextWords.has(word) ? 1 : 0;
  const value = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1 + shift, day);
  return { to: end, value: oneDay(value), form: 'absolute', future: today !== null && value > today + 1 };
}

const firstOf = (value: DateContext['previous']): Day | null =>
  value && value.start.length >= 7 ? Date.parse(value.start.slice(0, 7)) / 86_400_000 : null;

const monthIntroducers = new Set(
  'في خلال منذ شهر حتي الي بين من قبل بعد طوال بحلول الي شهري نهايه بدايه مطلع منتصف اواخر اوايل مستهل'.split(
    ' ',
  ),
);
const doubtful = new Set(['مارس', 'ماي', '\u0627\u0628', 'جوان', 'محرم', 'المحرم', 'صفر']); // verbs, names

/** "مارس 2019", "آب الماضي", "في يوليو", "مطلع حزيران": never a bare name, which may be a person's. */
function monthAlone(context: DateContext, at: number): Found | null {
  const { keys, today } = context;
  const third = thirds.get(keys[at] ?? '');
  const from = third ? at + 1 : at;
  const month = monthAt(context, from);
  if (!month) return third ? thirdOfYear(context, at, third) : null;
  const modifiers = modifiersAt(context, month.to);
  const isModified = modifiers.to > month.to;
  const before = bareOf(keys[from - 1] ?? '');
  const isIntroduced = keys[from] === 'شهر' || third !== undefined || monthIntroducers.has(before);
  if (
    !isModified &&
    (!isIntroduced || (doubtful.has(keys[from] ?? '') && before !== 'في' && before !== 'شهر'))
  )
    return null;
  const { to } = modifiers;
  if (month.isHijri) {
    if (!isModified && keys[from] !== 'شهر') return null; // رجب, شعبان and رمضان are men's names
    const range = hijriMonth(today, month.month, modifiers.isHijriYear ? modifiers.year : null);
    return {
      to: keys[to] === '\u0647' ? to + 1 : to,
      value: range ? days(...range) : null,
      form: 'absolute',
    };
  }
  if (modifiers.isHijriYear) return null;
  const isNext = modifiers.isNext || (!isModified && isAnnounced(context, at));
  const year =
    modifiers.year ??
    (today === null
      ? null
      : modifiers.isNow
        ? yearOf(today)
        : yearOfMonth(today, month.month, modifiers.isLast ? 'last' : isNext ? 'next' : 'any'));
  const value = year === null ? null : oneMonth(year, month.month);
  return { to, value, form: 'absolute', future: isNext, ...(third && { third }) };
}

/** "مطلع العام الجاري", "نهاية عام 2024", "نهاية الأسبوع": read by the reader behind, with the third kept. */
function thirdOfYear(context: DateContext, at: number, third: 'early' | 'mid' | 'late'): Found | null {
  const { keys, today } = context;
  if (keys[at + 1] === 'الشهر' || keys[at + 1] === 'العام' || keys[at + 1] === 'عام') return null; // their own readers
  if (
    keys[at + 1] !== 'الاسبوع' ||
    lastWords.has(keys[at + 2] ?? '') ||
    nextWords.has(keys[at + 2] ?? '') ||
    today === null ||
    third !== 'late'
  )
    return null;
  return {
    to: at + 2,
    value: { start: dayText(mondayOf(today)), end: null, precision: 'week' },
    form: 'relative',
  };
}

const dayText = (day: Day): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const dateLead = new Set(['في', 'يوم', 'تاريخ', 'بتاريخ', 'الموافق', 'ل', '(', ',', ...weekdays]);

/** 14/12/2025, 2025-12-14, 14.12.2025, and 14/12 after a word that leads to a date; day before month, never the other way. */
export const numeric: Reader = ({ keys, today }, at) => {
  if (!/^\d/.test(keys[at] ?? '')) return null;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(keys[at] ?? '');
  if (dotted) return ofNumbers(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), at + 1);
  const [a = '', first = '', b = '', second = '', c = ''] = keys.slice(at, at + 5);
  if ((first !== '/' && first !== '-') || !/^\d{1,4}$/.test(a) || !/^\d{1,2}$/.test(b)) return null;
  if (first === second && /^\d{1,4}$/.test(c)) {
    if (a.length === 4) return ofNumbers(Number(a), Number(b), Number(c), at + 5);
    return c.length === 4 ? ofNumbers(Number(c), Number(b), Number(a), at + 5) : null;
  }
  if (!dateLead.has(keys[at - 1] ?? '') || today === null || first === second) return null;
  const [day, month] = [Number(a), Number(b)];
  if (day > 31 || !isDay(yearOf(today), month, day)) return null;
  return ofNumbers(nearestYear(today, month, day, 'any'), month, day, at + 3);
};

function ofNumbers(year: number, month: number, day: number, to: number): Found | null {
  if (year >= 1300 && year <= 1500) {
    const found = hijriToDay(year, month, day);
    return found === null ? null : { to, value: oneDay(found), form: 'absolute' };
  }
  if (year < 1900 || year > 2100 || !isDay(year, month, day)) return null;
  return { to, value: oneDay(dayOf(year, month, day)), form: 'absolute' };
}
