import { decodeCp720 } from './cp720.ts';
import { decodeCp1252 } from './cp1252.ts';
import { plausibility } from './plausible.ts';

export type Decoded = { text: string; charset: string };

const sampled = 200_000; // bytes: enough Arabic in any feed
const dos = /^(?:cp-?720|ibm-?720|dos-?720|cp-?864|ibm-?864)$/i;

/** Arabic of one byte a letter, likeliest first. */
const arabic: readonly string[] = ['windows-1256', 'iso-8859-6', 'cp720'];
/** What servers declare when nobody has told them anything. */
const careless = new Set(['utf-8', 'windows-1252', 'iso-8859-1']);

/** The platform's name of a charset; null for one it does not know. */
export function charsetName(label: string | null | undefined): string | null {
  if (!label) return null;
  if (dos.test(label)) return 'cp720';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

const own: Record<string, (bytes: Uint8Array) => string> = {
  cp720: decodeCp720,
  'windows-1252': decodeCp1252,
};

export const decodeAs = (bytes: Uint8Array, charset: string): string =>
  own[charset]?.(bytes) ?? new TextDecoder(charset).decode(bytes);

/** Bytes that are not UTF-8: as declared when that reads well, else by the Arabic table that reads best. */
export function decodeLegacy(bytes: Uint8Array, declared: string | null): Decoded {
  const sample = bytes.subarray(0, sampled);
  const scored = arabic
    .map((charset) => ({ charset, score: plausibility(decodeAs(sample, charset)) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0] ?? { charset: 'windows-1256', score: 0 };
  const declaredOne = scored.find(({ charset }) => charset === declared);
  const isTrusted = declared !== null && !careless.has(declared);
  let charset = 'windows-1252';
  if (declaredOne && declaredOne.score >= best.score * 0.8) charset = declaredOne.charset;
  else if (best.score > (isTrusted && !declaredOne ? 20 : 0)) charset = best.charset;
  else if (isTrusted) charset = declared;
  else if (looksArabic(sample)) charset = 'windows-1256';
  return { text: decodeAs(bytes, charset), charset };
}

/** A few words only: then words of three Arabic letters decide. */
const looksArabic = (sample: Uint8Array): boolean =>
  (decodeAs(sample, 'windows-1256').match(/[\u0621-\u064a]{3}/g)?.length ?? 0) > 1;
