export type Decoded = { text: string; charset: string; notes: string[] };

const maxBytes = 5_000_000; // what is longer is cut: no article is
const head = 4_096; // where a page declares its charset

/** Bytes to text: byte order mark, then what fits of header and meta, then strict UTF-8, then windows-1256. */
export function decodePage(input: Uint8Array, contentType: string | null): Decoded {
  const bytes = input.length > maxBytes ? input.subarray(0, maxBytes) : input;
  const notes = input.length > maxBytes ? ['cut at 5 MB'] : [];
  const marked = markOf(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), charset: marked, notes };
  const isUtf8 = fits(bytes);
  const declared =
    charsetIn(contentType ?? '') ?? charsetIn(new TextDecoder('latin1').decode(bytes.subarray(0, head)));
  if (isUtf8) {
    if (declared && declared !== 'utf-8') notes.push(`declared ${declared}, is utf-8`);
    const text = new TextDecoder('utf-8').decode(bytes);
    return { ...repairDouble(text, notes), notes };
  }
  // Not UTF-8 whatever it says. Latin declarations on Arabic pages are lies about windows-1256.
  const isLie = declared === null || declared === 'utf-8' || /^(iso-8859-1|windows-1252)$/.test(declared);
  const charset = isLie
    ? declared === 'utf-8' && mostlyUtf8(bytes)
      ? 'utf-8'
      : guess(bytes, declared)
    : declared;
  if (charset !== declared) notes.push(`declared ${declared ?? 'nothing'}, read as ${charset}`);
  return { text: decoderOf(charset).decode(bytes), charset, notes };
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function charsetIn(text: string): string | null {
  const match =
    /charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,30})/i.exec(text) ??
    /encoding\s{0,5}=\s{0,5}["']([\w-]{2,30})/i.exec(text);
  const name = match?.[1]?.toLowerCase();
  if (!name) return null;
  try {
    return new TextDecoder(name).encoding;
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

function fits(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A few broken bytes in a UTF-8 page: cut sequences, not another charset. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  return broken * 200 < text.length && /[\u0621-\u064a]{3}/.test(text);
}

/** windows-1256 when it gives Arabic words; otherwise the Latin page stays one. */
function guess(bytes: Uint8Array, declared: string | null): string {
  const sample = new TextDecoder('windows-1256').decode(bytes);
  const arabic = sample.match(/[\u0621-\u064a]{3,}/g)?.length ?? 0;
  return arabic > 20 ? 'windows-1256' : (declared ?? 'windows-1252');
}

/** UTF-8 that was read as windows-1252 and written as UTF-8 once more: "Ø§Ù„Ø£" is "الأ". */
function repairDouble(text: string, notes: string[]): { text: string; charset: string } {
  const signs = text.match(/[\u00d8\u00d9][\u0080-\u00bf\u0152-\u2122]/g)?.length ?? 0;
  if (signs < 20 || /[\u0621-\u064a]{3}/.test(text)) return { text, charset: 'utf-8' };
  const bytes = Uint8Array.from([...text], (letter) => cp1252(letter.codePointAt(0) ?? 0x3f));
  const repaired = new TextDecoder('utf-8').decode(bytes);
  if (!/[\u0621-\u064a]{3}/.test(repaired)) return { text, charset: 'utf-8' };
  notes.push('double-decoded text repaired');
  return { text: repaired, charset: 'utf-8' };
}

const high =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const cp1252 = (code: number): number => {
  if (code < 0x100) return code;
  const at = high.indexOf(String.fromCharCode(code));
  return at < 0 ? 0x3f : 0x80 + at;
};
