import { dayOf, mondayOf, monthOf, yearOf } from './calendar.ts';
import { bareOf, isAnnounced } from './date-resolve.ts';
import {
  type DateContext,
  days,
  type Found,
  oneDay,
  oneMonth,
  oneWeek,
  oneYear,
  type Reader,
  years,
} from './date-types.ts';
import {
  decades,
  lastWords,
  nextWords,
  nowWords,
  sameWords,
  type TimeUnit,
  thirds,
  timeUnits,
} from './date-words.ts';
import { weekdayNames } from './months.ts';
import { readNumeral } from './numerals.ts';

const units: ReadonlyMap<string, TimeUnit> = new Map(
  (
    [
      ['hour', 'الساعات الساعه'],
      ['day', 'الايام اليومين'],
      ['week', 'الاسبوع الاسابيع الاسبوعين'],
      ['month', 'الشهر الاشهر الشهور الشهرين'],
      ['year', 'العام السنه السنوات الاعوام العامين السنتين'],
      ['decade', 'العقد القرن'],
    ] as const
  ).flatMap(([unit, words]) => words.split(' ').map((word): [string, TimeUnit] => [word, unit])),
);
const duals = new Set('اليومين الاسبوعين الشهرين العامين السنتين'.split(' '));
const plurals = new Set('الساعات الايام الاسابيع الاشهر الشهور السنوات الاعوام'.split(' '));
const fewWords = new Set('القليله الاخيره المعدوده الاولي'.split(' '));
const hoursADay = 24;
const vagueDays = 4; // "the past days" without a number: the middle of a week back

/** "الأسبوع الماضي", "هذا العام", "مطلع الشهر الجاري", "الأيام الثلاثة الماضية", "الساعات الـ24 الماضية". */
export const span: Reader = (context, at) => {
  const { keys, today } = context;
  const third = thirds.get(keys[at] ?? '');
  let to = third ? at + 1 : at;
  const isThis = keys[to] === 'هذا' || keys[to] === 'هذه';
  if (isThis) to++;
  const word = keys[to] ?? '';
  const unit = units.get(word);
  if (unit === undefined) return hoursBehind(context, to);
  to++;
  const counted = duals.has(word) ? 2 : plurals.has(word) ? countAt(keys, to) : 1;
  if (typeof counted === 'object') to = counted.to;
  if (fewWords.has(keys[to] ?? '') && lastWords.has(keys[to + 1] ?? '')) to++;
  const count = typeof counted === 'object' ? counted.value : counted;
  const mark = keys[to] ?? '';
  const isLast = lastWords.has(mark);
  const isNext = nextWords.has(mark);
  const isNow =
    isThis || nowWords.has(mark) || (third !== undefined && !isLast && !isNext && !/^\d/.test(mark));
  if (isLast || isNext || nowWords.has(mark)) to++;
  else if (sameWords.has(mark)) return { to: to + 1, value: null, form: 'relative' };
  else if (!isNow) return null;
  if (today === null) return { to, value: null, form: 'relative', future: isNext, ...(third && { third }) };
  const isMany = plurals.has(word) || count > 1;
  const shift = isLast ? -1 : isNext ? 1 : 0;
  const value = isMany ? many(today, unit, count, shift) : one(today, unit, shift, word);
  const isLong = isMany && isLast && unit !== 'hour' && unit !== 'day';
  return { to, value, form: isLong ? 'since' : 'relative', future: isNext, ...(third && { third }) };
};

/** "الثلاثة" or "الـ24" behind the unit; 1 when there is none. */
function countAt(keys: readonly string[], at: number): { value: number; to: number } | 1 {
  if (keys[at] === 'ال' && /^\d+$/.test(keys[at + 1] ?? ''))
    return { value: Number(keys[at + 1]), to: at + 2 };
  if (/^\d{1,3}$/.test(keys[at] ?? '')) return { value: Number(keys[at]), to: at + 1 };
  const word = keys[at] ?? '';
  const found = word.startsWith('ال') ? readNumeral([word.slice(2)], 0) : null;
  return found ? { value: found.value, to: at + 1 } : 1;
}

