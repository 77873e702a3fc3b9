import { classes, classTable, expansions, plainTable, strongTable } from './letters.ts';
import { afterDodge, scan } from './scan.ts';
import { endOf, type Token } from './tokenize.ts';
import { unitsOf } from './units.ts';
import { addLetter } from './word-hash.ts';

/** The words of a text as places in one array of letters, with their hashes: what matching needs, without one string. */
export type WordView = {
  /** Canonical letters, folded or not, of all words one behind the other. */
  codes: Uint16Array;
  count: number;
  /** Where each word begins in `codes`; it ends where the next one begins, the last one at the number behind it. */
  starts: Int32Array;
  /** Places of each word in the original text. */
  from: Int32Array;
  to: Int32Array;
  hashes: Int32Array;
};

const initialRoom = 1 << 14; // an article; grows with longer ones
let view = allocate(initialRoom);

function allocate(length: number): WordView {
  return {
    codes: new Uint16Array(length),
    count: 0,
    starts: new Int32Array(length),
    from: new Int32Array(length),
    to: new Int32Array(length),
    hashes: new Int32Array(length),
  };
}

/** The one view, emptied, with room for so many letters; every call overwrites what the last one filled. */
function emptied(length: number): WordView {
  if (length >= view.codes.length) view = allocate(2 * length);
  view.count = 0;
  return view;
}

/** Ordered so that one comparison tells letters, and one what begins a word, from the rest. */
const kinds = { space: 0, dropped: 1, tatweel: 2, rare: 3, other: 4, digit: 5, letter: 6 } as const;
const kindOfClass = [kinds.other, kinds.letter, kinds.digit, kinds.space] as const;
const wordBegins = kinds.other << 16;
const letterBegins = kinds.letter << 16;
const codeMask = 0xffff;

/** The canonical code of each character and, above it, its kind. */
function tableOf(isStrong: boolean): Int32Array {
  const table = new Int32Array(65_536);
  for (let code = 0; code < table.length; code++) {
    const light = plainTable[code] as number; // covers every code unit
    const kind = light === 0 ? rareKind(code) : (kindOfClass[classTable[light] as number] as number);
    table[code] = (kind << 16) | (isStrong ? (strongTable[light] as number) : light);
  }
  return table;
}

function rareKind(code: number): number {
  if (code === 0x0640) return kinds.tatweel;
  const needsMore = code === 0x2a || (code >= 0x0653 && code <= 0x0655) || expansions.has(code);
  return needsMore ? kinds.rare : kinds.dropped;
}

const tables = { strong: tableOf(true), light: tableOf(false) };

/** The view of a raw text. Overwritten by the next call. */
export function viewOfText(text: string, isStrong: boolean): WordView {
  const into = emptied(text.length);
  return fill(text, isStrong ? tables.strong : tables.light, into) ? into : viewOfScan(text, isStrong);
}

const minSpaced = 5; // single letters in a row that may be a word written apart

/** Fills the view in one pass; false when the text holds what only the full canonical form can read. */
function fill(text: string, table: Int32Array, into: WordView): boolean {
  const units = unitsOf(text);
  const { codes, starts, from, to, hashes } = into;
  const last = text.length;
  let count = 0;
  let length = 0;
  let singles = 0;
  let at = 0;
  while (at < last) {
    let entry = table[units[at] as number] as number; // the table covers every code unit
    if (entry < wordBegins) {
      if (entry >> 16 > kinds.dropped && needsScan(text, at, entry)) return false;
      at++;
      continue;
    }
    starts[count] = length;
    from[count] = at;
    let hash = entry & codeMask;
    codes[length++] = hash;
    if (entry >= letterBegins) {
      do {
        entry = table[units[++at] as number] as number; // a space stands behind the text
        for (; entry >= letterBegins; entry = table[units[++at] as number] as number) {
          const code = entry & codeMask;
          hash = addLetter(hash, code);
          codes[length++] = code;
        }
        if (entry >> 16 > kinds.dropped && entry < wordBegins && needsScan(text, at, entry)) return false;
      } while (entry < wordBegins && entry >> 16 !== kinds.space);
      singles = length - (starts[count] as number) === 1 ? singles + 1 : 0;
      if (singles >= minSpaced) return false;
    } else {
      const end = entry >> 16 === kinds.digit ? numberEnd(units, table, at + 1, last) : pairEnd(units, at);
      if (end < 0) return false;
      for (at++; at < end; at++) {
        const code = (table[units[at] as number] as number) & codeMask;
        hash = addLetter(hash, code);
        codes[length++] = code;
      }
      if (hash !== 0x2e) singles = 0; // a point may part the letters of a word
    }
    to[count] = at;
    hashes[count++] = hash;
  }
  starts[count] = length;
  into.count = count;
  return true;
}

