import type { PlaceEntry, PlaceKind, PlaceMention, ResolvedPlace } from './types.ts';

type Ranked = readonly { place: PlaceEntry; score: number }[];

const WIDE: readonly PlaceKind[] = ['region', 'river', 'road', 'sea'];

const precisionOf = (place: PlaceEntry, mention: PlaceMention): 1 | 2 | 3 | 4 => {
  if (place.kind === 'country') return 4;
  if (place.kind === 'admin1' || place.kind === 'admin2' || place.kind === 'region') return 3;
  if (mention.adminNoun === 'countryside') return 3;
  const near = mention.relation === 'near' || mention.relation === 'between' || WIDE.includes(place.kind);
  return near ? 2 : 1;
};

const shares = (ranked: Ranked): ResolvedPlace['candidates'] => {
  const best = ranked[0]?.score ?? 0;
  const weights = ranked.map(({ score }) => Math.exp(score - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return ranked.map(({ place }, at) => ({
    gazetteerId: place.id,
    score: Number(((weights[at] ?? 0) / total).toFixed(3)),
    admin1: place.admin1,
  }));
};

/** Puts a chosen place on its levels; `refers` marks "المحافظة", which means only the unit of the place. */
export const settle = (
  mention: PlaceMention,
  place: PlaceEntry,
  ranked: Ranked,
  refers: boolean,
): ResolvedPlace => {
  const isUnit = refers || place.kind === 'admin1' || mention.adminNoun === 'countryside';
  const isLocal = !isUnit && place.kind !== 'country' && place.kind !== 'admin2';
  return {
    mention,
    country: place.country,
    admin1: place.admin1,
    admin1Code: place.admin1Code,
    admin2: isUnit ? null : place.admin2,
    locality: isLocal ? place.name.ar : null,
    relation: mention.relation ?? 'in',
    precision: isUnit ? 3 : precisionOf(place, mention),
    lat: refers ? null : place.lat,
    lon: refers ? null : place.lon,
    gazetteerId: refers ? null : place.id,
    candidates: shares(ranked),
  };
};

/** A named place nobody knows: its name, the units of its surroundings, no coordinates. */
export const emptyPlace = (
  mention: PlaceMention,
  around: PlaceEntry | null,
  outletCountry: string | null,
): ResolvedPlace => {
  const isBack = mention.adminNoun === 'governorate' || mention.adminNoun === 'countryside';
  return {
    mention,
    country: around?.country ?? (isBack ? null : outletCountry),
    admin1: around?.admin1 ?? null,
    admin1Code: around?.admin1Code ?? null,
    admin2: null,
    locality: isBack ? null : mention.text,
    relation: mention.relation ?? 'in',
    precision: isBack ? 5 : mention.relation === 'near' || mention.relation === 'between' ? 2 : 1,
    lat: null,
    lon: null,
    gazetteerId: null,
    candidates: [],
  };
};
