import { type Day, weekdayOf } from './calendar.ts';
import { numeric, written } from './date-absolute.ts';
import { isAnnounced } from './date-resolve.ts';
import { type DateContext, type DateValue, days, type Found, oneDay, type Reader } from './date-types.ts';
import { type DayPart, dayParts, lastWords, nextWords, nowWords, sameWords } from './date-words.ts';
import { weekdayNames } from './months.ts';

type Lead = { to: number; dayPart: DayPart | undefined; isDay: boolean };

/** "فجر يوم", "بعد منتصف ليل", "ساعة متأخرة من مساء": what stands before the day itself. */
export function leadAt({ keys }: DateContext, at: number): Lead {
  let to = at;
  let dayPart: DayPart | undefined;
  if (keys[to] === 'منتصف' && (keys[to + 1] === 'ليل' || keys[to + 1] === 'ليله')) to++;
  if (keys[to] === 'بعد' && (keys[to + 1] === 'ظهر' || keys[to + 1] === 'منتصف')) {
    const isNoon = keys[to + 1] === 'ظهر';
    to += isNoon ? 2 : 3;
    dayPart = isNoon ? 'afternoon' : 'night';
  }
  for (let step = 0; step < 2; step++) {
    const part = dayParts.get(keys[to] ?? '');
    if (part === undefined || (keys[to] ?? '').startsWith('ال')) break;
    dayPart = part;
    to++;
  }
  const isDay = keys[to] === 'يوم' || keys[to] === 'نهار' || keys[to] === 'تاريخ' || keys[to] === 'يومي';
  return { to: isDay ? to + 1 : to, dayPart, isDay };
}

/** "صباحا" and the like behind the day. */
function partBehind(keys: readonly string[], at: number): { to: number; dayPart: DayPart } | null {
  const word = keys[at] ?? '';
  const part = dayParts.get(word);
  return part !== undefined && (word.endsWith('\u0627') || word === 'مساء')
    ? { to: at + 1, dayPart: part }
    : null;
}

const deictic: { words: string[]; days: number; dayPart?: DayPart }[] = [
  { words: ['اول', 'من', 'امس'], days: -2 },
  { words: ['اول', 'امس'], days: -2 },
  { words: ['اول', 'البارحه'], days: -2 },
  { words: ['امس', 'الاول'], days: -2 },
  { words: ['امس'], days: -1 },
  { words: ['الامس'], days: -1 },
  { words: ['البارحه', 'الاولي'], days: -2 },
  { words: ['البارحه'], days: -1 },
  { words: ['الليله', 'قبل', 'الماضيه'], days: -2, dayPart: 'night' },
  { words: ['الليله', 'الماضيه'], days: -1, dayPart: 'night' },
  { words: ['الليله', 'الفايته'], days: -1, dayPart: 'night' },
  { words: ['الليله'], days: 0, dayPart: 'night' },
  { words: ['بعد', 'غد'], days: 2 },
  { words: ['بعد', 'الغد'], days: 2 },
  { words: ['غدا'], days: 1 },
  { words: ['غد'], days: 1 },
  { words: ['الغد'], days: 1 },
  { words: ['هذا', 'اليوم'], days: 0 },
  { words: ['هذا', 'الصباح'], days: 0, dayPart: 'morning' },
  { words: ['هذا', 'المساء'], days: 0, dayPart: 'evening' },
  { words: ['هذه', 'الليله'], days: 0, dayPart: 'night' },
  { words: ['اليوم'], days: 0 },
];
/** By their first word, which tells for most words that they are none. */
const deicticBy = new Map<string, typeof deictic>();
for (const each of deictic) {
  const first = each.words[0] ?? '';
  deicticBy.set(first, [...(deicticBy.get(first) ?? []), each]);
}
/** After "اليوم" these make it another day: the national day, the third day running. */
const otherDays = new Set(
  'العالمي الوطني الدولي التالي السابق الواحد الذي التي الموعود المفتوح الدراسي الاخير المقبل'.split(' '),
);
const ordinalDay = /^ال(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي)$/;

/** "أمس", "فجر اليوم", "مساء أمس الأحد 8 آب", "غدا الخميس". */
export const deicticDay: Reader = (context, at) => {
  const { keys, today } = context;
  const lead = leadAt(context, at);
  const found = deicticBy
    .get(keys[lead.to] ?? '')
    ?.find(({ words }) => words.every((word, i) => keys[lead.to + i] === word));
  if (!found) return null;
  let to = lead.to + found.words.length;
  if (found.words[0] === 'اليوم') {
    const next = keys[to] ?? '';
    if (sameWords.has(next) || next === 'التالي' || next === 'السابق')
      return sameDay(context, to, next, lead);
    if (otherDays.has(next) || ordinalDay.test(next) || keys[lead.to - 1] === 'هذا') return null;
    if (keys[lead.to - 1] === 'مثل') return null; // "في مثل هذا اليوم"
  }
  if (found.words[0] === 'هذا' && keys[at - 1] === 'مثل') return null;
  if (found.words[0] === 'بعد' && keys[at - 1] === 'ما') return null;
  const behind = partBehind(keys, to);
  if (behind) to = behind.to;
  const named = namesOfDay(context, to);
  to = named.to;
  const dayPart = lead.dayPart ?? found.dayPart ?? behind?.dayPart;
  const value = named.value ?? (today === null ? null : oneDay(onWeekday(today + found.days, named.weekday)));
  return { to, value, form: 'relative', future: found.days > 0, ...(dayPart && { dayPart }) };
};

type Names = { to: number; value: DateValue | null; weekday: number | undefined };
const maxSlip = 3; // days a page's date may be later than its text

