import { decode, foldStrong } from './canonical.ts';
import { maxKept, memoOf } from './kept.ts';
import { addLetter } from './word-hash.ts';

/** A word as it is written: the same object for all its places in all texts, while it is kept. */
export type KnownWord = {
  /** Canonical form. */
  word: string;
  /** Canonical form with hamza, alef, yeh and teh marbuta folded. */
  key: string;
  memo: unknown[];
  /** Where its letters begin among those of all. */
  place: number;
  /** Another word of the same hash. */
  twin: KnownWord | null;
};

const known = new Map<number, KnownWord>();
let spelling = new Uint16Array(1 << 16); // of all words, one behind the other; grows with them
let used = 0;
const longest = 32; // letters: what is longer is no word, and comes once
const mostTwins = 4; // of one hash; more come from a text that wants them

/**
 * The word of some letters. A text says most of its words again, and all texts the same ones: what is made of a word
 * stays, instead of two strings being cut out of every text for each and looked up anew by all who ask about it.
 */
export function knownWord(codes: Uint16Array, from: number, to: number): KnownWord {
  let hash = 0;
  for (let at = from; at < to; at++) hash = addLetter(hash, codes[at] as number); // the places are of a word
  const first = known.get(hash);
  let twins = 0;
  for (let each = first; each; each = each.twin ?? undefined, twins++)
    if (isSpelled(each, codes, from, to)) return each;
  const isLong = to - from > longest;
  const letters = codes.subarray(from, to);
  const word = isLong ? decode(letters, letters.length) : String.fromCharCode(...letters);
  const key = foldStrong(word);
  const made = { word, key, memo: memoOf(key), place: used, twin: first ?? null };
  if (!isLong && twins < mostTwins) keep(made, hash, letters);
  return made;
}

function keep(made: KnownWord, hash: number, letters: Uint16Array): void {
  if (known.size >= maxKept) {
    known.clear();
    used = 0;
    made.place = 0;
    made.twin = null;
  }
  if (used + longest > spelling.length) {
    const larger = new Uint16Array(2 * spelling.length);
    larger.set(spelling);
    spelling = larger;
  }
  spelling.set(letters, used);
  used += letters.length;
  known.set(hash, made);
}

function isSpelled({ word, place }: KnownWord, codes: Uint16Array, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  const all = spelling;
  for (let at = from, own = place; at < to; at++, own++) if (codes[at] !== all[own]) return false;
  return true;
}
