import type { Count } from '@rasid/contracts';
import type { Candidate } from '../candidates.ts';
import type { Sentence } from '../text/reading.ts';

/** "سقوط قتلى": only of what the sentence before tells. */
export const isSome = ({ min, max, text }: Count): boolean => min === 2 && max === null && harmed.test(text);
const harmed = /قتلى|جرحى|شهداء|ضحايا|مصاب|إصابات/u;

/** "Dozens" and "hundreds" say a toll; "some" does not, and thousands are of a war. */
const isDozens = ({ min, max }: Count): boolean => (min ?? 0) >= 20 && (max ?? Infinity) < 1000;

const sinceReach = 12; // tokens from "since" over what happened then to its toll

/** "يسود التوتر منذ صدامات أوقعت 30 قتيلا": of what began long before. */
export function isSince({ field: { tokens }, from }: Sentence, { at }: Candidate['counts'][number]): boolean {
  for (let back = at - 1; back >= Math.max(from, at - sinceReach); back--) {
    if (/^[.،؛]$/u.test(tokens[back]?.text ?? '')) return false;
    if (tokens[back]?.key === 'منذ') return true;
  }
  return false;
}

/** A number, dozens or nobody; a title's number is of what the title tells. */
export const isPlain = ({ zone }: Sentence, count: Count): boolean =>
  (count.max === 0 || zone !== 'title') && (count.qualifier !== 'vague' || isDozens(count));

/** "من ناحية أخرى قال مسعفون": news of something else begins. */
export function isAside({ field: { tokens }, from }: Sentence): boolean {
  const opening = [0, 1, 2].map((step) => tokens[from + step]?.key ?? '').join(' ');
  return /^و?(?:من (?:ناحيه|جهه) (?:اخري|ثانيه)|(?:علي|في) (?:صعيد|سياق|حادث|حادثه|هجوم|واقعه|تطور) (?:اخر|اخري|منفصل|منفصله))$/u.test(
    opening,
  );
}

/** "في 2009 أدت إلى مصرع 173 شخصا": dated by a year, it was long ago; a day may be that of the statement. */
export const isLongAgo = ({ dates }: Sentence): boolean =>
  dates.some(({ value }) => value?.precision === 'year');
