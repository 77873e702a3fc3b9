import { classes, classTable, strongTable } from './letters.ts';
import { addLetter, startHash } from './phrase-trie.ts';
import { scan } from './scan.ts';
import { endOf, type Token } from './tokenize.ts';

/** Words of a text as places in an array of letters, with the hashes of the word and of the word without its first letters. */
export type WordView = {
  codes: Uint16Array;
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  /** Six a word: without 0 to 5 letters at its front. */
  hashes: Int32Array;
  isWord: Uint8Array;
};

export const hashesPerWord = 6; // no particle is longer than four letters (وبال), the whole word is the first

const initialWords = 1 << 13;
let view: WordView = allocate(initialWords);
let folded = new Uint16Array(1 << 16);

function allocate(words: number): WordView {
  return {
    codes: new Uint16Array(0),
    count: 0,
    starts: new Int32Array(words),
    ends: new Int32Array(words),
    hashes: new Int32Array(words * hashesPerWord),
    isWord: new Uint8Array(words),
  };
}

function room(words: number, letters: number): void {
  if (words > view.starts.length) view = allocate(2 * words);
  if (letters > folded.length) folded = new Uint16Array(2 * letters);
}

/** Adds a word of `codes` to the view; its hashes from the last letter to the first. */
function addWord(into: WordView, codes: Uint16Array, from: number, to: number, isWord: number): void {
  const { hashes } = into;
  const at = into.count++;
  into.starts[at] = from;
  into.ends[at] = to;
  into.isWord[at] = isWord;
  const base = at * hashesPerWord - from;
  let hash = startHash;
  let place = to - 1;
  for (; place >= from + hashesPerWord; place--) hash = addLetter(hash, codes[place] as number);
  for (; place >= from; place--) {
    hash = addLetter(hash, codes[place] as number);
    hashes[base + place] = hash;
  }
}

/** The view of a raw text: canonical form, words and hashes without one string. Overwritten by the next call. */
export function viewOfText(text: string, isStrong: boolean): { view: WordView; map: Int32Array } {
  const { codes, map, length } = scan(text);
  room(length, length);
  const into = view;
  const letters = folded;
  const table = isStrong ? strongTable : sameTable;
  const classOf = classTable;
  into.count = 0;
  into.codes = letters;
  for (let at = 0; at < length; ) {
    const kind = classOf[codes[at] as number];
    if (kind === classes.space) {
      at++;
      continue;
    }
    const end = endOf(codes, at, length);
    for (let place = at; place < end; place++) letters[place] = table[codes[place] as number] as number;
    addWord(into, letters, at, end, kind === classes.letter ? 1 : 0);
    at = end;
  }
  return { view: into, map };
}

const sameTable = Uint16Array.from({ length: 65_536 }, (_, code) => code); // folds nothing

/** The view of tokens that are there already. Overwritten by the next call. */
export function viewOfTokens(
  tokens: readonly Token[],
  isStrong: boolean,
  from: number,
  to: number,
): WordView {
  let length = 0;
  for (let at = from; at < to; at++) length += (tokens[at] as Token).word.length;
  room(to - from, length);
  const into = view;
  const letters = folded;
  into.count = 0;
  into.codes = letters;
  let place = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token; // within bounds
    const form = isStrong ? token.key : token.word;
    for (let letter = 0; letter < form.length; letter++) letters[place + letter] = form.charCodeAt(letter);
    addWord(into, letters, place, place + form.length, token.kind === 'word' ? 1 : 0);
    place += form.length;
  }
  return into;
}
