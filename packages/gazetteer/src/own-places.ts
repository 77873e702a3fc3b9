import { KINDS } from './rows.ts';
import type { NamedPlace, PlaceKind } from './types.ts';

type Fields = Record<string, unknown>;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.trim().normalize('NFC') : null;

const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter((text) => text !== null) : [];

const namesOf = ({ name, en }: Fields): { ar: string | null; en: string } => {
  const parts = typeof name === 'object' && name !== null ? (name as Fields) : { ar: name, en }; // an object, or the name alone
  return { ar: textOf(parts.ar), en: textOf(parts.en) ?? '' };
};

const isAngle = (value: number | null, limit: number): boolean => value === null || Math.abs(value) <= limit;

/**
 * Reads one place of a user: `{name, country, kind?, id?, admin1?, admin1Code?, admin2?, lat?, lon?, population?,
 * aliases?}`, name a text or `{ar, en}`. Answers what is wrong with it as a text.
 */
export const readOwnPlace = (fields: Fields): NamedPlace | string => {
  const { ar, en } = namesOf(fields);
  if (!ar || !/[\u0621-\u064a]/.test(ar)) return 'name has no Arabic letters';
  const country = textOf(fields.country);
  if (country !== null && !/^[A-Z]{2}$/.test(country))
    return `country is not two capital letters: ${country}`;
  const kindText = textOf(fields.kind) ?? 'locality';
  const kind: PlaceKind | undefined = KINDS.find((known) => known === kindText);
  if (!kind) return `kind is none of ${KINDS.join(', ')}: ${kindText}`;
  const [lat, lon] = [numberOf(fields.lat), numberOf(fields.lon)];
  if (!isAngle(lat, 90) || !isAngle(lon, 180) || (lat === null) !== (lon === null))
    return 'lat and lon are not degrees';
  const admin1 = textOf(fields.admin1);
  if (admin1 && /^[A-Z]{2}-/.test(admin1))
    return `admin1 is the unit’s name, its code is for admin1Code: ${admin1}`;
  return {
    id: textOf(fields.id) ?? `own:${country ?? ''}:${admin1 ?? ''}:${kind}:${ar}`,
    kind,
    name: { ar, en },
    country,
    admin1,
    admin1Code: textOf(fields.admin1Code),
    admin2: textOf(fields.admin2),
    lat,
    lon,
    population: Math.max(0, numberOf(fields.population) ?? 0),
    aliases: listOf(fields.aliases),
  };
};
