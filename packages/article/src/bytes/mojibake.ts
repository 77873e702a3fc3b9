const high =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
/** The 128 letters of windows-1256 from 0x80. */
const arabicHigh = new TextDecoder('windows-1256').decode(
  Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at),
);

const latinBytes = new Map([...high].map((letter, at) => [letter.charCodeAt(0), 0x80 + at]));
const arabicBytes = new Map([...arabicHigh].map((letter, at) => [letter.charCodeAt(0), 0x80 + at]));

const asLatin = (code: number): number => (code < 0x100 ? code : (latinBytes.get(code) ?? -1));
const asArabic = (code: number): number => (code < 0x80 ? code : (arabicBytes.get(code) ?? -1));

const arabicWord = /[\u0621-\u064a]{3}/;
const minSigns = 3; // of the article "al-" in one page: fewer may be a quoted example

/** How "al-" looks after each misreading, and the way back to the bytes. */
const misreadings = [
  { sign: /\u00d8\u00a7\u00d9[\u0084\u201e]/g, byteOf: asLatin }, // windows-1252, or ISO 8859-1
  { sign: /\u0637\u00a7\u0638\u201e/g, byteOf: asArabic }, // windows-1256
];

/**
 * UTF-8 that was read as windows-1252 ("Ø§Ù„") or windows-1256 and written as UTF-8 once more. Only the stretches
 * that decode are put right, so that a page with one spoilt part keeps the rest.
 */
export function repairDouble(text: string, notes: string[]): string {
  const found = misreadings.find(({ sign }) => (text.match(sign)?.length ?? 0) >= minSigns);
  if (!found) return text;
  const repaired = text.replace(/[^<>]{2,}/g, (stretch) => repairStretch(stretch, found.byteOf));
  notes.push('double-decoded text repaired');
  return repaired;
}

const maxStretch = 20_000; // letters; a paragraph has fewer, and a longer stretch is taken whole or not at all

/** A stretch of text put right whole, or word by word where some of it was never spoilt. */
function repairStretch(stretch: string, byteOf: (code: number) => number): string {
  const whole = decodeStretch(stretch, byteOf);
  if (whole !== null || stretch.length > maxStretch) return whole ?? stretch;
  return stretch.replace(/\S{2,}/g, (word) => decodeStretch(word, byteOf) ?? word);
}

/** The stretch read as the bytes it came from; null when those are no Arabic. */
function decodeStretch(stretch: string, byteOf: (code: number) => number): string | null {
  const bytes = new Uint8Array(stretch.length);
  for (let at = 0; at < stretch.length; at++) {
    const byte = byteOf(stretch.charCodeAt(at));
    if (byte < 0) return null;
    bytes[at] = byte;
  }
  const text = new TextDecoder().decode(bytes);
  return !text.includes('\ufffd') && arabicWord.test(text) ? text : null;
}
