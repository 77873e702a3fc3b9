import { knownWord } from './known-words.ts';
import { classes, classTable } from './letters.ts';
import { scan } from './scan.ts';

export type Token = {
  /** Offsets into the original text, UTF-16 code units. */
  start: number;
  end: number;
  text: string;
  /** Canonical form. */
  word: string;
  /** Canonical form with hamza, alef, yeh and teh marbuta folded. */
  key: string;
  kind: 'word' | 'number' | 'punctuation';
  spaceBefore: boolean;
  /** What is kept of words of this key, for `keptOf`. */
  memo: unknown[] | null;
};

const kinds = ['punctuation', 'word', 'number'] as const; // by class
/** Words, numbers and punctuation marks with their place in the original text. Linear time. */
export function tokenize(original: string): Token[] {
  const { codes, map, length, units } = scan(original);
  const classOf = classTable;
  const tokens: Token[] = [];
  let spaceBefore = true;
  for (let at = 0; at < length; ) {
    const kind = classOf[codes[at] as number] as number; // the tables and arrays cover every place read here
    if (kind === classes.space) {
      spaceBefore = true;
      at++;
      continue;
    }
    const end = endOf(codes, at, length);
    const { word, key, memo } = knownWord(codes, at, end);
    const start = map[at] as number;
    const stop = Math.max(map[end] as number, start + 1); // one character can hold several words: ﷺ
    tokens.push({
      start,
      end: stop,
      text: isWritten(units, start, stop, codes, at, end) ? word : original.slice(start, stop),
      word,
      key,
      kind: kinds[kind] ?? 'punctuation',
      spaceBefore,
      memo,
    });
    spaceBefore = false;
    at = end;
  }
  return tokens;
}

/** Whether a word stands in the text in its canonical form: no string need be cut out. */
function isWritten(
  units: Uint16Array,
  start: number,
  stop: number,
  codes: Uint16Array,
  from: number,
  to: number,
): boolean {
  if (stop - start !== to - from) return false;
  for (let at = from, own = start; at < to; at++, own++) if (codes[at] !== units[own]) return false;
  return true;
}

/** Where the token that starts here ends. */
export function endOf(codes: Uint16Array, start: number, length: number): number {
  const classOf = classTable;
  const kind = classOf[codes[start] as number];
  let at = start + 1;
  if (kind === classes.letter) {
    while (at < length && classOf[codes[at] as number] === classes.letter) at++;
    return at;
  }
  if (kind === classes.digit) return numberEnd(codes, at, length);
  return isPair(codes, start, length) ? at + 1 : at;
}

/** A point or comma between digits belongs to the number. */
function numberEnd(codes: Uint16Array, from: number, length: number): number {
  let at = from;
  for (; at < length; at++) {
    const code = codes[at] as number;
    if (classTable[code] === classes.digit) continue;
    const isInner = (code === 0x2e || code === 0x2c) && at + 1 < length;
    if (!isInner || classTable[codes[at + 1] as number] !== classes.digit) break;
  }
  return at;
}

const isPair = (codes: Uint16Array, at: number, length: number): boolean =>
  at + 1 < length &&
  ((codes[at] as number) & 0xfc00) === 0xd800 &&
  ((codes[at + 1] as number) & 0xfc00) === 0xdc00;
