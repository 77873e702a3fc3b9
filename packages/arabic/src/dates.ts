import {
  type Day,
  dayOf,
  hijriToDay,
  isDay,
  isoDay,
  localDay,
  monthOf,
  weekdayOf,
  yearOf,
} from './calendar.ts';
import { hijriMonths, monthNames, weekdayNames } from './months.ts';
import type { Token } from './tokenize.ts';

export type DateValue = {
  start: string;
  end: string | null;
  precision: 'day' | 'range' | 'week' | 'month' | 'year';
};

export type DateMention = {
  from: number;
  to: number;
  start: number;
  end: number;
  text: string;
  /** Null when it cannot be resolved without a publication date. */
  value: DateValue | null;
  form: 'absolute' | 'weekday' | 'relative' | 'since' | 'named';
  future: boolean;
};

type Found = { to: number; value: DateValue | null; form: DateMention['form']; future?: boolean };
type Reader = (keys: readonly string[], at: number, today: Day | null) => Found | null;

const single = (day: Day): DateValue => ({ start: isoDay(day), end: null, precision: 'day' });
const bare = (key: string): string => key.replace(/^[وفبل](?=ال|[^ا]{3})/, '');
const nextWords = new Set('المقبل المقبله القادم القادمه المزمع'.split(' '));
const lastWords = new Set('الماضي الماضيه المنصرم المنصرمه الفايت الفايته'.split(' '));
/** Names of a day that stand for an event, unless a year follows. */
const namedDays = new Set(['7 10', '25 1', '14 2', '30 6', '17 10', '11 9']);
/** Before a month's name they make it the name of a newspaper, a school, a street, a person. */
const namers = new Set('صحيفه جريده جامعه شارع حديقه مدرسه ملعب ساحه جسر سد حي مستشفي'.split(' '));

/** Dates and times of day of the text, resolved against the publication day in the outlet's zone. */
export function findDates(
  text: string,
  tokens: readonly Token[],
  reference: { publishedAt: string | null; timeZone: string },
): DateMention[] {
  const today = reference.publishedAt ? localDay(reference.publishedAt, reference.timeZone) : null;
  const keys = tokens.map((token) => token.key);
  const found: DateMention[] = [];
  for (let at = 0; at < keys.length; ) {
    const read = readers.map((reader) => reader(keys, at, today)).find((result) => result !== null);
    if (!read) {
      at++;
      continue;
    }
    const isSince = keys[at - 1] === 'منذ';
    const start = tokens[at]?.start ?? 0;
    const end = tokens[read.to - 1]?.end ?? start;
    const form = isSince ? 'since' : read.form;
    found.push({
      from: at,
      to: read.to,
      start,
      end,
      text: text.slice(start, end),
      value: read.value,
      form,
      future: read.future ?? false,
    });
    at = read.to;
  }
  return found;
}

/** The month whose name begins at a token: one or two words, or a double name "كانون الاول/ديسمبر". */
function monthAt(
  keys: readonly string[],
  at: number,
): { month: number; to: number; isHijri: boolean } | null {
  for (const [names, isHijri] of [
    [monthNames, false],
    [hijriMonths, true],
  ] as const) {
    const two = names.get(`${bare(keys[at] ?? '')} ${keys[at + 1] ?? ''}`);
    const month = two ?? names.get(bare(keys[at] ?? ''));
    if (month === undefined) continue;
    let to = at + (two === undefined ? 1 : 2);
    if (keys[to] === '/' || keys[to] === '(' || keys[to] === '-') to = secondName(keys, to, names, month);
    return { month, to, isHijri };
  }
  return null;
}

function secondName(
  keys: readonly string[],
  at: number,
  names: ReadonlyMap<string, number>,
  month: number,
): number {
  const close = (to: number) => (keys[at] === '(' && keys[to] === ')' ? to + 1 : to);
  if (names.get(`${keys[at + 1]} ${keys[at + 2]}`) === month) return close(at + 3);
  return names.get(keys[at + 1] ?? '') === month ? close(at + 2) : at;
}

