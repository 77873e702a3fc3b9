import { findNumbers, type Token, tokenize } from '@rasid/arabic';
import { weightOf } from './word-weights.ts';

/** The words of a title and of what follows it, as they are compared across outlets. */
export type Words = { title: string[]; lead: string[] };

/** So much of the text says what happened; what follows is background that other stories share. */
const leadLetters = 420;
const stemLetters = 5; // inflected forms of one word meet in their first five letters
const maxWords = 60; // a lead has fewer; a text without spaces must not grow a record

/** Title and lead of an article, or title and evidence of one of its lesser events. */
export function wordsOf(title: string, text: string): Words {
  return { title: stemsOf(title), lead: stemsOf(text.slice(0, leadLetters)) };
}

/** The stems of a text in reading order, each once; numbers as `#122`, however they are written. */
export function stemsOf(text: string): string[] {
  const tokens = tokenize(text);
  const inNumber = new Set<number>();
  const stems = new Set<string>();
  for (const { from, to, min, kind, noun, trap } of findNumbers(text, tokens)) {
    if (kind !== 'digits' && kind !== 'words') continue;
    for (let at = from; at < (noun?.from ?? to); at++) inNumber.add(at);
    if (min !== null && trap === undefined) stems.add(`#${min}`);
  }
  const inText = new Set(tokens.map(stemOf));
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'punctuation' || inNumber.has(at)) continue;
    const stem = token.kind === 'number' ? `#${token.key}` : withoutClitic(token, stemOf(token), inText);
    if (weightOf(stem) > 0) stems.add(stem);
  }
  return [...stems].slice(0, maxWords);
}

const article = /^(?:[\u0648\u0628\u0641\u0643]?\u0627\u0644|\u0644\u0644)(?=.{2})/; // ال after و ب ف ك, and لل
const clitic = /^[\u0648\u0628\u0644\u0641\u0643](?=.{3})/; // و ب ل ف ك

const stemOf = ({ key }: Token): string => key.toLowerCase().replace(article, '').slice(0, stemLetters);

/** Without "and", "in", "for", where what remains is a commoner word or stands in the text by itself: names begin like that too. */
function withoutClitic({ key }: Token, stem: string, inText: ReadonlySet<string>): string {
  if (!clitic.test(key)) return stem;
  const rest = key.toLowerCase().slice(1, 1 + stemLetters);
  return weightOf(rest) < weightOf(stem) || inText.has(rest) ? rest : stem;
}
