import type { Token } from '@rasid/arabic';
import { type Finder, findWith } from './find.ts';
import { compilePlaces, type NameRules } from './groups.ts';
import { type ResolveContext, resolveMentions } from './resolve.ts';
import { placeOf } from './rows.ts';
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

const gateOf = ({ kind, name }: NamedPlace): string | undefined =>
  kind === 'base' ? name.ar.match(GATE)?.[1] : undefined;

/** An airport or a port called after a town lies there: "مطار بيروت". */
const withTowns = (places: readonly NamedPlace[]): NamedPlace[] => {
  const wanted = new Set(places.map((place) => `${place.country} ${gateOf(place)}`));
  const towns = new Set<string>();
  for (const { kind, country, name, aliases } of places) {
    if (kind !== 'city' && kind !== 'locality') continue;
    for (const each of [name.ar, ...aliases]) {
      const key = `${country} ${each}`;
      if (wanted.has(key)) towns.add(key);
    }
  }
  return places.map((place) => {
    const town = gateOf(place);
    return town && towns.has(`${place.country} ${town}`)
      ? placeOf(place, place.name, place.aliases, town)
      : place;
  });
};

/** Called so with the adjective of its country: "العاصمة الأردنية". */
const isCapital = ({ kind, aliases }: NamedPlace): boolean =>
  kind === 'city' && aliases.some((alias) => /^العاصمة ال\S+ية$/.test(alias));

/** Makes a gazetteer of places; of two places with one id the later counts. */
export const createGazetteer = (entries: Iterable<NamedPlace>, rules: Partial<Rules> = {}): Gazetteer => {
  const all: Rules = { ...NO_RULES, ...rules };
  const byId = new Map([...entries].map((place) => [place.id, place]));
  const places = withTowns([...byId.values()]);
  const seats = new Set(all.seats);
  const isSeat = ({ kind, country, name }: NamedPlace) =>
    (kind === 'city' || kind === 'admin1' || kind === 'region') && seats.has(`${country} ${name.ar}`);
  const finder: Finder = {
    matcher: compilePlaces(places, all),
    traps: all.trapWords,
    seats: new Set(places.filter(isSeat).map(({ id }) => id)),
    countries: new Map(
      places.filter(({ kind }) => kind === 'country').map((place) => [place.country ?? '', place]),
    ),
    capitals: new Map(places.filter(isCapital).map((place) => [place.country ?? '', place])),
  };
  return {
    findPlaces: (text, tokens) => findWith(finder, text, tokens),
    resolvePlaces: resolveMentions,
    placeById: (id) => byId.get(id) ?? null,
    entryNames: () => places.map((place) => ({ id: place.id, names: [place.name.ar, ...place.aliases] })),
  };
};
