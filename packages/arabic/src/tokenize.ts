import { canonical, foldStrong } from './canonical.ts';
import { isArabicLetter } from './letters.ts';

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
};

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLatin = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f);
const isOther = (code: number): boolean =>
  code > 0x24f && !isArabicLetter(code) && /\p{L}/u.test(String.fromCharCode(code));
const isLetter = (code: number): boolean => isArabicLetter(code) || isLatin(code) || isOther(code);

/** Words, numbers and punctuation marks with their place in the original text. Linear time. */
export function tokenize(original: string): Token[] {
  const { text, map } = canonical(original);
  const tokens: Token[] = [];
  let at = 0;
  let spaceBefore = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      spaceBefore = true;
      at++;
      continue;
    }
    const end = endOf(text, at, code);
    const kind = isDigit(code) ? 'number' : isLetter(code) ? 'word' : 'punctuation';
    const word = text.slice(at, end);
    const from = map[at] ?? 0;
    const to = map[end] ?? original.length;
    tokens.push({
      start: from,
      end: to,
      text: original.slice(from, to),
      word,
      key: kind === 'word' ? foldStrong(word) : word,
      kind,
      spaceBefore,
    });
    spaceBefore = false;
    at = end;
  }
  return tokens;
}

/** Where the token that starts with this character ends. A point or comma between digits belongs to the number. */
function endOf(text: string, start: number, first: number): number {
  let at = start + 1;
  if (isDigit(first)) {
    while (at < text.length) {
      const code = text.charCodeAt(at);
      const isInner = (code === 0x2e || code === 0x2c) && isDigit(text.charCodeAt(at + 1));
      if (!isDigit(code) && !isInner) break;
      at++;
    }
    return at;
  }
  if (!isLetter(first)) return at;
  while (at < text.length && isLetter(text.charCodeAt(at))) at++;
  return at;
}