/** "الـ24 ساعة الماضية", "48 ساعة الأخيرة". */
function hoursBehind({ keys, today }: DateContext, at: number): Found | null {
  const numberAt = keys[at] === 'ال' ? at + 1 : at;
  if (!/^\d{1,3}$/.test(keys[numberAt] ?? '') || keys[numberAt + 1] !== 'ساعه') return null;
  if (!lastWords.has(keys[numberAt + 2] ?? '')) return null;
  const value = today === null ? null : many(today, 'hour', Number(keys[numberAt]), -1);
  return { to: numberAt + 3, value, form: 'relative' };
}

function one(today: number, unit: TimeUnit, shift: number, word: string) {
  if (unit === 'week') return oneWeek(mondayOf(today) + 7 * shift);
  if (unit === 'month') return oneMonth(yearOf(today), monthOf(today) + shift);
  if (unit === 'year') return oneYear(yearOf(today) + shift);
  if (unit === 'hour') return oneDay(today);
  const length = word === 'القرن' ? 100 : 10;
  const first = Math.floor(yearOf(today) / length) * length + length * shift;
  return years(first, first + length - 1);
}

function many(today: number, unit: TimeUnit, count: number, shift: number) {
  const back = shift > 0 ? 0 : count;
  if (unit === 'hour') {
    const whole = Math.max(1, Math.ceil(count / hoursADay));
    return shift > 0 ? days(today, today + whole) : days(today - whole, today);
  }
  if (unit === 'day') {
    if (count === 1)
      return shift > 0 ? oneWeek(mondayOf(today + vagueDays)) : oneWeek(mondayOf(today - vagueDays));
    return shift > 0 ? days(today + 1, today + count) : days(today - back, today);
  }
  if (count === 1) return null; // "خلال السنوات الماضية"
  if (unit === 'week') return days(today - 7 * back, today + (shift > 0 ? 7 * count : 0));
  if (unit === 'month') {
    const first = dayOf(yearOf(today), monthOf(today) - back, 1);
    const last = dayOf(yearOf(today), monthOf(today) + (shift > 0 ? count : 0), 1);
    return { start: iso(first, 7), end: iso(last, 7), precision: 'range' as const };
  }
  return years(yearOf(today) - back, yearOf(today) + (shift > 0 ? count : 0));
}

const iso = (day: number, length: number) => new Date(day * 86_400_000).toISOString().slice(0, length);

const firstYear = 1000; // "قبل 1400 عام", "قبل مليار سنة" are no dates of news
const approximations = new Set('نحو حوالي قرابه زهاء اكثر من عده بضعه بضع اقل حدود'.split(' '));
const anchors = new Set(['من', 'علي']); // "قبل يومين من الانتخابات" counts from the elections

const maxWithin = 10; // days; longer stretches sum up many events

/** "خلال خمسة أيام": the days up to publication. */
export const within: Reader = (context, at) => {
  const { keys, today } = context;
  if (keys[at] !== 'خلال') return null;
  const numeral = readNumeral(keys, at + 1);
  const to = at + 1 + (numeral?.words ?? 0);
  const unit = timeUnits.get(keys[to] ?? '');
  const count = numeral?.value ?? unit?.count ?? 0;
  if (unit?.unit !== 'day' || count < 2 || count > maxWithin || lastWords.has(keys[to + 1] ?? ''))
    return null;
  if (today === null || isAnnounced(context, at)) return null;
  return { to: to + 1, value: days(today - count + 1, today), form: 'relative' };
};

/** "قبل يومين", "قبل نحو ثلاثة أشهر", "قبل أيام", "منذ أسبوعين", "قبل ساعات". */
export const ago: Reader = ({ keys, today }, at) => {
  const isSince = keys[at] === 'منذ' || keys[at] === 'مذ';
  if (keys[at] !== 'قبل' && !isSince) return null;
  let to = at + 1;
  while (approximations.has(keys[to] ?? '') && to - at < 4) to++;
  const numeral = readNumeral(keys, to);
  if (numeral) to += numeral.words;
  const found = timeUnits.get(keys[to] ?? '');
  if (!found) return null;
  to++;
  const isDate = weekdayNames.has(keys[to] ?? '') || /^\d/.test(keys[to] ?? '');
  if (!numeral && found.unit === 'day' && found.count === 1 && isDate) return null; // "منذ يوم الخميس"
  if (
    ['قليله', 'عده', 'معدوده', 'طويله', 'خلت', 'مضت', 'واحد', 'واحده', 'فقط', 'عديده'].includes(
      keys[to] ?? '',
    )
  )
    to++;
  if (anchors.has(keys[to] ?? '')) return null;
  if (found.unit === 'year' && found.count === 1 && /^\d{4}$/.test(keys[to] ?? '')) return null; // منذ عام 2014
  const count = numeral?.value ?? found.count;
  const value = today === null ? null : before(today, found.unit, count);
  const isLong = found.unit !== 'minute' && found.unit !== 'hour' && found.unit !== 'day';
  const form = isSince && (isLong || count === null) && found.unit !== 'hour' ? 'since' : 'relative';
  return { to, value, form };
};

