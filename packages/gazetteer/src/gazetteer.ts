import type { Token } from '@rasid/arabic';
import { type Finder, findWith } from './find.ts';
import { compilePlaces, type NameRules, nameKey } from './groups.ts';
import { type ResolveContext, resolveMentions } from './resolve.ts';
import type { TrapRules } from './traps.ts';
import type { NamedPlace, PlaceEntry, PlaceMention, ResolvedPlace } from './types.ts';

export type Gazetteer = {
  findPlaces: (text: string, tokens: readonly Token[]) => PlaceMention[];
  resolvePlaces: (mentions: readonly PlaceMention[], context: ResolveContext) => ResolvedPlace[];
  placeById: (id: string) => PlaceEntry | null;
  entryNames: () => { id: string; names: string[] }[];
};

/** What the words of a text must say before a name counts, and which names stand for governments. */
export type Rules = NameRules & {
  trapWords: TrapRules;
  /** "country name" of cities that stand for a government: "SY دمشق". */
  seats: readonly string[];
};

const NO_RULES: Rules = {
  ordinary: [],
  bound: [],
  traps: [],
  trapWords: { before: new Set(), persons: new Set() },
  seats: [],
};

const GATE = /^(?:مطار|ميناء|مرفأ) (.+?)(?: (?:الدولي|العسكري|المدني))?$/;

const townsOf = (places: Iterable<NamedPlace>): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { kind, country, name, aliases } of places)
    if (kind === 'city' || kind === 'locality')
      for (const each of [name.ar, ...aliases]) found.add(nameKey(`${country} ${each}`));
  return found;
};

/** An airport or a port called after a town lies there: "مطار بيروت". */
const withTown = (place: NamedPlace, towns: ReadonlySet<string>): NamedPlace => {
  const town = place.kind === 'base' ? place.name.ar.match(GATE)?.[1] : undefined;
  return town && towns.has(nameKey(`${place.country} ${town}`)) ? { ...place, town } : place;
};

/** Makes a gazetteer of places; of two places with one id the later counts. */
export const createGazetteer = (entries: Iterable<NamedPlace>, rules: Partial<Rules> = {}): Gazetteer => {
  const all: Rules = { ...NO_RULES, ...rules };
  const byId = new Map([...entries].map((place) => [place.id, place]));
  const towns = townsOf(byId.values());
  const places = [...byId.values()].map((place) => withTown(place, towns));
  const seatKeys = new Set(all.seats.map(nameKey));
  const isSeat = ({ kind, country, name }: NamedPlace) =>
    (kind === 'city' || kind === 'admin1' || kind === 'region') &&
    seatKeys.has(nameKey(`${country} ${name.ar}`));
  const finder: Finder = {
    matcher: compilePlaces(places, all),
    traps: all.trapWords,
    seats: new Set(places.filter(isSeat).map(({ id }) => id)),
    countries: new Map(
      places.filter(({ kind }) => kind === 'country').map((place) => [place.country ?? '', place]),
    ),
  };
  return {
    findPlaces: (text, tokens) => findWith(finder, text, tokens),
    resolvePlaces: resolveMentions,
    placeById: (id) => byId.get(id) ?? null,
    entryNames: () => places.map((place) => ({ id: place.id, names: [place.name.ar, ...place.aliases] })),
  };
};
