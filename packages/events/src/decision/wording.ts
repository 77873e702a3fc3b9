import { kept, keptOf, lightStem } from '@rasid/arabic';
import { once } from '../once.ts';
import type { Sentence } from '../text/reading.ts';
import { learntWord, type Word } from './learned.ts';

const country = 4; // precision of a place that is a country; finer ones are below
const leastLetters = 2;

type Token = Sentence['field']['tokens'][number];

const figure = learntWord('#');
const nameOf = kept(learntWord); // one for all words of a stem
const wordOf = keptOf((key): Word | null => (key.length < leastLetters ? null : nameOf(lightStem(key))));

/** The stem of a word, `#` for a figure, nothing for marks and single letters. */
export function wordAt(token: Token | undefined): Word | null {
  if (!token || token.kind === 'punctuation') return null;
  return token.kind === 'number' ? figure : wordOf(token);
}

/**
 * What a sentence is worded with: the stems of its words. Places and people stand as what they are, so that what is
 * learnt of one name holds for the others; of a party its sector stands beside its words.
 */
export const wordsOf = once(({ field, from, to, places, parties }: Sentence): readonly Word[] => {
  const names = new Map<number, { end: number; name: string }>();
  for (const { mention, precision } of places)
    if (precision <= country)
      names.set(mention.from, { end: mention.to, name: precision < country ? '%place' : '%country' });
  const words: Word[] = [];
  for (const each of parties) {
    if (each.kind === 'person') names.set(each.from, { end: each.to, name: '%person' });
    else if (each.sector) words.push(nameOf(`%${each.sector}`));
  }
  for (let at = from; at < to; at++) {
    const name = names.size > 0 ? names.get(at) : undefined;
    if (name) {
      words.push(nameOf(name.name));
      at = Math.max(at, name.end - 1);
      continue;
    }
    const word = wordAt(field.tokens[at]);
    if (word) words.push(word);
  }
  return words;
});
