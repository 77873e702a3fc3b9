import { compilePhrases, lookupKey, type PhraseMatcher } from '@rasid/arabic';
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

/** Folds a name the way the matcher does, so that equal names share one entry. */
export const nameKey = (name: string): string => lookupKey(name).trim();

// A dump calls places so: by no name at all.
const GENERIC = new Set(
  'مدينه قريه بلده محافظه ولايه منطقه ناحيه قضاء مديريه بلديه حي مركز طريق مطار ميناء معبر حدود ريف مخيم'.split(
    ' ',
  ),
);

const CALLED = /^(?:مخيم|معبر|حاجز) (.+)$/;

const isAlone = (group: Group): boolean =>
  group.words === 1 && group.places.length > 0 && group.places.every(({ kind }) => kind === 'admin2');

const finish = (group: Group, ordinary: boolean, bound: boolean): Group => ({
  ...group,
  isOrdinary: ordinary,
  isBound: bound || group.places.length === 0,
  // District names are seldom said without their noun, and hundreds of them are words.
  isDistrict: isAlone(group),
  isKnown: group.places.some((p) => COARSE.has(p.kind) || p.population >= WELL_KNOWN),
  isPart: group.places.every(({ kind }) => kind === 'quarter' || kind === 'site'),
});

/** Compiles places into one matcher; places of one folded name share a group. */
export const compilePlaces = (places: readonly NamedPlace[], rules: NameRules): PhraseMatcher<Group> => {
  const bound = new Set(rules.bound.map(nameKey));
  const ordinary = new Set(rules.ordinary.map(nameKey));
  const groups = new Map<string, Group>();
  const open = (key: string, isTrap: boolean): Group => {
    const words = key.split(/[\s-]+/).length;
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
  const entries = [...groups].map(([phrase, group]) => ({
    phrase,
    value: group.isTrap ? group : finish(group, ordinary.has(phrase), bound.has(phrase)),
  }));
  return compilePhrases(entries, { proclitics: true, fold: 'strong' });
};