/** The weekday that is named beside "today" wins over a date of publication that came some days later. */
function onWeekday(day: Day, weekday: number | undefined): Day {
  if (weekday === undefined) return day;
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return back <= maxSlip ? day - back : day;
}

/** The weekday and the date that repeat a deictic day: "اليوم، الخميس 20 مارس". */
function namesOfDay(context: DateContext, at: number): Names {
  const { keys } = context;
  let to = at;
  const weekdayAt = keys[to] === ',' || keys[to] === '(' ? to + 1 : to;
  const weekday = weekdayNames.get(keys[weekdayAt] ?? '');
  if (weekday !== undefined) to = weekdayAt + 1;
  const dated = dateBehind(context, to);
  const end = dated ? dated.to : to;
  const closes = keys[end] === ')' && keys.slice(at, end).includes('(');
  const value = dated?.value?.precision === 'day' ? dated.value : null;
  return { to: closes ? end + 1 : end, value, weekday };
}

/** "في اليوم نفسه", "في اليوم التالي": by the day that was said before. */
function sameDay({ previous }: DateContext, at: number, word: string, lead: Lead): Found {
  const base = previous?.precision === 'day' ? Date.parse(previous.start) / 86_400_000 : null;
  const shift = word === 'التالي' ? 1 : word === 'السابق' ? -1 : 0;
  const value = base === null ? null : oneDay(base + shift);
  return { to: at + 1, value, form: 'relative', ...(lead.dayPart && { dayPart: lead.dayPart }) };
}

/** A date behind a weekday or "today": "(5 أيلول)", "، 20 مارس 2025", "الموافق 9/7/2015". */
function dateBehind(context: DateContext, at: number): Found | null {
  const { keys } = context;
  let to = at;
  while ([',', '(', 'الموافق', 'ل', '-', 'في'].includes(keys[to] ?? '') && to - at < 2) to++;
  const first = keys[to] ?? '';
  if (!/^\d/.test(first) && first !== 'ال' && to === at && !/^ال/.test(first)) return null;
  const found = numeric(context, to) ?? (isMonthless(first) ? null : written(context, to));
  if (!found || found.form === 'named') return null;
  return keys[found.to] === ')' && keys.slice(at, to).includes('(') ? { ...found, to: found.to + 1 } : found;
}

/** A month alone behind a weekday is another phrase ("الأحد في مارس"). */
const isMonthless = (first: string): boolean => !/^\d/.test(first) && !/^ال/.test(first);

const pairLinks = new Set(['-', '/', 'علي', 'الي', 'و', 'حتي']);

/** "الاثنين", "يوم الخميس الماضي", "مساء الجمعة المقبل", "ليل الثلاثاء - الأربعاء", "يومي الجمعة والسبت". */
export const weekday: Reader = (context, at) => {
  const { keys, today } = context;
  const lead = leadAt(context, at);
  const wanted = weekdayNames.get(keys[lead.to] ?? '');
  if (wanted === undefined || isOtherWord(context, at, lead, wanted)) return null;
  let to = lead.to + 1;
  const pair = pairOf(context, at, lead, to);
  if (pair) to = pair.to;
  const mark = keys[to] ?? '';
  const isNext = nextWords.has(mark);
  const isLast = lastWords.has(mark);
  if (isNext || isLast || nowWords.has(mark)) to++;
  const behind = partBehind(keys, to);
  if (behind) to = behind.to;
  const dayPart = lead.dayPart ?? behind?.dayPart;
  const extra = { form: 'weekday' as const, ...(dayPart && { dayPart }) };
  const dated = pair ? null : dateBehind(context, to);
  if (dated?.value) return { ...dated, ...extra };
  if (today === null) return { to, value: null, future: isNext, ...extra };
  const isComing = isNext || (!isLast && isAnnounced(context, at));
  const day = resolveWeekday(today, pair?.weekday ?? wanted, { isLast, isNext, isComing });
  const from = pair ? day - ((pair.weekday - wanted + 7) % 7) : day;
  return { to, value: days(from, day), future: isComing, ...extra };
};

/** The last such day up to publication; before it with "last"; behind it with "next". */
function resolveWeekday(
  today: Day,
  wanted: number,
  { isLast, isNext, isComing }: { isLast: boolean; isNext: boolean; isComing: boolean },
): Day {
  const back = (weekdayOf(today) - wanted + 7) % 7;
  if (isNext) return today + (7 - back || 7);
  if (isComing) return today + ((7 - back) % 7);
  return today - (isLast && back === 0 ? 7 : back);
}

/** "الاثنين" is also "the two", "الأحد" stands in names only behind "يوم" or alone. */
function isOtherWord({ keys }: DateContext, at: number, lead: Lead, wanted: number): boolean {
  const before = keys[at - 1] ?? '';
  if (wanted === 1 && lead.to === at) return before === 'بين' || before === 'كلا' || before === 'هذين';
  if (wanted === 0 && lead.to === at) return keys[at + 1] === 'من';
  return before === 'مسجد' || before === 'خطبه' || before === 'جامع';
}

function pairOf(
  { keys, words }: DateContext,
  at: number,
  lead: Lead,
  to: number,
): { weekday: number; to: number } | null {
  const isLinked = pairLinks.has(keys[to] ?? '');
  const secondAt = isLinked ? to + 1 : to;
  const second = weekdayNames.get(keys[secondAt] ?? '');
  if (second === undefined) return null;
  const isAnd = (words[secondAt] ?? '').startsWith('و');
  const before = keys[at - 1] ?? '';
  const isRange =
    before === 'من' || before === 'بين' || keys[lead.to - 1] === 'يومي' || lead.dayPart === 'night';
  return isRange || (isAnd && lead.isDay) || keys[to] === '-' ? { weekday: second, to: secondAt + 1 } : null;
}