/** Whether a tatweel hides a part of a word, or the character is one of those that do not stand for one letter. */
const needsScan = (text: string, at: number, entry: number): boolean =>
  entry >> 16 === kinds.rare || afterDodge(text, at) !== at;

/** Where a number ends: points and commas between digits belong to it. Below 0 when marks stand among them. */
function numberEnd(units: Uint16Array, table: Int32Array, from: number, last: number): number {
  let at = from;
  for (; at < last; at++) {
    const entry = table[units[at] as number] as number;
    const kind = entry >> 16;
    if (kind === kinds.digit) continue;
    if (isMark(kind)) return -1;
    const code = entry & codeMask;
    if (code !== 0x2e && code !== 0x2c) return at;
    const after = (table[units[at + 1] as number] as number) >> 16; // a space stands behind the text
    if (isMark(after)) return -1;
    if (after !== kinds.digit) return at;
  }
  return at;
}

const isMark = (kind: number): boolean => kind >= kinds.dropped && kind <= kinds.rare;

/** The two halves of a character beyond the first plane are one word. */
const pairEnd = (units: Uint16Array, at: number): number =>
  ((units[at] as number) & 0xfc00) === 0xd800 && ((units[at + 1] as number) & 0xfc00) === 0xdc00
    ? at + 2
    : at + 1;

/** The view by way of the full canonical form: hidden words, presentation forms, hamzas that stand alone. */
function viewOfScan(text: string, isStrong: boolean): WordView {
  const { codes, map, length } = scan(text);
  const into = emptied(length);
  let place = 0;
  for (let at = 0; at < length; ) {
    if (classTable[codes[at] as number] === classes.space) {
      at++;
      continue;
    }
    const end = endOf(codes, at, length);
    const begin = map[at] as number;
    const next = Math.max(map[end] as number, begin + 1);
    for (; at < end; at++)
      into.codes[place++] = isStrong ? (strongTable[codes[at] as number] as number) : (codes[at] as number);
    add(into, place, begin, next);
  }
  return into;
}

/** Adds the word whose letters end here; they begin where those of the last one end. */
function add(into: WordView, end: number, from: number, to: number): void {
  const { codes, starts } = into;
  const at = into.count++;
  if (at === 0) starts[0] = 0;
  into.from[at] = from;
  into.to[at] = to;
  let hash = 0;
  for (let place = starts[at] as number; place < end; place++) hash = addLetter(hash, codes[place] as number);
  into.hashes[at] = hash;
  starts[at + 1] = end;
}

/** The view of one word. Overwritten by the next call. */
export function viewOfWord(word: string): WordView {
  const into = emptied(word.length);
  for (let letter = 0; letter < word.length; letter++) into.codes[letter] = word.charCodeAt(letter);
  add(into, word.length, 0, word.length);
  return into;
}

/** The view of tokens that are there already. Overwritten by the next call. */
export function viewOfTokens(
  tokens: readonly Token[],
  isStrong: boolean,
  from: number,
  to: number,
): WordView {
  let letters = 0;
  for (let at = from; at < to; at++) letters += (tokens[at] as Token).word.length;
  const into = emptied(letters);
  let place = 0;
  for (let at = from; at < to; at++) {
    const { key, word, start, end } = tokens[at] as Token; // within bounds
    const form = isStrong ? key : word;
    for (let letter = 0; letter < form.length; letter++) into.codes[place++] = form.charCodeAt(letter);
    add(into, place, start, end);
  }
  return into;
}
