import { lookupKey } from '@rasid/arabic';
import type { Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { speaks } from './speech.ts';
export const placeMarks = new Set(
  'في;إلى;من;داخل;خارج;قرب;شمال;جنوب;شرق;غرب;شمالي;جنوبي;شرقي;غربي;وسط;مدينة;العاصمة;عاصمة;حدود;أراضي;سواحل;مدن;مناطق;محافظة;محافظات;بمدينة;باتجاه;نحو;ريف;مطار;شوارع;أحياء;ضواحي;على;عبر;قبالة;وفي;بين أنحاء'
    .split(';')
    .map(lookupKey),
);
/** A capital stands for its government when it speaks or acts, not when something happens in it. */
export function capitalSpeaks(reader: Reader, { entry, from, to, start }: Phrase): boolean {
  if (entry?.id.length !== 2 || !isCapital(reader, from, to)) return true;
  const before = reader.tokens[from - 1]?.key ?? '';
  const attached = reader.text[start - 1] ?? ' ';
  if (attached === 'ب' || placeMarks.has(before)) return false;
  const after = reader.tokens[to]?.key ?? '';
  return (
    speaks(after) ||
    speaks(before) ||
    before === 'بين' ||
    before === 'مع' ||
    attached === 'و' ||
    isForeign(entry.id)
  );
}

const isCapital = (reader: Reader, from: number, to: number): boolean =>
  reader.matchesAt(from).some(({ value, to: end }) => value.isCapital && end === to);

/** Capitals that Arabic news uses for the government more often than for the city. */
const foreign = new Set(['US', 'RU', 'IR', 'TR', 'IL', 'FR', 'GB', 'DE', 'CN', 'KP']);
const isForeign = (country: string): boolean => foreign.has(country);
