import { readFileSync } from 'node:fs';
import type { Rules } from './gazetteer.ts';
import { nameKey } from './name-key.ts';
import { parsePlaces, placeOf } from './rows.ts';
import type { NamedPlace } from './types.ts';

const LAYERS = ['countries', 'admin1', 'admin2', 'geonames', 'news'] as const;

const read = (name: string): string => readFileSync(new URL(`../data/${name}.tsv`, import.meta.url), 'utf8');

const lines = (name: string): string[] =>
  read(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** The lines of the shipped layers, coarse to fine. */
export const placeLines = (): string[] => LAYERS.flatMap(lines);

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

// The dump gives towns the names of their units too.
const OF_UNIT = /^(?:قضاء|محافظة|شعبية|ناحية|ولاية|مديرية|بلدية|منطقة|لواء|مركز) /;

/** The place under its usual name; the dump's own one stays as another. A city's name carries no "city of". */
function named(place: NamedPlace, usual: string | undefined): NamedPlace {
  const ar = usual ?? place.name.ar.replace(/^(?:محافظة|مدينة|بلدية) (?=\S{3})/, '');
  if (place.kind !== 'city' && place.kind !== 'locality') return place;
  if (ar === place.name.ar && !place.aliases.some((alias) => OF_UNIT.test(alias))) return place;
  const aliases = [...new Set([place.name.ar, ...place.aliases])].filter(
    (alias) => alias !== ar && !OF_UNIT.test(alias),
  );
  return placeOf(place, { ar, en: place.name.en }, aliases);
}

/** Reads the shipped rules: names that need evidence, names that are none, seats of government. */
export const readRules = (): Rules => {
  const traps = lines('traps').map((line) => line.split('\t'));
  const ofKind = (kind: string) => traps.filter(([first]) => first === kind).map(([, words = '']) => words);
  return {
    ordinary: lines('ordinary'),
    bound: lines('bound'),
    traps: ofKind('phrase'),
    trapWords: {
      before: new Set(ofKind('before').map(nameKey)),
      persons: new Set(
        lines('persons')
          .flatMap((line) => line.split(' '))
          .map(nameKey),
      ),
    },
    seats: lines('seats').map((line) => line.replace('\t', ' ')),
  };
};
