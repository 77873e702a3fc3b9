import type { NamedPlace, PlaceKind } from './types.ts';

export const KINDS: readonly PlaceKind[] = [
  'country',
  'admin1',
  'admin2',
  'city',
  'locality',
  'quarter',
  'camp',
  'crossing',
  'base',
  'site',
  'road',
  'river',
  'region',
  'sea',
];

const degrees = (text: string | undefined): number | null => {
  const value = Number(text);
  return text && Number.isFinite(value) ? value : null;
};

/**
 * A place under other names, or with its town. Written out: a spread would make a new shape at each place it stands, and
 * what reads places is compiled for few.
 */
export const placeOf = (
  place: NamedPlace,
  name = place.name,
  aliases = place.aliases,
  town = place.town,
): NamedPlace => ({
  id: place.id,
  kind: place.kind,
  name,
  country: place.country,
  admin1: place.admin1,
  admin1Code: place.admin1Code,
  admin2: place.admin2,
  lat: place.lat,
  lon: place.lon,
  population: place.population,
  aliases,
  town,
});

const row = (line: string, admin1Names: ReadonlyMap<string, string>): NamedPlace | null => {
  const [id, kindText, ar, en, country, unit, admin2, lat, lon, population, aliases] = line.split('\t');
  const kind = KINDS.find((known) => known === kindText);
  if (!id || !kind || !ar) return null;
  return {
    id,
    kind,
    name: { ar, en: en ?? '' },
    country: country || null,
    admin1: kind === 'admin1' ? ar : (admin1Names.get(unit ?? '') ?? null),
    // A unit ISO 3166-2 does not know (the Gaza Strip) has a key with -X- and no code.
    admin1Code: unit && !unit.includes('-X-') ? unit : null,
    admin2: (kind === 'admin2' ? ar : admin2) || null,
    lat: degrees(lat),
    lon: degrees(lon),
    population: Number(population) || 0,
    aliases: aliases ? aliases.split('|') : [],
    town: undefined,
  };
};

/**
 * Reads layers of tab-separated places: id, kind, Arabic, English, country, admin1 key, admin2, lat, lon,
 * population, other names joined by "|". Lines that are not a place are skipped.
 */
export const parsePlaces = (layers: readonly string[]): NamedPlace[] => {
  const lines = layers.flatMap((layer) => layer.split('\n')).filter((line) => line && !line.startsWith('#'));
  const names = new Map<string, string>();
  for (const line of lines) {
    if (!line.includes('\tadmin1\t')) continue; // few of 15,000 lines; cutting all of them twice is felt at every start
    const [, kind, ar, , , unit] = line.split('\t');
    if (kind === 'admin1' && ar && unit) names.set(unit, ar);
  }
  return lines.map((line) => row(line, names)).filter((place) => place !== null);
};
