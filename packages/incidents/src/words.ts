import { findNumbers, type Token, tokenize } from '@rasid/arabic';
import { rarest, weightOf } from './word-weights.ts';

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

/** The stems of a text in reading order, each once; numbers as `#122`, however they are written; rare names by their sound. */
export const stemsOf = (text: string): string[] => [
  ...new Set([...wordsByStem(text)].slice(0, maxWords).map(([stem, word]) => soundOf(stem, word))),
];

/** The stems as they are spelled: what the table of weights is counted from. */
export const spelledStems = (text: string): string[] => [...wordsByStem(text).keys()];

/** Each stem with the word it was first cut from. */
function wordsByStem(text: string): Map<string, string> {
  const tokens = tokenize(text);
  const inNumber = new Set<number>();
  const words = new Map<string, string>();
  for (const { from, to, min, kind, noun, trap } of findNumbers(text, tokens)) {
    if (kind !== 'digits' && kind !== 'words') continue;
    for (let at = from; at < (noun?.from ?? to); at++) inNumber.add(at);
    if (min !== null && trap === undefined) words.set(`#${min}`, '');
  }
  const inText = new Set(tokens.map((token) => cut(bare(token))));
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'punctuation' || inNumber.has(at)) continue;
    const word = token.kind === 'number' ? `#${token.key}` : withoutClitic(token, inText);
    const stem = token.kind === 'number' ? word : cut(word);
    if (weightOf(stem) > 0 && !words.has(stem)) words.set(stem, word);
  }
  return words;
}

const article = /^(?:[\u0648\u0628\u0641\u0643]?\u0627\u0644|\u0644\u0644)(?=.{2})/; // ال after و ب ف ك, and لل
const clitic = /^[\u0648\u0628\u0644\u0641\u0643](?=.{3})/; // و ب ل ف ك

const bare = ({ key }: Token): string => key.toLowerCase().replace(article, '');

const cut = (word: string): string => word.slice(0, stemLetters);

/** Without "and", "in", "for", where what remains is a commoner word or stands in the text by itself: names begin like that too. */
function withoutClitic(token: Token, inText: ReadonlySet<string>): string {
  const word = bare(token);
  if (!clitic.test(token.key)) return word;
  const rest = token.key.toLowerCase().slice(1);
  return weightOf(cut(rest)) < weightOf(cut(word)) || inText.has(cut(rest)) ? rest : word;
}

// Letters between which papers differ when they write a foreign name: long vowels and ain fall away.
const soundOfLetter: Record<string, string> = {
  '\u0627': '', // alef
  '\u0648': '', // waw
  '\u064a': '', // yeh
  '\u0639': '', // ain
  '\u062c': '\u063a', // jeem, as ghain
  '\u0642': '\u063a', // qaf
  '\u0643': '\u063a', // kaf
  '\u06af': '\u063a', // gaf
  '\u0637': '\u062a', // tah, as teh
  '\u0630': '\u0632', // thal, as zain
  '\u0638': '\u0632', // zah
  '\u0635': '\u0633', // sad, as seen
  '\u062b': '\u0633', // theh
  '\u0636': '\u062f', // dad, as dal
};
const leastSpelled = 4; // letters: of shorter words nothing is left
const [leastSound, mostSound] = [3, 4]; // consonants: endings follow

/** A stem that the table does not list is mostly a name, and foreign names are spelled in many ways. */
function soundOf(stem: string, word: string): string {
  if (stem.length < leastSpelled || stem.startsWith('#') || weightOf(stem) < rarest) return stem;
  const sound = Array.from(word, (letter) => soundOfLetter[letter] ?? letter)
    .join('')
    .replace(/\u0647$/, '') // heh, of a feminine ending
    .slice(0, mostSound);
  return sound.length < leastSound ? stem : `~${sound}`;
}
