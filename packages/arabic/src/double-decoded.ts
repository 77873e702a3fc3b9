import { isUtf8 } from 'node:buffer';

/** 0x80 to 0x9f of windows-1252. The platform's decoder is not used: some releases of Node 20 and later give controls there. */
export const upperLatin =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

type Misreading = {
  /** The two letters that UTF-8's alef became: no Arabic text goes without it, and no other text holds them. */
  alef: string;
  byteOf: ReadonlyMap<string, number>;
  /** Letters of the table's upper half in a row: UTF-8 keeps Arabic there, and spaces and markup elsewhere. */
  run: RegExp;
};

function misreading(alef: string, byteOf: ReadonlyMap<string, number>): Misreading {
  const letters = [...byteOf.keys()].map(
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return { alef, byteOf, run: new RegExp(`[${letters.join('')}]{2,}`, 'g') };
}

const upperBytes = Array.from({ length: 128 }, (_, at) => 0x80 + at);
/** As windows-1252, and as ISO 8859-1 where its controls were kept. */
const latin = new Map([
  ...upperBytes.map((byte): [string, number] => [String.fromCharCode(byte), byte]),
  ...[...upperLatin].map((letter, at): [string, number] => [letter, 0x80 + at]),
]);
const arabic = new Map(
  [...new TextDecoder('windows-1256').decode(Uint8Array.from(upperBytes))].map(
    (letter, at): [string, number] => [letter, 0x80 + at],
  ),
);
const misreadings: readonly Misreading[] = [
  misreading('\u00d8\u00a7', latin), // "Ø§Ù„" for "ال"
  misreading('\u0637\u00a7', arabic), // "ط§ظ„" for "ال"
];

/**
 * Arabic letters that have to come out, in rows of three and more: three short words. How much of the text is spoilt is no
 * question, for such a row is no accident: among ten million bytes of noise there is one. But a word may be an example.
 */
const leastLetters = 12;
const arabicRow = /[\u0621-\u064a]{3,}/g;
/** Marks that a template sets around a spoilt word without being spoilt themselves. */
const edges = new Set('\u00ab\u00bb\u2018\u2019\u201c\u201d\u2026\u2013\u2014\u060c\u00a0');

/**
 * UTF-8 that was read as windows-1252, ISO 8859-1 or windows-1256 and written as UTF-8 once more gets its letters back, row
 * by row; what is no UTF-8 stays as it is, so that a text with one spoilt part keeps the rest. Null when nothing was spoilt.
 */
export function restoreDoubleDecoded(text: string): string | null {
  const misread = misreadings.find((each) => isSpoilt(text, each));
  return misread ? text.replace(misread.run, (row) => restoreRow(row, misread.byteOf) ?? row) : null;
}

/** Whether enough comes out of the rows that hold an alef. */
function isSpoilt(text: string, { alef, byteOf }: Misreading): boolean {
  let found = 0;
  let to = 0;
  for (let at = text.indexOf(alef); at >= 0; at = text.indexOf(alef, to)) {
    let from = at;
    while (from > to && byteOf.has(text.charAt(from - 1))) from--;
    to = at + alef.length;
    while (byteOf.has(text.charAt(to))) to++;
    const restored = restoreRow(text.slice(from, to), byteOf);
    for (const row of restored?.match(arabicRow) ?? []) found += row.length;
    if (found >= leastLetters) return true;
  }
  return false;
}

function restoreRow(row: string, byteOf: ReadonlyMap<string, number>): string | null {
  for (const [from, to] of cores(row)) {
    const inner = decodeRow(row.slice(from, to), byteOf);
    if (inner !== null) return row.slice(0, from) + inner + row.slice(to);
  }
  return null;
}

const mostEdge = 3; // marks on one side: a quotation mark, a dash and a space

/** The row, and what is left of it without marks at its ends, longest first: such a mark may be half of a spoilt letter. */
function cores(letters: string): [from: number, to: number][] {
  const count = (at: (step: number) => string): number => {
    let marks = 0;
    while (marks < mostEdge && edges.has(at(marks))) marks++;
    return marks;
  };
  const before = count((step) => letters.charAt(step));
  const behind = count((step) => letters.charAt(letters.length - 1 - step));
  const found: [number, number][] = [];
  for (let cut = 0; cut <= before + behind; cut++)
    for (let from = Math.max(0, cut - behind); from <= Math.min(cut, before); from++)
      if (letters.length - cut > 1) found.push([from, letters.length - (cut - from)]);
  return found;
}

function decodeRow(letters: string, byteOf: ReadonlyMap<string, number>): string | null {
  if (!isBegun(byteOf.get(letters.charAt(0)) ?? 0, byteOf.get(letters.charAt(1)) ?? 0)) return null;
  const bytes = Buffer.from(Uint8Array.from(letters, (letter) => byteOf.get(letter) ?? 0));
  return isUtf8(bytes) ? bytes.toString('utf8') : null; // no UTF-8: these letters were never spoilt
}

/** Most rows that were never spoilt are told by their first two letters: ten megabytes of noise have two million rows. */
const isBegun = (lead: number, next: number): boolean =>
  lead >= 0xc2 && lead <= 0xf4 && (next & 0xc0) === 0x80;
