import type { Token } from '@rasid/arabic';
import type { Before } from './before.ts';
import { LIST_NOUNS } from './cues.ts';

const COMMAS = new Set(['،', ',', '/', '(', '"', '»', '«', '-', '–']);

// "العزبة شمالا والبصيرة"
const SIDES = new Set(['شمالا', 'جنوبا', 'شرقا', 'غربا']);

const MAX_GAP = 4; // a comma, "and", two quotation marks

/** What a list of places goes on from: the last one of it and what stood before the first. */
export type ListHead = { to: number; before: Before };

/** Tells whether a name at `from` goes on a list: "كفرنبل وحاس", "بنش، سرمين". */
export const continues = (
  tokens: readonly Token[],
  from: number,
  proclitic: string,
  head: ListHead | null,
): boolean => {
  if (!head || from - head.to > MAX_GAP) return false;
  for (let at = head.to; at < from; at++) {
    const token = tokens[at];
    if (!token || !(COMMAS.has(token.text) || token.key === 'و' || SIDES.has(token.key))) return false;
  }
  return proclitic.startsWith('و') || from > head.to;
};

/** What a later name of a list takes over from its head. A plural noun counts for every name. */
export const inherit = (own: Before, head: Before): Before => ({
  ...head,
  adminNoun: own.adminNoun ?? (head.nounKey && LIST_NOUNS.has(head.nounKey) ? head.adminNoun : null),
  nounKey: own.nounKey ?? head.nounKey,
  isNounNext: true,
  preposition: own.preposition ?? head.preposition,
});
