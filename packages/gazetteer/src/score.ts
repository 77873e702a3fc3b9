import type { AdminNoun, PlaceEntry, PlaceKind, PlaceMention } from './types.ts';

/** What the rest of the text says: how often each country and first-level unit is certain. */
export type Setting = {
  outletCountry: string | null;
  countries: ReadonlyMap<string, number>;
  units: ReadonlyMap<string, number>;
  /** The place this one is named inside of or beside. */
  neighbour: PlaceEntry | null;
};

const LOCAL: readonly PlaceKind[] = ['city', 'locality'];

const FITS: Record<AdminNoun, readonly PlaceKind[]> = {
  city: LOCAL,
  town: LOCAL,
  village: LOCAL,
  quarter: ['quarter', 'locality'],
  camp: ['camp'],
  crossing: ['crossing'],
  base: ['base'],
  governorate: ['admin1'],
  countryside: ['admin1'],
  district: ['admin2', 'city'],
  state: ['admin1'],
  road: ['road'],
  area: ['region', 'admin2', 'quarter', 'locality', 'city'],
};

// Weights: grammar decides, then the text, then the outlet, then size.
const FIT = 3;
const NEIGHBOUR_UNIT = 4;
const NEIGHBOUR_COUNTRY = 2;
const UNIT = 1.5;
const COUNTRY = 1.5;
const OUTLET = 1;
const BARE_CITY = 0.4; // "في حلب" is the city rather than its governorate

const kindScore = (place: PlaceEntry, mention: PlaceMention): number => {
  if (mention.adminNoun) return FITS[mention.adminNoun].includes(place.kind) ? FIT : 0;
  return place.kind === 'city' || place.kind === 'country' ? BARE_CITY : 0;
};

/** Scores a candidate in its setting; only the order and the distance of scores carry meaning. */
export const scorePlace = (place: PlaceEntry, mention: PlaceMention, setting: Setting): number => {
  let score = kindScore(place, mention) + Math.log10(place.population + 10) / 4; // ten million weighs 1.75
  const { neighbour } = setting;
  if (neighbour && neighbour.id !== place.id) {
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
