import type { DateContext } from './date-types.ts';
import { lastWords, nextWords, nowWords, sameWords } from './date-words.ts';
import { hijriMonths, monthNames } from './months.ts';
import { ordinalStarts, ordinals, units } from './number-words.ts';

const isDayDigits = (key: string): boolean => /^\d{1,2}$/.test(key) && Number(key) >= 1 && Number(key) <= 31;

/** The day of a month: 18, الـ18, الثاني والعشرين, فاتح. */
export function dayNumberAt({ keys, words }: DateContext, at: number): { day: number; to: number } | null {
  const key = keys[at] ?? '';
  if (isDayDigits(key)) return { day: Number(key), to: at + 1 };
  if (key === 'ال' && isDayDigits(keys[at + 1] ?? '')) return { day: Number(keys[at + 1]), to: at + 2 };
  if (key === 'فاتح') return { day: 1, to: at + 1 };
  const ordinal = ordinals.get(key) ?? ordinalStarts.get(key);
  const next = keys[at + 1] ?? '';
  if (ordinal === undefined) {
    const tens = key.startsWith('ال') ? units.get(key.slice(2)) : undefined;
    return (tens === 20 || tens === 30) && next === 'من' ? { day: tens, to: at + 1 } : null;
  }
  if (next === 'عشر') return { day: 10 + ordinal, to: at + 2 };
  const isAnd = (words[at + 1] ?? '').startsWith('و');
  const tens = isAnd ? units.get(next.replace(/^و?(?:ال)?/, '')) : undefined;
  if (tens === 20 || tens === 30) return { day: tens + ordinal, to: at + 2 };
  return { day: ordinal, to: at + 1 };
}

export type Month = { month: number; to: number; isHijri: boolean };

/** A month's name, or a double name such as "كانون الأول/ديسمبر" and "نوفمبر (تشرين الثاني)". */
export function monthAt(context: DateContext, at: number): Month | null {
  const { keys } = context;
  const from = keys[at] === 'شهر' ? at + 1 : at;
  const name = nameAt(context, from);
  if (!name) return null;
  const link = keys[name.to] ?? '';
  if (link !== '/' && link !== '(' && link !== '-' && link !== '\\') return name;
  const second = nameAt(context, name.to + 1);
  if (second?.month !== name.month || second.isHijri !== name.isHijri) return name;
  return { ...name, to: link === '(' && keys[second.to] === ')' ? second.to + 1 : second.to };
}

/** First words of names of two words: few words are looked up with the one behind them. */
const openers = new Set(
  [...monthNames.keys(), ...hijriMonths.keys()].flatMap((name) =>
    name.includes(' ') ? [name.slice(0, name.indexOf(' '))] : [],
  ),
);

function nameAt({ keys, words }: DateContext, at: number): Month | null {
  const key = keys[at] ?? '';
  for (const [names, isHijri] of [
    [monthNames, false],
    [hijriMonths, true],
  ] as const) {
    const two = openers.has(key) ? names.get(`${key} ${keys[at + 1] ?? ''}`) : undefined;
    if (two !== undefined) return { month: two, to: at + 2, isHijri };
    const one = names.get(key);
    if (one === undefined) continue;
    // "لأب" is "for a father": without its madda the month needs its day before it
    const isFather = key === '\u0627\u0628' && /[\u0623\u0625]/.test(words[at] ?? '');
    return isFather ? null : { month: one, to: at + 1, isHijri };
  }
  return null;
}

export type Modifiers = {
  to: number;
  year: number | null;
  isHijriYear: boolean;
  isNext: boolean;
  isLast: boolean;
  isNow: boolean;
};

const yearNouns = new Set(['عام', 'العام', 'سنه', 'السنه']);

/** What may follow a month: a year, "الماضي", "من العام الجاري", "المقبل". */
export function modifiersAt({ keys, today }: DateContext, at: number): Modifiers {
  const none = { to: at, year: null, isHijriYear: false, isNext: false, isLast: false, isNow: false };
  let to = at;
  const isWord = (words: ReadonlySet<string>, place: number) => words.has(keys[place] ?? '');
  if (isWord(lastWords, to)) return { ...none, to: to + 1, isLast: true };
  if (isWord(nowWords, to)) return { ...none, to: to + 1, isNow: true };
  if (isWord(nextWords, to)) return { ...none, to: to + 1, isNext: true };
  if (keys[to] === ',' || keys[to] === 'من' || keys[to] === '/' || keys[to] === '-') to++;
  if (keys[to] === 'هذا' && keys[to + 1] === 'العام') return { ...none, to: to + 2, isNow: true };
  if (isWord(yearNouns, to)) to++;
  const year = Number(keys[to]);
  const isYear = /^\d{4}$/.test(keys[to] ?? '');
  if (isYear && year >= 1300 && year <= 1500)
    return { ...none, to: keys[to + 1] === '\u0647' ? to + 2 : to + 1, year, isHijriYear: true };
  if (isYear && year >= 1700 && year <= 2100)
    return { ...none, to: keys[to + 1] === '\u0645' ? to + 2 : to + 1, year };
  if (to > at && isWord(yearNouns, to - 1) && today !== null) {
    const thisYear = new Date(today * 86_400_000).getUTCFullYear();
    if (isWord(lastWords, to)) return { ...none, to: to + 1, year: thisYear - 1, isLast: true };
    if (isWord(nowWords, to)) return { ...none, to: to + 1, year: thisYear, isNow: true };
    if (isWord(nextWords, to)) return { ...none, to: to + 1, year: thisYear + 1, isNext: true };
    if (isWord(sameWords, to)) return { ...none, to: to + 1 };
  }
  return none;
}
