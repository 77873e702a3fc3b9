import { readRules, readShipped } from './data.ts';
import { createGazetteer, type Gazetteer } from './gazetteer.ts';
import type { NamedPlace } from './types.ts';

export { createGazetteer, type Gazetteer } from './gazetteer.ts';
export { geonamesReader, isGeonames } from './geonames-dump.ts';
export { latinNames, placeNames } from './latin-names.ts';
export { readOwnPlace } from './own-places.ts';
export { parsePlaces } from './rows.ts';
export type {
  AdminNoun,
  NamedPlace,
  PlaceEntry,
  PlaceKind,
  PlaceMention,
  Relation,
  ResolvedPlace,
} from './types.ts';

let current: Gazetteer | null = null;

// Made when it is first asked: a command that reads no text does not wait for 15,000 places.
const gazetteer = (): Gazetteer => {
  current ??= createGazetteer(readShipped(), readRules());
  return current;
};

/** Names the shipped data; grows with every change to it. */
export const gazetteerVersion = '1.2.0';

/** Finds the places named in a text, in order, with what the words around them say. */
export const findPlaces: Gazetteer['findPlaces'] = (text, tokens) => gazetteer().findPlaces(text, tokens);

/** Resolves the mentions of one text: same length, same order; an unknown name keeps its words. */
export const resolvePlaces: Gazetteer['resolvePlaces'] = (mentions, context) =>
  gazetteer().resolvePlaces(mentions, context);

/** The place of an id, or null. */
export const placeById: Gazetteer['placeById'] = (id) => gazetteer().placeById(id);

/** Every place id with all its Arabic names. */
export const entryNames: Gazetteer['entryNames'] = () => gazetteer().entryNames();

/** A gazetteer of the shipped places and others; an id already shipped is replaced. */
export const mergeGazetteer = (extra: Iterable<NamedPlace>): Gazetteer =>
  createGazetteer([...readShipped(), ...extra], readRules());

/** Loads the gazetteer, with places of the user's own. For the start of a process; without, the first text loads it. */
export const usePlaces = (extra: Iterable<NamedPlace>): void => {
  current = mergeGazetteer(extra);
};