function before(today: number, unit: TimeUnit, count: number | null) {
  if (unit === 'minute') return oneDay(today);
  if (unit === 'hour')
    return count !== null && count >= hoursADay
      ? days(today - Math.ceil(count / hoursADay), today)
      : oneDay(today);
  if (unit === 'day') return count === null ? oneWeek(mondayOf(today - vagueDays)) : oneDay(today - count);
  if (count === null) return null;
  if (unit === 'week') return oneWeek(mondayOf(today - 7 * count));
  if (unit === 'month') return oneMonth(yearOf(today), monthOf(today) - count);
  if (unit === 'year')
    return Number.isInteger(count) && yearOf(today) - count >= firstYear
      ? oneYear(yearOf(today) - count)
      : null;
  return years(yearOf(today) - 10 * count - 5, yearOf(today) - 10 * count + 5);
}

/** "عام 2025", "العام 2014", "عامي 2014 و2018", "في 2018", "مطلع 2016", "السبعينيات". */
export const yearReader: Reader = ({ keys }, at) => {
  const decade = decades.get(keys[at] ?? '');
  if (decade !== undefined) {
    const isPhrase = keys[at + 1] === 'القرن' && lastWords.has(keys[at + 2] ?? '');
    if (!isPhrase && !(keys[at] ?? '').startsWith('ال')) return null;
    if (/^(?:ال)?عمر/.test(keys[at + 2] ?? '')) return null; // "في الثلاثينيات من العمر"
    return { to: isPhrase ? at + 3 : at + 1, value: years(decade, decade + 9), form: 'absolute' };
  }
  const third = thirds.get(keys[at] ?? '');
  const noun = third ? at + 1 : at;
  const isNoun = ['عام', 'العام', 'سنه', 'السنه', 'عامي', 'سنتي'].includes(keys[noun] ?? '');
  const yearAt = isNoun ? noun + 1 : noun;
  const year = yearOfKey(keys[yearAt] ?? '');
  if (year === null) return null;
  if (!isNoun && !isBareYear(keys, noun, third !== undefined)) return null;
  const secondAt = ['و', '-', 'الي', 'حتي'].includes(keys[yearAt + 1] ?? '') ? yearAt + 2 : null;
  const second = secondAt === null ? null : yearOfKey(keys[secondAt] ?? '');
  const isPair =
    second !== null && second > year && (isNoun || keys[at - 1] === 'بين' || keys[at - 1] === 'من');
  if (isPair && secondAt !== null) return { to: secondAt + 1, value: years(year, second), form: 'absolute' };
  const to = keys[yearAt + 1] === '\u0645' ? yearAt + 2 : yearAt + 1;
  return { to, value: oneYear(year), form: 'absolute', ...(third && { third }) };
};

function yearOfKey(key: string): number | null {
  const year = /^\d{4}$/.test(key) ? Number(key) : 0;
  return year >= 1800 && year <= 2100 ? year : null;
}

const yearPrepositions = new Set(['في', 'منذ', 'حتي', 'بحلول', 'خلال', 'بين', 'من', 'قبل', 'بعد']);

/** Four digits after a preposition or a part of a year, when they count nothing and name nothing. */
function isBareYear(keys: readonly string[], at: number, isPart: boolean): boolean {
  const before = bareOf(keys[at - 1] ?? '');
  const next = keys[at + 1] ?? '';
  const isOpen = next === '' || /^[.,;:!?"()\-/]$/.test(next) || stopWords.has(next);
  if (isPart) return next !== '/' && (isOpen || !/\u0627$/u.test(next)); // "مطلع 2016 مقعدا" counts
  return yearPrepositions.has(before) && (isOpen || before === 'منذ') && next !== '/';
}

const stopWords = new Set(
  'و في من الي علي عن ان التي الذي حيث بعد قبل ثم لكن وكان كان كانت عندما حتي ما لم لا مع عقب اثر علي بسبب بين قد الا انه بمشاركه'.split(
    ' ',
  ),
);
