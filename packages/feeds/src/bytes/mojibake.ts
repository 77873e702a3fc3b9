import { decodeAs } from './legacy.ts';

type Table = { name: string; alef: string; bytes: Map<string, number>; lead: RegExp; run: RegExp };

/** The letters of a code page with their bytes, the upper half only. */
function table(name: string, alef: string, lead: RegExp): Table {
  const bytes = new Map<string, number>();
  for (let byte = 0x80; byte < 0x100; byte++) bytes.set(decodeAs(Uint8Array.of(byte), name), byte);
  const letters = [...bytes.keys()].map(
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return { name, alef, bytes, lead, run: new RegExp(`[${letters.join('')}]{2,}`, 'g') };
}

/** UTF-8 Arabic that somebody read by another table and wrote again: every letter begins with one of four others. */
const tables: readonly Table[] = [
  table(
    'windows-1252',
    '\u00d8\u00a7',
    /[\u00d8-\u00db][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/g,
  ), // "Ø§Ù„"
  table(
    'windows-1256',
    '\u0637\u00a7',
    /[\u0637-\u063a][\u0080-\u00bf\u0152\u0153\u0192\u02c6\u067e\u0679\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u060c\u061b\u061f\u200c\u200d\u2013-\u203a\u20ac\u2122]/g, // "ط§ظ„"
  ),
];
const sampled = 200_000;
const least = 12; // pairs: three short words

/** Gives such text its letters back, run by run; runs that are no UTF-8 stay. */
export function repairMojibake(text: string): { text: string; isRepaired: boolean } {
  const sample = text.slice(0, sampled);
  for (const { name, alef, bytes, lead, run } of tables) {
    if (!sample.includes(alef)) continue; // no Arabic text goes without an alef
    const arabic = sample.match(/[\u0621-\u064a]/g)?.length ?? 0;
    const pairs = sample.match(lead)?.length ?? 0;
    // By the Arabic table the wrong letters are Arabic too: then most of them must come in such pairs.
    if (pairs < least || pairs < (name === 'windows-1256' ? arabic * 0.4 : arabic / 4)) continue;
    const repaired = text.replace(run, (letters) => {
      const raw = Uint8Array.from(letters, (letter) => bytes.get(letter) ?? 0);
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(raw);
      } catch {
        return letters;
      }
    });
    if (repaired !== text) return { text: repaired, isRepaired: true };
  }
  return { text, isRepaired: false };
}
