import { readFileSync } from 'node:fs';
import { parsePlaces } from './rows.ts';
import type { NamedPlace } from './types.ts';

const LAYERS = ['countries', 'admin1', 'admin2', 'geonames', 'news'] as const;

const read = (name: string): string => readFileSync(new URL(`../data/${name}.tsv`, import.meta.url), 'utf8');

const lines = (name: string): string[] =>
  read(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Reads the shipped layers, coarse to fine, under the names the press uses. */
export const readShipped = (): NamedPlace[] => {
  const preferred = new Map(
    lines('preferred').map((line): [string, string] => {
      const [english = '', country = '', arabic = ''] = line.split('\t');
      return [`${english} ${country}`, arabic];
    }),
  );
  return parsePlaces(LAYERS.map(read)).map((place) =>
    named(place, preferred.get(`${place.name.en} ${place.country}`)),
  );
};

/** The place under its usual name; the dump's own one stays as another. A city's name carries no "city of". */
function named(place: NamedPlace, usual: string | undefined): NamedPlace {
  const ar = usual ?? place.name.ar.replace(/^(?:محافظة|مدينة|بلدية) (?=\S{3})/, '');
  if (ar === place.name.ar || (place.kind !== 'city' && place.kind !== 'locality')) return place;
  return { ...place, name: { ...place.name, ar }, aliases: [...new Set([place.name.ar, ...place.aliases])] };
}

/** Names that are also ordinary words: they need a preposition or an admin noun. */
export const readOrdinary = (): string[] => lines('ordinary');

/** Names that are mostly ordinary words: they need an admin noun. */
export const readBound = (): string[] => lines('bound');
