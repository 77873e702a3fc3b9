import { kept, keptOf } from '@rasid/arabic';
import { once } from '../once.ts';
import type { Sentence } from '../text/reading.ts';

const unit =
  /^(?:يوم|يومين|ايام|ساعه|ساعات|ساعتين|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|عام|عامين|اعوام|سنه|سنتين|سنوات)$/u;
const unitReach = 4; // tokens from "after" to the unit: "بعد أقل من ثلاثة أيام"
const isEnd = kept((text) => (/^(?:[.،,؛:…]|\.{2,}|--?|[«»"])$/u.test(text) ? true : null));
const looksBack = keptOf((key) =>
  /^[وف]?غداه$/u.test(key) ? 'eve' : /^[وف]?(?:بعد|عقب)$/u.test(key) ? 'after' : null,
);

const goesOn = /^(?:و?(?:الذي|التي|الذين|اللذين)|(?:ادي|اسفر|اوقع|اودي|تسبب|خلف)ت?)$/u; // "بعد يوم من الهجوم، الذي أوقع …"

/** Where a sentence looks back at what happened days before: "بعد يوم من هجوم أوقع 13 قتيلا", "غداة مقتل …". */
export const earlierParts = once(({ field: { tokens }, from, to }: Sentence): [number, number][] => {
  const parts: [number, number][] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    const way = token ? looksBack(token) : null;
    if (way === null) continue;
    const start = way === 'eve' ? at + 1 : afterUnit(tokens, at, to);
    if (start < 0) continue;
    let end = start;
    while (end < to && !(isEnd(tokens[end]?.text ?? '') && !goesOn.test(tokens[end + 1]?.key ?? ''))) end++;
    parts.push([start, end]);
    at = end;
  }
  return parts;
});

/** The token of "من" in "بعد … أيام من", or -1. */
function afterUnit(tokens: Sentence['field']['tokens'], at: number, to: number): number {
  for (let next = at + 1; next < Math.min(to, at + 1 + unitReach); next++)
    if (unit.test(tokens[next]?.key ?? ''))
      return [next + 1, next + 2].find((last) => /^(?:من|علي)$/u.test(tokens[last]?.key ?? '')) ?? -1; // "أيام قليلة من"
  return -1;
}

/** The part that looks back in which a token stands, if any. */
export const earlierAt = (parts: readonly [number, number][], at: number) =>
  parts.find(([start, end]) => at >= start && at < end);