function yearAt(keys: readonly string[], at: number): { year: number; to: number } | null {
  let to = at;
  if (keys[to] === ',' || keys[to] === 'من') to++;
  if (['عام', 'العام', 'سنه', 'لعام', 'لسنه'].includes(keys[to] ?? '')) to++;
  const year = Number(keys[to]);
  return /^\d{4}$/.test(keys[to] ?? '') && ((year >= 1900 && year <= 2100) || (year >= 1300 && year <= 1500))
    ? { year, to: to + 1 }
    : null;
}

/** "3 كانون الأول 2025", "الثلاثاء 3 ديسمبر", "مارس 2019", "1 رجب 1446". */
const written: Reader = (keys, at, today) => {
  if (namers.has(keys[at - 1] ?? '')) return null;
  const day = /^\d{1,2}$/.test(keys[at] ?? '') ? Number(keys[at]) : null;
  const name = monthAt(keys, at + (day === null ? 0 : keys[at + 1] === 'من' ? 2 : 1));
  if (!name) return null;
  const stated = yearAt(keys, name.to);
  const future = nextWords.has(keys[stated?.to ?? name.to] ?? '');
  const to = (stated?.to ?? name.to) + (future || lastWords.has(keys[stated?.to ?? name.to] ?? '') ? 1 : 0);
  if (name.isHijri) return ofHijri(name.month, day, stated, to);
  if (day === null && !stated && to === name.to) return null; // a bare month is too often a name
  if (
    day !== null &&
    !stated &&
    namedDays.has(`${day} ${name.month}`) &&
    today !== null &&
    dayOf(yearOf(today), name.month, day) !== today
  )
    return { to, value: null, form: 'named' };
  const year = stated?.year ?? (today === null ? null : nearestYear(today, name.month, day ?? 1, future));
  if (year === null) return { to, value: null, form: 'absolute' };
  if (day === null)
    return {
      to,
      value: { start: `${year}-${String(name.month).padStart(2, '0')}`, end: null, precision: 'month' },
      form: 'absolute',
      future,
    };
  return isDay(year, name.month, day)
    ? { to, value: single(dayOf(year, name.month, day)), form: 'absolute', future }
    : null;
};

function ofHijri(
  month: number,
  day: number | null,
  stated: { year: number } | null,
  to: number,
): Found | null {
  if (day === null || !stated || stated.year > 1500) return null;
  const found = hijriToDay(stated.year, month, day);
  return { to, value: found === null ? null : single(found), form: 'absolute' };
}

/** Without a year: the nearest such day up to a day after publication; the next one when the text looks ahead. */
function nearestYear(today: Day, month: number, day: number, future: boolean): number {
  const year = yearOf(today);
  if (future) return dayOf(year, month, day) >= today ? year : year + 1;
  return dayOf(year, month, day) <= today + 1 ? year : year - 1;
}

/** 14/12/2025, 2025-12-14, 14-12-2025; day before month, never the other way. */
const numeric: Reader = (keys, at) => {
  const [a = '', first = '', b = '', second = '', c = ''] = keys.slice(at, at + 5);
  if (
    first !== second ||
    (first !== '/' && first !== '-') ||
    ![a, b, c].every((part) => /^\d{1,4}$/.test(part))
  )
    return null;
  const [year, month, day] =
    a.length === 4 ? [Number(a), Number(b), Number(c)] : [Number(c), Number(b), Number(a)];
  if (year < 1900 || year > 2100 || !isDay(year, month, day)) return null;
  return { to: at + 5, value: single(dayOf(year, month, day)), form: 'absolute' };
};

/** "عام 2025", "خلال العام 2014". */
const yearAlone: Reader = (keys, at) => {
  if (
    !['عام', 'العام', 'سنه', 'لعام', 'بعام'].includes(bare(keys[at] ?? '')) &&
    !['عام', 'العام'].includes(keys[at] ?? '')
  )
    return null;
  const year = Number(keys[at + 1]);
  if (!/^\d{4}$/.test(keys[at + 1] ?? '') || year < 1900 || year > 2100) return null;
  return { to: at + 2, value: { start: String(year), end: null, precision: 'year' }, form: 'absolute' };
};

