import { isUtf8 } from 'node:buffer';
import { restoreDoubleDecoded } from '@rasid/arabic';
import { charsetName, decodeAs, decodeLegacy } from './legacy.ts';
import { decodeWide, wideCharset } from './wide.ts';

export type Decoding = { text: string; charset: string; problems: string[] };

const head = 1_024; // bytes within which a document declares its charset

/** Bytes to text, whatever they are declared to be, and what was wrong with the declaration. */
export function decodeBytes(bytes: Uint8Array | string, contentType: string | null = null): Decoding {
  if (typeof bytes === 'string') return { text: wellFormed(bytes), charset: 'utf-16', problems: [] };
  const declared = declaredCharset(bytes, contentType);
  const wide = wideCharset(bytes);
  if (wide) {
    const { charset, hasMark } = wide;
    const isNamed = hasMark || declared?.startsWith('utf-16') === true;
    const problems = isNamed ? [] : [`charset undeclared, read as ${charset}`];
    return { text: decodeWide(bytes, charset).replace(/^\ufeff/, ''), charset, problems };
  }
  const { text, charset, problems } = narrow(bytes, declared);
  const restored = restoreDoubleDecoded(text);
  if (restored !== null) problems.push('letters encoded twice');
  return { text: restored ?? text, charset, problems };
}

function narrow(bytes: Uint8Array, declared: string | null): Decoding {
  const strict = asUtf8(bytes);
  if (strict !== null) {
    const isContrary = declared !== null && declared !== 'utf-8' && /[^\u0000-\u007f]/.test(strict);
    return { text: strict, charset: 'utf-8', problems: isContrary ? [`declared ${declared}, is utf-8`] : [] };
  }
  const damaged = decodeAs(bytes, 'utf-8');
  const broken = damaged.split('\ufffd').length - 1;
  const whole = damaged.match(/[\u0600-\u06ff\u00a0-\u024f\u2000-\u206f]/g)?.length ?? 0;
  // Bytes of another table hardly ever make a pair of UTF-8: many pairs beside few errors are damage, or a cut.
  if (broken <= 2 ? whole > 8 : whole > broken * 5)
    return { text: damaged, charset: 'utf-8', problems: ['broken bytes in utf-8'] };
  const { text, charset } = decodeLegacy(bytes, declared);
  if (charset === declared) return { text, charset, problems: [] };
  const problem = declared
    ? `declared ${declared}, read as ${charset}`
    : `charset undeclared, read as ${charset}`;
  return { text, charset, problems: [problem] };
}

function asUtf8(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}

/** Half surrogates cannot be written as UTF-8; no bytes give them, a string may hold them. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/^\ufeff/, '');

/** The document's own declaration before the server's, which is a default more often. */
function declaredCharset(bytes: Uint8Array, contentType: string | null): string | null {
  const opening = decodeAs(bytes.subarray(0, head), 'windows-1252');
  return (
    charsetName(/<\?xml[^>]{0,200}encoding\s{0,3}=\s{0,3}["']([\w.:-]{2,30})/i.exec(opening)?.[1]) ??
    charsetName(/<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([\w.:-]{2,30})/i.exec(opening)?.[1]) ??
    charsetName(/charset\s{0,3}=\s{0,3}["']?([\w.:-]{2,30})/i.exec(contentType ?? '')?.[1])
  );
}
