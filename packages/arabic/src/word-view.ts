import { classes, classTable, expansions, plainTable, strongTable } from './letters.ts';
import { afterDodge, scan } from './scan.ts';
import { endOf, type Token } from './tokenize.ts';
import { addLetter } from './word-hash.ts';

/** The words of a text as places in one array of letters, with their hashes: what matching needs, without one string. */
export type WordView = {
  /** Canonical letters, folded or not, of all words one behind the other. */
  codes: Uint16Array;
  count: number;
  /** Places of each word in `codes`. */
  starts: Int32Array;
  ends: Int32Array;
  /** Places of each word in the original text. */
  from: Int32Array;
  to: Int32Array;
  hashes: Int32Array;
  isWord: Uint8Array;
};

const initialRoom = 1 << 14; // an article; grows with longer ones
let view = allocate(initialRoom);

function allocate(length: number): WordView {
  return {
    codes: new Uint16Array(length),
    count: 0,
    starts: new Int32Array(length),
    ends: new Int32Array(length),
    from: new Int32Array(length),
    to: new Int32Array(length),
    hashes: new Int32Array(length),
    isWord: new Uint8Array(length),
  };
}

/** The one view, emptied, with room for so many letters; every call overwrites what the last one filled. */
function emptied(length: number): WordView {
  if (length >= view.codes.length) view = allocate(2 * length);
  view.count = 0;
  return view;
}

const kinds = { other: 0, letter: 1, digit: 2, space: 3, dropped: 4, tatweel: 5, rare: 6 } as const;

/** The canonical code of each character and, above it, its kind. */
function tableOf(isStrong: boolean): Int32Array {
  return Int32Array.from({ length: 65_536 }, (_, code) => {
    const light = plainTable[code] as number; // covers every code unit
    if (light === 0) return rareKind(code) << 16;
    return ((classTable[light] as number) << 16) | (isStrong ? (strongTable[light] as number) : light);
  });
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
  const { codes, starts, ends, from, to, hashes, isWord } = into;
  let count = 0;
  let length = 0;
  let singles = 0;
  let at = 0;
  while (at < text.length) {
    const entry = table[text.charCodeAt(at)] as number; // the table covers every code unit
    const kind = entry >> 16;
    if (kind === kinds.space || kind === kinds.dropped) {
      at++;
      continue;
    }
    if (kind > kinds.dropped) {
      if (kind === kinds.rare || afterDodge(text, at) !== at) return false;
      at++;
      continue;
    }
    starts[count] = length;
    from[count] = at;
    let hash = entry & 0xffff;
    codes[length++] = hash;
    if (kind === kinds.letter) {
      for (at++; at < text.length; at++) {
        const next = table[text.charCodeAt(at)] as number;
        if (next >> 16 === kinds.letter) {
          const code = next & 0xffff;
          hash = addLetter(hash, code);
          codes[length++] = code;
        } else if (next >> 16 === kinds.tatweel) {
          if (afterDodge(text, at) !== at) return false;
        } else if (next >> 16 !== kinds.dropped) break;
      }
      singles = length - (starts[count] as number) === 1 ? singles + 1 : 0;
      if (singles >= minSpaced) return false;
    } else {
      const end = kind === kinds.digit ? numberEnd(text, table, at + 1) : pairEnd(text, at);
      if (end === null) return false;
      for (at++; at < end; at++) {
        const code = (table[text.charCodeAt(at)] as number) & 0xffff;
        hash = addLetter(hash, code);
        codes[length++] = code;
      }
      if (hash !== 0x2e) singles = 0; // a point may part the letters of a word
    }
    ends[count] = length;
    to[count] = at;
    hashes[count] = hash;
    isWord[count++] = kind === kinds.letter ? 1 : 0;
  }
  into.count = count;
  return true;
}

/** Where a number ends: points and commas between digits belong to it. Null when marks stand among them. */
function numberEnd(text: string, table: Int32Array, from: number): number | null {
  let at = from;
  for (; at < text.length; at++) {
    const entry = table[text.charCodeAt(at)] as number;
    if (entry >> 16 === kinds.digit) continue;
    if (entry >> 16 >= kinds.dropped) return null;
    const code = entry & 0xffff;
    if (code !== 0x2e && code !== 0x2c) return at;
    const after = (table[text.charCodeAt(at + 1)] ?? 0) >> 16; // none at the end of the text
    if (after >= kinds.dropped) return null;
    if (after !== kinds.digit) return at;
  }
  return at;
}

/** The two halves of a character beyond the first plane are one word. */
const pairEnd = (text: string, at: number): number =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    ? at + 2
    : at + 1;

/** The view by way of the full canonical form: hidden words, presentation forms, hamzas that stand alone. */
function viewOfScan(text: string, isStrong: boolean): WordView {
  const { codes, map, length } = scan(text);
  const into = emptied(length);
  for (let at = 0; at < length; ) {
    const kind = classTable[codes[at] as number];
    if (kind === classes.space) {
      at++;
      continue;
    }
    const end = endOf(codes, at, length);
    for (let place = at; place < end; place++)
      into.codes[place] = isStrong
        ? (strongTable[codes[place] as number] as number)
        : (codes[place] as number);
    const start = map[at] as number;
    add(into, at, end, kind === classes.letter, start, Math.max(map[end] as number, start + 1));
    at = end;
  }
  return into;
}

function add(into: WordView, start: number, end: number, isWord: boolean, from: number, to: number): void {
  const at = into.count++;
  into.starts[at] = start;
  into.ends[at] = end;
  into.from[at] = from;
  into.to[at] = to;
  into.isWord[at] = isWord ? 1 : 0;
  let hash = into.codes[start] as number;
  for (let place = start + 1; place < end; place++) hash = addLetter(hash, into.codes[place] as number);
  into.hashes[at] = hash;
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
    const token = tokens[at] as Token; // within bounds
    const form = isStrong ? token.key : token.word;
    for (let letter = 0; letter < form.length; letter++) into.codes[place + letter] = form.charCodeAt(letter);
    add(into, place, place + form.length, token.kind === 'word', token.start, token.end);
    place += form.length;
  }
  return into;
}
