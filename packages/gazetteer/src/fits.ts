import type { AdminNoun, PlaceEntry, PlaceKind } from './types.ts';

const LOCAL: readonly PlaceKind[] = ['city', 'locality'];

/** Kinds of place each admin noun announces. */
const FITS: Record<AdminNoun, readonly PlaceKind[]> = {
  city: LOCAL,
  town: LOCAL,
  village: LOCAL,
  quarter: ['quarter'],
  camp: ['camp'],
  crossing: ['crossing', 'site'],
  base: ['base'],
  governorate: ['admin1'],
  countryside: ['admin1', 'city'],
  district: ['admin2'],
  state: ['admin1'],
  road: ['road'],
  area: ['region', 'site', 'river', 'quarter', 'locality', 'city'],
};

// The level a noun names differs: Saudi regions hold governorates, Omani governorates hold states.
const FLIPPED: Partial<Record<AdminNoun, Record<string, readonly PlaceKind[]>>> = {
  governorate: { SA: ['city', 'locality', 'admin2'] },
  area: { SA: ['admin1'], SY: ['region', 'site', 'river', 'admin2', 'quarter', 'locality', 'city'] },
  state: { OM: ['city', 'locality', 'admin2'] },
};

export const fits = (noun: AdminNoun, place: PlaceEntry): boolean =>
  (FLIPPED[noun]?.[place.country ?? ''] ?? FITS[noun]).includes(place.kind);

/** Fits less well: a town may be called by its quarter's or district's name and the other way round. */
export const almostFits = (noun: AdminNoun, place: PlaceEntry): boolean =>
  noun === 'quarter' || noun === 'district' || noun === 'area'
    ? LOCAL.includes(place.kind) || (noun === 'area' && place.kind === 'admin2')
    : (noun === 'city' || noun === 'town' || noun === 'village') &&
      (place.kind === 'admin2' || place.kind === 'quarter');
