import { keptOf } from '@rasid/arabic';
import { once } from '../once.ts';
import type { Sentence } from '../text/reading.ts';
import { leadsTo } from './leads-to.ts';

const reach = 14; // tokens from "in answer to" over what is answered to what that led to
const opens = keptOf((key) =>
  /^[وف]?(?:ردا|انتقاما|لل?انتقام|ثارا)$|^[بل]?(?:ال)?(?:متورط|ضالع)(?:ه|ين|ون)?$/u.test(key),
);
const isEnd = /^[.؛:…«»"]$/u;
const goesOn = /^(?:الذي|التي|م?ما|وم?ما)$/u;

/** What others did before and what it led to: "ردا على هجوم أسفر عن مقتل 25", "المتورطين في التفجير الذي أوقع قتيلين". */
export const answeredParts = once(({ field: { tokens }, from, to }: Sentence): [number, number][] => {
  const parts: [number, number][] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token || !opens(token)) continue;
    const led = outcomeAt(tokens, at, to);
    if (led < 0) continue;
    let end = led;
    while (end < to && !(isEnd.test(tokens[end]?.text ?? '') || tokens[end]?.text === '\u060c')) end++;
    parts.push([at + 1, end]);
    at = end;
  }
  return parts;
});

/** The token of "led to" behind what is answered, or -1: over a comma only where the sentence goes on about it. */
function outcomeAt(tokens: Sentence['field']['tokens'], from: number, to: number): number {
  for (let at = from + 1; at < Math.min(to, from + reach); at++) {
    const token = tokens[at];
    if (!token || /^[.؛:…]$/u.test(token.text)) return -1;
    if (token.text === '\u060c' && !goesOn.test(tokens[at + 1]?.key ?? '')) return -1;
    if (leadsTo.test(token.key)) return at;
  }
  return -1;
}

/** Whether a token stands in one of the parts. */
export const partAt = (parts: readonly [number, number][], at: number): boolean =>
  parts.some(([start, end]) => at >= start && at < end);
