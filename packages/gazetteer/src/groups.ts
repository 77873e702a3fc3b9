import { compileNames, type Matcher } from './matcher.ts';
import { nameKey } from './name-key.ts';
import type { NamedPlace } from './types.ts';

/** Places of one folded name, and how much evidence the name needs. */
export type Group = {
  places: NamedPlace[];
  /** Camps and crossings, which the name means only behind their noun: "منفذ الوديعة". */
  called: NamedPlace[];
  words: number;
  /** Also a common word: needs a word that announces a place. */
  isOrdinary: boolean;
  /** Mostly a common word: needs an admin noun. */
  isBound: boolean;
  /** A name that contains a place's name and is none: "ريال مدريد". */
  isTrap: boolean;
  /** Large or coarse enough to be meant wherever it stands. */
  isKnown: boolean;
  /** Every place is a part of a town: the town or its country must be spoken of. */
  isPart: boolean;
  /** Every place is a second-level unit: the town it is called after, when its country is spoken of. */
  isDistrict: boolean;
};

export type NameRules = {
  ordinary: readonly string[];
  bound: readonly string[];
  traps: readonly string[];
};

// A city this large is meant even where no preposition says so.
const WELL_KNOWN = 150_000;
const COARSE = new Set(['country', 'admin1', 'region', 'camp', 'crossing', 'base', 'sea']);

// A dump calls places so: by no name at all.
const GENERIC = new Set(
  'مدينه قريه بلده محافظه ولايه منطقه ناحيه قضاء مديريه بلديه حي مركز طريق مطار ميناء معبر حدود ريف مخيم قري مدن بلدات احياء'.split(
    ' ',
  ),
);

const CALLED = /^(?:مخيم|معبر|حاجز) (.+)$/;

const isAlone = (group: Group): boolean =>
  group.words === 1 && group.places.length > 0 && group.places.every(({ kind }) => kind === 'admin2');

const countWords = (key: string): number => {
  let words = 1;
  for (const letter of key) if (letter === ' ' || letter === '-') words++;
  return words;
};

/** Settles what a group needs once all its places are known. */
const finish = (group: Group, ordinary: boolean, bound: boolean): void => {
  group.isOrdinary = ordinary;
  group.isBound = bound || group.places.length === 0;
  // District names are seldom said without their noun, and hundreds of them are words.
  group.isDistrict = isAlone(group);
  group.isKnown = group.places.some((p) => COARSE.has(p.kind) || p.population >= WELL_KNOWN);
  group.isPart = group.places.every(({ kind }) => kind === 'quarter' || kind === 'site');
};

/** Compiles places into one matcher; places of one folded name share a group. */
export const compilePlaces = (places: readonly NamedPlace[], rules: NameRules): Matcher => {
  const bound = new Set(rules.bound.map(nameKey));
  const ordinary = new Set(rules.ordinary.map(nameKey));
  const groups = new Map<string, Group>();
  const open = (key: string, isTrap: boolean): Group => {
    const words = countWords(key);
    const flags = {
      isOrdinary: false,
      isBound: false,
      isTrap,
      isKnown: false,
      isPart: false,
      isDistrict: false,
    };
    const group: Group = { places: [], called: [], words, ...flags };
    groups.set(key, group);
    return group;
  };
  for (const place of places) {
    for (const name of [place.name.ar, ...place.aliases]) {
      const key = nameKey(name);
      // GeoNames has places called "the city" and "the village".
      if (key.length < 2 || GENERIC.has(key.replace(/^ال/, ''))) continue;
      const group = groups.get(key) ?? open(key, false);
      if (!group.places.includes(place)) group.places.push(place);
    }
    const bare = place.name.ar.match(CALLED)?.[1];
    if (bare) (groups.get(nameKey(bare)) ?? open(nameKey(bare), false)).called.push(place);
  }
  for (const trap of rules.traps) open(nameKey(trap), true);
  for (const [key, group] of groups) if (!group.isTrap) finish(group, ordinary.has(key), bound.has(key));
  return compileNames(groups);
};
