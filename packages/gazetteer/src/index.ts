import { readRules, readShipped } from './data.ts';
import { createGazetteer, type Gazetteer } from './gazetteer.ts';
import type { NamedPlace } from './types.ts';

export { createGazetteer, type Gazetteer } from './gazetteer.ts';
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

const shippedPlaces = readShipped();
const rules = readRules();
const shipped = createGazetteer(shippedPlaces, rules);

/** Names the shipped data; grows with every change to it. */
export const gazetteerVersion = '1.1.0';

/** Finds the places named in a text, in order, with what the words around them say. */
export const findPlaces = shipped.findPlaces;

/** Resolves the mentions of one text: same length, same order; an unknown name keeps its words. */
export const resolvePlaces = shipped.resolvePlaces;

/** The shipped place of an id, or null. */
export const placeById = shipped.placeById;

/** Every shipped place id with all its Arabic names. */
export const entryNames = shipped.entryNames;

/** A gazetteer of the shipped places and others; an id already shipped is replaced. */
export const mergeGazetteer = (extra: Iterable<NamedPlace>): Gazetteer =>
  createGazetteer([...shippedPlaces, ...extra], rules);