const partsOfDay = new Set('فجر صباح ظهر عصر مساء ليل ليله يوم'.split(' '));

/** "الاثنين", "يوم الخميس الماضي", "مساء الجمعة المقبل". */
const weekday: Reader = (keys, at, today) => {
  let to = at;
  while (partsOfDay.has(bare(keys[to] ?? '')) && to - at < 2) to++;
  const wanted =
    weekdayNames.get(keys[to] ?? '') ?? (to === at ? weekdayNames.get(bare(keys[to] ?? '')) : undefined);
  if (wanted === undefined) return null;
  if (
    to === at &&
    ['يوم', 'صلاه'].includes(keys[at - 1] ?? '') === false &&
    wanted === 0 &&
    keys[at + 1] === 'من'
  )
    return null;
  to++;
  const future = nextWords.has(keys[to] ?? '');
  const past = lastWords.has(keys[to] ?? '');
  if (future || past) to++;
  const dated = written(keys, to, today) ?? numeric(keys, keys[to] === '(' ? to + 1 : to, today);
  if (dated?.value) return { ...dated, form: 'weekday' };
  if (today === null) return { to, value: null, form: 'weekday', future };
  const back = (weekdayOf(today) - wanted + 7) % 7;
  const day = future ? today + (7 - back || 7) : today - (past && back === 0 ? 7 : back);
  return { to, value: single(day), form: 'weekday', future };
};

const deictic: { words: string[]; days: number; future?: boolean }[] = [
  { words: ['اول', 'من', 'امس'], days: -2 },
  { words: ['اول', 'امس'], days: -2 },
  { words: ['امس', 'الاول'], days: -2 },
  { words: ['امس'], days: -1 },
  { words: ['البارحه'], days: -1 },
  { words: ['الليله', 'الماضيه'], days: -1 },
  { words: ['قبل', 'يومين'], days: -2 },
  { words: ['غدا'], days: 1, future: true },
  { words: ['اليوم'], days: 0 },
];

const relative: Reader = (keys, at, today) => {
  let from = at;
  while (partsOfDay.has(bare(keys[from] ?? '')) && from - at < 2) from++;
  const found = deictic.find(({ words }) =>
    words.every((word, i) =>
      i === 0 ? keys[from] === word || bare(keys[from] ?? '') === word : keys[from + i] === word,
    ),
  );
  if (found) {
    let to = from + found.words.length;
    if (weekdayNames.has(keys[to] ?? '')) to++;
    const value = today === null ? null : single(today + found.days);
    return { to, value, form: 'relative', future: found.future ?? false };
  }
  return spans(keys, at, today);
};

/** "الأسبوع الماضي", "الشهر الجاري", "العام الماضي", "خلال الساعات الـ24 الماضية". */
function spans(keys: readonly string[], at: number, today: Day | null): Found | null {
  const unit = bare(keys[at] ?? '');
  const which = keys[at + 1] ?? '';
  const isPast = lastWords.has(which);
  const isNow = ['الجاري', 'الحالي', 'هذا'].includes(which);
  if (!['الاسبوع', 'الشهر', 'العام'].includes(unit) || (!isPast && !isNow)) return null;
  if (today === null) return { to: at + 2, value: null, form: 'relative' };
  const back = isPast ? 1 : 0;
  if (unit === 'الاسبوع') {
    const monday = today - ((weekdayOf(today) + 6) % 7) - 7 * back;
    return { to: at + 2, value: { start: isoDay(monday), end: null, precision: 'week' }, form: 'relative' };
  }
  if (unit === 'العام')
    return {
      to: at + 2,
      value: { start: String(yearOf(today) - back), end: null, precision: 'year' },
      form: 'relative',
    };
  const first = dayOf(yearOf(today), monthOf(today) - back, 1);
  return {
    to: at + 2,
    value: { start: isoDay(first).slice(0, 7), end: null, precision: 'month' },
    form: 'relative',
  };
}

const readers: Reader[] = [weekday, written, numeric, yearAlone, relative];
