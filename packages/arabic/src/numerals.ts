import { fractions, loneScales, scales, teenStarts, units } from './number-words.ts';

export type Numeral = { value: number; words: number; scale?: number; isAtLeast?: boolean };

const mostDigits = 15; // beyond them doubles round, and what stands there counts nothing

/** Value of a digit token: 1,200 and the Maghreb's 1.200 are thousands, 2.5 and 2,5 are decimals; null when it is none. */
export function digitsOf(word: string, beforeScale = false): number | null {
  if (word.length > mostDigits && word.replace(/[.,]/g, '').length > mostDigits) return null;
  if (/^\d+$/.test(word)) return Number(word);
  const groups = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(word);
  if (groups && !(beforeScale && /^\d+\.\d{3}$/.test(word))) return Number(word.replace(/[.,]/g, ''));
  if (/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/.test(word)) return Number(word.replace(/,/g, ''));
  if (/^\d+[.,]\d+$/.test(word)) return Number(word.replace(',', '.'));
  return null;
}

const reh = '\u0631';
const hasDigits = /^\d/;

/**
 * Digits over several tokens: 12 000, the Maghreb's 2ر3 (3.2, the decimals are written first) and 000ر30 (30,000).
 */
function digitsAt(keys: readonly string[], at: number): Numeral | null {
  const word = keys[at] ?? '';
  if (!hasDigits.test(word)) return null;
  const rest = keys[at + 2] ?? '';
  if (keys[at + 1] === reh && /^\d{1,3}$/.test(rest) && /^\d{1,3}$/.test(word)) {
    const value = word.length === 3 ? Number(rest) * 1_000 + Number(word) : Number(`${rest}.${word}`);
    return { value, words: 3 };
  }
  if (/^[1-9]\d{0,2}$/.test(word) && /^\d{3}$/.test(keys[at + 1] ?? '')) {
    let to = at + 1;
    let text = word;
    while (text.length < mostDigits && /^\d{3}$/.test(keys[to] ?? '')) text += keys[to++];
    return { value: Number(text), words: to - at };
  }
  const value = digitsOf(word, scales.has(keys[at + 1] ?? ''));
  return value === null ? null : { value, words: 1 };
}

/** One term: digits, a unit, a teen, three hundred in two words. Below a thousand unless it is written in digits. */
function termAt(keys: readonly string[], at: number): Numeral | null {
  const digits = digitsAt(keys, at);
  if (digits) return digits;
  const key = keys[at] ?? '';
  const next = keys[at + 1] ?? '';
  const isTeen = next === 'عشر' || next === 'عشره';
  const start = teenStarts.get(key);
  if (start !== undefined) {
    if (isTeen) return { value: 10 + start, words: 2 };
    return next === 'و' && isTens(keys[at + 2] ?? '') ? { value: start, words: 1 } : null; // أحد alone is "one of"
  }
  const value = units.get(key);
  if (value === undefined) return null;
  if (isTeen && value < 10) return { value: 10 + value, words: 2 };
  if (value >= 3 && value <= 9 && (next === 'ميه' || next === 'مايه' || next === 'ميات'))
    return { value: value * 100, words: 2 };
  return { value, words: 1 };
}

function isTens(key: string): boolean {
  const value = units.get(key);
  return value !== undefined && value >= 20 && value < 100;
}

/** Whether a further term may follow with "and": hundreds before the rest, units before tens. */
const mayFollow = (last: number, next: number): boolean =>
  (last >= 100 && last < 1_000 && next < 100) || (last < 10 && next >= 20 && next < 100);

/**
 * The longest number that begins at a part of a number view: words, digits with a scale, both mixed ("3 آلاف و500").
 * In the view particles stand apart: و, عشرون.
 */
export function readNumeral(keys: readonly string[], from: number): Numeral | null {
  let total = 0;
  let scale = Number.POSITIVE_INFINITY; // smallest scale so far
  let at = from;
  for (;;) {
    const joined = at === from ? at : afterAnd(keys, at);
    const part = joined === null ? null : partAt(keys, joined, at === from ? null : scale);
    if (part === null) break;
    total += part.value;
    at = part.to;
    scale = part.scale;
    if (scale === 1) break; // nothing is smaller than units
  }
  if (at === from) return null;
  const more = moreAt(keys, at, scale);
  return {
    value: round(total + more.value),
    words: more.to - from,
    scale,
    ...(more.isAtLeast && { isAtLeast: true }),
  };
}

/** Where the term after "and" begins. */
const afterAnd = (keys: readonly string[], at: number): number | null => (keys[at] === 'و' ? at + 1 : null);

type Part = { value: number; scale: number; to: number };

/** A group below a thousand with its scales: "مئة وخمسة وعشرون ألفا". It must fit under the scale before it. */
function partAt(keys: readonly string[], at: number, under: number | null): Part | null {
  const fraction = fractionAt(keys, at);
  if (fraction) return under === null ? fraction : null;
  const lone = loneScales.get(keys[at] ?? '');
  if (lone !== undefined) {
    const scale = scales.get(keys[at] ?? '') ?? (lone >= 2_000_000 ? lone / 2 : 1_000);
    return under === null || lone < under ? { value: lone, scale, to: at + 1 } : null;
  }
  const first = termAt(keys, at);
  if (!first) return null;
  let { value } = first;
  let to = at + first.words;
  let last = first.value;
  const isDigits = hasDigits.test(keys[at] ?? '');
  while (!isDigits && keys[to] === 'و') {
    const next = termAt(keys, to + 1);
    if (!next || hasDigits.test(keys[to + 1] ?? '') || !mayFollow(last, next.value)) break;
    value += next.value;
    last = next.value;
    to += 1 + next.words;
  }
  let scale = 1;
  for (let times = scales.get(keys[to] ?? ''); times !== undefined; times = scales.get(keys[to] ?? '')) {
    value = round(value * times);
    scale = scale === 1 ? times : Math.min(scale, times);
    to++;
  }
  return under === null || value < under ? { value, scale, to } : null;
}

/** Fractions of a scale in decimals (2.3 million) leave dust behind. */
const round = (value: number) => Math.round(value * 1_000) / 1_000;

/** "نصف مليون", "ثلاثة أرباع المليون". */
function fractionAt(keys: readonly string[], at: number): Part | null {
  let part = fractions.get(keys[at] ?? '');
  let to = at + 1;
  const times = units.get(keys[at] ?? '');
  const parts = fractions.get(keys[at + 1] ?? '');
  if (times !== undefined && times < 10 && parts !== undefined && /ا/.test(keys[at + 1] ?? '')) {
    part = times * parts;
    to++;
  }
  if (keys[to] === 'ال') to++;
  const scale = scales.get(keys[to] ?? '');
  if (part === undefined || scale === undefined) return null;
  return { value: round(part * scale), scale: 1, to: to + 1 };
}

/** What may end a number: "ونصف", "ونصف المليون", "ونيف". */
function moreAt(keys: readonly string[], at: number, scale: number) {
  const none = { value: 0, to: at, isAtLeast: false };
  if (keys[at] !== 'و') return none;
  const next = keys[at + 1] ?? '';
  if (next === 'نيف') return { value: 0, to: at + 2, isAtLeast: true };
  const part = fractions.get(next);
  if (part === undefined || part === 1 / 5) return none;
  const after = keys[at + 2] === 'ال' ? at + 3 : at + 2;
  const repeated = scales.get(keys[after] ?? '');
  const unit = Number.isFinite(scale) ? scale : 1;
  return { value: part * unit, to: repeated === scale ? after + 1 : at + 2, isAtLeast: false };
}
