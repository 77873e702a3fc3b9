import { lightStem } from '@rasid/arabic';
import type { Sentence } from './reading.ts';

const country = 4; // precision of a place that is a country; finer ones are below
const leastLetters = 2;

type Word = Sentence['field']['tokens'][number];

/** The stem of a word, `#` for a figure, nothing for marks and single letters. */
export function stemAt(token: Word | undefined): string | null {
  if (!token || token.kind === 'punctuation') return null;
  if (token.kind === 'number') return '#';
  return token.key.length < leastLetters ? null : lightStem(token.key);
}

/**
 * What a sentence is worded with: the stems of its words. Places and people stand as what they are, so that what is
 * learnt of one name holds for the others; of a party its sector stands beside its words.
 */
export function wordsOf({ field, from, to, places, parties }: Sentence): string[] {
  const names = new Map<number, { end: number; word: string }>();
  for (const { mention, precision } of places)
    if (precision <= country)
      names.set(mention.from, { end: mention.to, word: precision < country ? '%place' : '%country' });
  const words: string[] = [];
  for (const each of parties) {
    if (each.kind === 'person') names.set(each.from, { end: each.to, word: '%person' });
    else if (each.sector) words.push(`%${each.sector}`);
  }
  for (let at = from; at < to; at++) {
    const name = names.size > 0 ? names.get(at) : undefined;
    if (name) {
      words.push(name.word);
      at = Math.max(at, name.end - 1);
      continue;
    }
    const stem = stemAt(field.tokens[at]);
    if (stem) words.push(stem);
  }
  return words;
}
