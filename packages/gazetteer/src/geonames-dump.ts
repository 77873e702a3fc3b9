import type { NamedPlace, PlaceEntry } from './types.ts';

// https://download.geonames.org/export/dump/readme.txt: 19 columns, tabs between them
const COLUMNS = 19;

const ARABIC = /^[\u0621-\u063a\u0641-\u064a][\u0621-\u063a\u0641-\u064a -]+$/u;
const MARKS = /[\u064b-\u0652\u0670\u0640\u200b-\u200f\u061c]/gu;

type Row = { fields: string[]; id: string; unit: string };

const rowOf = (line: string): Row | null => {
  const fields = line.split('\t');
  if (fields.length !== COLUMNS || !/^\d+$/.test(fields[0] ?? '')) return null;
  return { fields, id: `gn:${fields[0]}`, unit: `${fields[8]}.${fields[10]}` };
};

/** Tells whether a line is one of a GeoNames dump. */
export const isGeonames = (line: string): boolean => rowOf(line) !== null;

const namesOf = (list: string): string[] => [
  ...new Set(
    list
      .split(',')
      .map((name) => name.replace(MARKS, '').trim().normalize('NFC'))
      .filter((name) => ARABIC.test(name)),
  ),
];

/**
 * Reads the populated places of a GeoNames dump that carry an Arabic name. The dump numbers first-level units its own
 * way: `learn` is shown every line first and takes the units from places the registry knows (`known`).
 */
export const geonamesReader = (known: (id: string) => PlaceEntry | null) => {
  const votes = new Map<string, Map<string, { place: PlaceEntry; count: number }>>();
  const unitOf = (unit: string): PlaceEntry | null => {
    const list = [...(votes.get(unit)?.values() ?? [])].sort((a, b) => b.count - a.count);
    return list[0]?.place ?? null;
  };
  return {
    learn(line: string): void {
      const row = rowOf(line);
      const place = row && known(row.id);
      if (!row || !place?.admin1) return;
      const counts = votes.get(row.unit) ?? new Map<string, { place: PlaceEntry; count: number }>();
      votes.set(row.unit, counts);
      const count = (counts.get(place.admin1)?.count ?? 0) + 1;
      counts.set(place.admin1, { place, count });
    },
    /** The place of a line; null where it is no populated place or has no Arabic name. */
    read(line: string): NamedPlace | null {
      const row = rowOf(line);
      if (row?.fields[6] !== 'P') return null; // populated places
      const [ar, ...aliases] = namesOf(row.fields[3] ?? '');
      if (!ar) return null;
      const unit = unitOf(row.unit);
      const population = Number(row.fields[14]) || 0;
      return {
        id: row.id,
        kind: population >= 20_000 ? 'city' : 'locality', // as in the shipped layer
        name: { ar, en: row.fields[1] ?? '' },
        country: row.fields[8] || null,
        admin1: unit?.admin1 ?? null,
        admin1Code: unit?.admin1Code ?? null,
        admin2: null,
        lat: Number(row.fields[4]),
        lon: Number(row.fields[5]),
        population,
        aliases,
      };
    },
  };
};
