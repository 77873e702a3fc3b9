import { placeLines } from './data.ts';
import type { ResolvedPlace } from './types.ts';

/** A place as the record holds it. */
export type Where = Pick<
  ResolvedPlace,
  'country' | 'admin1' | 'admin1Code' | 'admin2' | 'locality' | 'gazetteerId'
>;
/** Its names in Latin letters, English where the data has one; null where a level is not told or nobody wrote its name. */
export type LatinNames = Record<'country' | 'admin1' | 'admin2' | 'locality', string | null>;

type Tables = { byId: ReadonlyMap<string, string>; byName: ReadonlyMap<string, string> };
let known: Tables | null = null;

const key = (country: string | null, unit: string | null, name: string): string =>
  `${country ?? ''}\t${unit ?? ''}\t${name}`;

/** By id, and by country, unit and Arabic name: a district is called like the town it is named after. */
function read(): Tables {
  const byId = new Map<string, string>();
  const byName = new Map<string, string>();
  const units = new Map<string, string>();
  for (const line of placeLines()) {
    const [id = '', kind, ar = '', latin, country = '', unit = '', , , , , aliases = ''] = line.split('\t');
    if (kind === 'admin1') units.set(unit, ar);
    if (!latin) continue;
    byId.set(id, latin);
    if (kind === 'admin1') byName.set(key(country, null, ar), latin);
    if (kind !== 'city' && kind !== 'locality' && kind !== 'admin2') continue;
    const within = units.get(unit) ?? null;
    for (const name of [ar, ...aliases.split('|')])
      if (name && !byName.has(key(country, within, name))) byName.set(key(country, within, name), latin);
  }
  return { byId, byName };
}

const isUnit = /^(?:c|a1|a2):/; // ids of countries and units, which are no locality's

/** The names of a place for readers of Latin letters. The first call reads the data, some 15,000 lines. */
export function latinNames({
  country,
  admin1,
  admin1Code,
  admin2,
  locality,
  gazetteerId,
}: Where): LatinNames {
  known ??= read();
  const { byId, byName } = known;
  const inUnit = (name: string | null) => (name ? (byName.get(key(country, admin1, name)) ?? null) : null);
  const own = gazetteerId && !isUnit.test(gazetteerId) ? (byId.get(gazetteerId) ?? null) : null;
  const unit = admin1Code ? byId.get(`a1:${admin1Code}`) : undefined;
  return {
    country: country ? (byId.get(`c:${country}`) ?? null) : null,
    admin1: admin1 ? (unit ?? byName.get(key(country, null, admin1)) ?? null) : null,
    admin2: inUnit(admin2),
    locality: locality ? (own ?? inUnit(locality)) : null,
  };
}

/**
 * The names of a place below its country in the reader's language, the smallest first; those nobody wrote in it stay
 * Arabic. A town called like its unit is told once.
 */
export function placeNames(place: Where, language: 'ar' | 'en'): string[] {
  const latin = language === 'ar' ? null : latinNames(place);
  const names = new Map<string, string>();
  for (const level of ['locality', 'admin2', 'admin1'] as const) {
    const name = place[level];
    const plain = name?.replace(/[\u064b-\u0652]/g, ''); // "عمّان" lies in "عمان"
    if (name && plain) names.set(plain, latin?.[level] ?? names.get(plain) ?? name);
  }
  return [...new Set(names.values())];
}
