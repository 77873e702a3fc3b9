import type { Token } from '@rasid/arabic';
import { compilePlaces, findWith } from './find.ts';
import { type ResolveContext, resolveMentions } from './resolve.ts';
import type { NamedPlace, PlaceEntry, PlaceMention, ResolvedPlace } from './types.ts';

export type Gazetteer = {
  findPlaces: (text: string, tokens: readonly Token[]) => PlaceMention[];
  resolvePlaces: (mentions: readonly PlaceMention[], context: ResolveContext) => ResolvedPlace[];
  placeById: (id: string) => PlaceEntry | null;
  entryNames: () => { id: string; names: string[] }[];
};

/** Makes a gazetteer of places; names in `ordinary` are also common words and need a word that
 * announces them; those in `bound` need an admin noun. */
export const createGazetteer = (
  entries: Iterable<NamedPlace>,
  ordinary: readonly string[] = [],
  bound: readonly string[] = [],
): Gazetteer => {
  const places = [...new Map([...entries].map((place) => [place.id, place])).values()];
  const byId = new Map(places.map((place) => [place.id, place]));
  const matcher = compilePlaces(places, ordinary, bound);
  return {
    findPlaces: (text, tokens) => findWith(matcher, text, tokens),
    resolvePlaces: resolveMentions,
    placeById: (id) => byId.get(id) ?? null,
    entryNames: () => places.map((place) => ({ id: place.id, names: [place.name.ar, ...place.aliases] })),
  };
};
