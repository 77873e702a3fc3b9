import { Buffer, isUtf8, transcode } from 'node:buffer';
import { restoreDoubleDecoded } from '@rasid/arabic';

export type Decoded = { text: string; charset: string; notes: string[] };

const maxBytes = 5_000_000; // what is longer is cut: no article is
const head = 4_096; // bytes in which a page declares its charset; browsers read 1,024

/** Bytes to text: byte order mark, then strict UTF-8 whatever is declared, then header and meta, then windows-1256 by evidence. */
export function decodePage(input: Uint8Array, contentType: string | null): Decoded {
  const bytes = Buffer.from(input.buffer, input.byteOffset, Math.min(input.length, maxBytes));
  const notes = input.length > maxBytes ? ['cut at 5 MB'] : [];
  const wide = wideCharset(bytes);
  if (wide) return { text: decoderOf(wide).decode(bytes), charset: wide, notes };
  const declared = charsetIn(contentType ?? '') ?? charsetIn(bytes.toString('latin1', 0, head));
  // Arabic in another charset is never valid UTF-8 by accident: two letters in a row would have to form a sequence.
  const whole = isUtf8(bytes) ? bytes : withoutLastSequence(bytes);
  if (whole === bytes || isUtf8(whole)) {
    if (declared && declared !== 'utf-8') notes.push(`declared ${declared}, is utf-8`);
    const text = fromUtf8(hasMark(whole) ? whole.subarray(3) : whole);
    return { text: restore(text, notes), charset: 'utf-8', notes };
  }
  const charset = chooseCharset(bytes, declared);
  if (charset !== declared) notes.push(`declared ${declared ?? 'nothing'}, read as ${charset}`);
  const text = decoderOf(charset).decode(bytes);
  return { text: charset === 'utf-8' ? restore(text, notes) : text, charset, notes };
}

function restore(text: string, notes: string[]): string {
  const restored = restoreDoubleDecoded(text);
  if (restored !== null) notes.push('double-decoded text repaired');
  return restored ?? text;
}

/** Valid UTF-8 by way of UTF-16, which is a quarter faster than decoding to a string at once. */
const fromUtf8 = (bytes: Buffer): string => transcode(bytes, 'utf8', 'utf16le').toString('utf16le');

const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** UTF-16 by its mark, or by the zero bytes of its markup. */
function wideCharset(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b === 0x3c && c === 0 && d !== 0 ? 'utf-16be' : null;
}

/** A page cut at the size limit ends inside a letter. */
function withoutLastSequence(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, Math.max(0, end - 1));
}

function charsetIn(text: string): string | null {
  const match =
    /charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,30})/i.exec(text) ??
    /encoding\s{0,5}=\s{0,5}["']([\w-]{2,30})/i.exec(text);
  const name = match?.[1]?.toLowerCase();
  if (!name) return null;
  try {
    return new TextDecoder(name === 'cp1256' || name === 'cp-1256' ? 'windows-1256' : name).encoding;
  } catch {
    return null;
  }
}

function decoderOf(charset: string) {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder('windows-1256');
  }
}

const latin = new Set([
  'windows-1252',
  'iso-8859-15',
  'iso-8859-9',
  'windows-1254',
  'iso-8859-2',
  'us-ascii',
]);

/** Not valid UTF-8 whatever it says. Latin declarations on Arabic pages are lies about windows-1256. */
function chooseCharset(bytes: Buffer, declared: string | null): string {
  // A page in one charset with a box from another: what most of its Arabic is written in decides.
  const utf8 = arabicRuns(bytes.toString('utf8'));
  const ansi = arabicRuns(new TextDecoder('windows-1256').decode(bytes));
  if (declared === 'utf-8' || declared === null || latin.has(declared)) {
    if (utf8 > 0 && utf8 * 3 > ansi) return 'utf-8';
    if (ansi > minRuns) return isIso(bytes) ? 'iso-8859-6' : 'windows-1256';
    return declared ?? 'windows-1252';
  }
  if (utf8 > minRuns && utf8 > arabicRuns(decoderOf(declared).decode(bytes))) return 'utf-8';
  return declared;
}

const minRuns = 8; // Arabic words by chance in a Latin page: accents seldom stand three in a row
const arabicRuns = (text: string): number => text.match(/[\u0621-\u064a]{3,}/g)?.length ?? 0;

/** ISO 8859-6 has lam at 0xe4 and no letters at 0xc0, 0xdb to 0xdf; the commonest word tells it from windows-1256. */
function isIso(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  const iso = text.match(/[ >]\u00c7\u00e4[\u00c7-\u00ea]/g)?.length ?? 0; // al- in ISO 8859-6
  const ansi = text.match(/[ >]\u00c7\u00e1[\u00c7-\u00ed]/g)?.length ?? 0; // al- in windows-1256
  return iso > 2 * ansi;
}
