import { lookupKey, type Token } from '@rasid/arabic';
import type { Sentence } from './reading.ts';

const longTitle = 24; // letters: a sentence further down that holds a title this long is a link to the story
const maxRepeated = 6; // sentences: a title of some, and its repetition

/** Tells whether a sentence is the title once more: some outlets set it at the head of the text, and links to it below. */
export function titleTest(title: string, tokens: readonly Token[]): (sentence: Sentence) => boolean {
  const key = lookupKey(title);
  const words = new Set(tokens.map((token) => token.key));
  const telling = innerWord(tokens);
  return (sentence) => {
    const { field, start, end, order } = sentence;
    if (isLink(sentence)) return true;
    if (order < maxRepeated && mayRepeat(sentence, words))
      return key.includes(lookupKey(field.text.slice(start, end)).replace(/[.\s]+$/u, ''));
    if (order <= maxRepeated || key.length < longTitle || !holds(sentence, telling)) return false;
    return lookupKey(field.text.slice(start, end)).includes(key);
  };
}

/** "رابط الخبر بصحيفة …": a link with the title once more. */
const isLink = ({ field, start }: Sentence) => field.text.startsWith('رابط الخبر', start);

/** The longest word of a title that has others on both sides: who holds the title holds it as a whole word. */
function innerWord(tokens: readonly Token[]): string | null {
  let longest: string | null = null;
  for (let at = 1; at + 1 < tokens.length; at++) {
    const { kind, key } = tokens[at] as Token; // within bounds
    if (kind === 'word' && key.length > (longest?.length ?? 0)) longest = key;
  }
  return longest;
}

function holds({ field: { tokens }, from, to }: Sentence, word: string | null): boolean {
  if (word === null) return true;
  for (let at = from; at < to; at++) if (tokens[at]?.key === word) return true;
  return false;
}

/** Whether the second word, where a third one follows, is one of the title: else the title has no such sentence in it. */
function mayRepeat({ field: { tokens }, from, to }: Sentence, words: ReadonlySet<string>): boolean {
  const isInner = from + 2 < to && tokens[from + 2]?.kind === 'word';
  return !isInner || words.has(tokens[from + 1]?.key ?? '');
}
