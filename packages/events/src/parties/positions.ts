import type { PartyMention } from '@rasid/actors';
import type { Sentence } from '../text/reading.ts';
import { standsAt } from '../wordings/pattern.ts';
import { wordList } from '../wordings/triggers.ts';

/** Buildings, vehicles and positions: things of a party that are struck in its stead. */
export const things = wordList(['$party-thing']);
const reach = 4; // tokens from a thing to its owner, adjectives and "تابعة" between

/** The token of the thing a party owns right before it ("حواجز قوات …", "سيارة تابعة للجيش"), or -1. */
export function thingOf({ field, from: first }: Sentence, { from }: PartyMention): number {
  for (let at = from - 1; at >= Math.max(first, from - reach); at--) {
    if (standsAt(things, field.readings, at, from)) return at;
    const key = field.tokens[at]?.key ?? '';
    if (/^(?:في|التي|الذي|ذي|علي|الي|حي)$/u.test(key)) return -1;
    if (!/^["“”«»]$|^تابع|^تتمركز|^يتمركز|^(?:فيها|بها|ضمنها)$|(?:يه|ي|ين|ات|ه)$/u.test(key)) return -1;
  }
  return -1;
}

const escorts = wordList(['$vehicle', '#موكب', '#رتل', 'أرتال', '#قافلة']);

/** A car or a convoy that is struck is struck for who is in it. */
export const isEscort = ({ field }: Sentence, at: number): boolean =>
  standsAt(escorts, field.readings, at, at + 1);
