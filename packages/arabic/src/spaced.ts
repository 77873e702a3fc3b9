import type { Scan } from './scan.ts';

const minLetters = 5; // fewer single letters in a row can be a list or an abbreviation

/** The separators of "ا ل م د ن ي ي ن" and "ا.ل.م.د.ن.ي.ي.ن". */
const isSeparator = (code: number): boolean => code === 0x20 || code === 0x2e;
const isLetter = (code: number): boolean =>
  (code >= 0x0621 && code <= 0x063a) || (code >= 0x0641 && code <= 0x064a);

/** "قت*ل": an asterisk between two Arabic letters hides a word from filters. */
export function dropInnerAsterisks(form: Scan): Scan {
  const { codes, map, length, units } = form;
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const isInner = codes[at] === 0x2a && isLetter(codes[at - 1] ?? 0) && isLetter(codes[at + 1] ?? 0);
    if (isInner && at + 1 < length) continue;
    codes[kept] = codes[at] ?? 0;
    map[kept++] = map[at] ?? 0;
  }
  map[kept] = map[length] ?? 0;
  return { codes, map, length: kept, units, isChanged: form.isChanged || kept < length };
}

/** Whether a letter stands alone anywhere: a run of five shows it in the four places after any multiple of four. */
function mayHaveRun({ codes, length }: Scan): boolean {
  for (let at = 0; at + 2 < length; at += 4)
    if (isAlone(codes, at + 1) || isAlone(codes, at + 2)) return true;
  return false;
}

const isAlone = (codes: Uint16Array, at: number): boolean =>
  isSeparator(codes[at - 1] as number) &&
  isSeparator(codes[at + 1] as number) &&
  isLetter(codes[at] as number);

/** Joins at least five single letters in a row that the same single separator parts. Linear time, in place. */
export function joinSpaced(form: Scan): Scan {
  if (!mayHaveRun(form)) return form;
  const { codes, map, length, units } = form;
  let kept = 0;
  let isJoined = false;
  for (let at = 0; at < length; ) {
    const end = isLetter(codes[at] ?? 0) && isSeparator(codes[at + 1] ?? 0) ? runEnd(form, at) : at;
    const step = end - at >= 2 * minLetters - 2 ? 2 : 1;
    if (step === 2) isJoined = true;
    const last = Math.max(end, at);
    for (; at <= last; at += step) {
      codes[kept] = codes[at] ?? 0;
      map[kept++] = map[at] ?? 0;
    }
    at = last + 1;
  }
  if (!isJoined) return form;
  map[kept] = map[length] ?? 0;
  return { codes, map, length: kept, units, isChanged: true };
}

/** The last letter of a run of single letters that begins here; the place itself when there is none. */
function runEnd({ codes, length }: Scan, at: number): number {
  if (at > 0 && isLetter(codes[at - 1] ?? 0)) return at;
  const separator = codes[at + 1];
  let end = at;
  while (end + 2 < length && codes[end + 1] === separator && isLetter(codes[end + 2] ?? 0)) end += 2;
  // the letter after the last separator belongs to a longer word: "و ا ل ت ي" is no run when the word goes on
  return isLetter(codes[end + 1] ?? 0) && end + 1 < length ? Math.max(at, end - 2) : end;
}
