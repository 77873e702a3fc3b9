import { lookupKey, tokenize } from '@rasid/arabic';
import { agencies, families } from './data.ts';

export type Origin = { id: string; basis: 'byline' | 'dateline' | 'text-copy' | 'outlet' };

const bySign = new Map(
  agencies.flatMap(({ id, signs }) => signs.map((sign): [string, string] => [keyOf(sign), id])),
);
const familyOf = new Map(
  families.flatMap(({ id, outlets }) => outlets.map((outlet) => [outlet, id] as const)),
);

function keyOf(text: string): string {
  return lookupKey(text)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** The agency a few words name, with or without "agency" before its sign. */
const agencyOf = (words: string): string | null => {
  const key = keyOf(words);
  return bySign.get(key) ?? bySign.get(key.replace(/^وكاله (?:(?:ال)?انباء )?/, '')) ?? null;
};

const openingLetters = 100; // a dateline is shorter
const closingLetters = 50; // so is the mark at the end
const leadLetters = 300; // "quoting" further down is about one sentence, not about the text

/**
 * Whose words a text is by what it says itself: an agency in the byline, the dateline, at its end, or named as the one
 * it is taken from. Otherwise the outlet's, or those of the publisher it shares its texts with.
 */
export function findOrigin(article: { text: string; authors: readonly string[]; outletId: string }): Origin {
  const { text, authors, outletId } = article;
  const byline = authors.map(agencyOf).find((id) => id !== null);
  if (byline) return { id: byline, basis: 'byline' };
  const dateline = segments(text.slice(0, openingLetters))
    .slice(0, -1)
    .map(agencyOf)
    .find((id) => id !== null);
  if (dateline) return { id: dateline, basis: 'dateline' };
  const closing = segments(text.slice(-closingLetters))
    .slice(1)
    .reverse()
    .map(agencyOf)
    .find((id) => id !== null);
  const named = closing ?? quoted(text.slice(0, leadLetters));
  if (named) return { id: named, basis: 'byline' };
  return { id: familyOf.get(outletId) ?? outletId, basis: 'outlet' };
}

/** The parts between marks: "Riyadh (SPA) -" has the sign alone in one of them; the last part is running text. */
const segments = (text: string): string[] => text.split(/[-\u2013\u2014/()[\]:\n|"\u00ab\u00bb]/).slice(0, 8);

const quoting = new Set([
  'نقلا عن',
  'نقلت عن',
  'ذكرت وكاله',
  'قالت وكاله',
  'افادت وكاله',
  'نقلت وكاله',
  'بحسب وكاله',
  'وفق وكاله',
]);
const longestName = 5; // "the Syrian Arab News Agency SANA"

/** The agency named after "quoting". */
function quoted(lead: string): string | null {
  const keys = tokenize(lead).flatMap(({ key, kind }) => (kind === 'word' ? [key] : []));
  for (let at = 0; at + 2 < keys.length; at++) {
    const verb = (keys[at] ?? '').replace(/^\u0648(?=.{3})/, ''); // و
    if (!quoting.has(`${verb} ${keys[at + 1]}`)) continue;
    for (let from = at + 1; from <= at + longestName; from++) {
      for (let to = from + longestName; to > from; to--) {
        const words = keys.slice(from, to);
        // A sign of three letters is often a word too: it counts after "agency" only.
        const isPlain = words.length > 1 || (words[0] ?? '').length > 3 || keys[from - 1] === 'وكاله';
        const id = isPlain ? agencyOf(words.join(' ')) : null;
        if (id) return id;
      }
    }
  }
  return null;
}
