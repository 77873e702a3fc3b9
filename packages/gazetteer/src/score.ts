import { almostFits, fits } from './fits.ts';
import type { PlaceEntry, PlaceMention } from './types.ts';

/** What the rest of the text says: how often each country and first-level unit is certain. */
export type Setting = {
  outletCountry: string | null;
  countries: ReadonlyMap<string, number>;
  units: ReadonlyMap<string, number>;
  /** The place this one is named inside of or beside. */
  neighbour: PlaceEntry | null;
};

// Weights: grammar decides, then the text, then the outlet, then size.
const FIT = 3;
const ALMOST = 1.5;
const NEIGHBOUR_UNIT = 4;
const NEIGHBOUR_COUNTRY = 2;
const UNIT = 1.5;
const COUNTRY = 1.5;
const OUTLET = 1;
// A state of that name is meant before a town of it abroad: "في كولومبيا".
const BARE = { country: 1.9, city: 0.4, sea: 3, locality: 0.2 } as Partial<
  Record<PlaceEntry['kind'], number>
>; // "في حلب" is the city rather than its governorate

const kindScore = (place: PlaceEntry, mention: PlaceMention): number => {
  if (!mention.adminNoun) return BARE[place.kind] ?? 0;
  if (fits(mention.adminNoun, place)) return FIT;
  return almostFits(mention.adminNoun, place) ? ALMOST : 0;
};

/** Scores a candidate in its setting; only the order and the distance of scores carry meaning. */
export const scorePlace = (place: PlaceEntry, mention: PlaceMention, setting: Setting): number => {
  let score = kindScore(place, mention) + Math.log10(place.population + 10) / 4; // ten million weighs 1.75
  const { neighbour } = setting;
  if (neighbour) {
    if (neighbour.admin1Code && neighbour.admin1Code === place.admin1Code) score += NEIGHBOUR_UNIT;
    else if (neighbour.country === place.country) score += NEIGHBOUR_COUNTRY;
  }
  if (place.country) {
    if (setting.countries.has(place.country)) score += COUNTRY;
    if (setting.outletCountry === place.country) score += OUTLET;
  }
  if (place.admin1Code && setting.units.has(place.admin1Code)) score += UNIT;
  return score;
};
