import type { PlaceName, Profile, WordBag } from './profile.ts';

/** A name that the other text mentions too does not tell two places apart: extraction may have taken either. */
export function placeFeatures(a: Profile, b: Profile) {
  const sameId = a.localityId !== null && a.localityId === b.localityId;
  const sameLocality = sameId || isSame(a.locality, b.locality);
  const sameAdmin1 = isSame(a.admin1, b.admin1);
  const sameCountry = a.country !== null && a.country === b.country;
  const apart =
    !sameLocality && (areStrange(a.locality, b.locality, a, b) || areStrange(a.admin1, b.admin1, a, b));
  return {
    placeSame: Number(sameLocality && (sameCountry || a.country === null || b.country === null)),
    placeNear: Number(!sameLocality && sameAdmin1 && !apart),
    placeApart: Number(apart),
    titlesPlaceApart: Number(apart && isTitled(a) && isTitled(b)),
    countryApart: Number(a.country !== null && b.country !== null && !sameCountry),
  };
}

const isSame = (one: PlaceName | null, two: PlaceName | null): boolean =>
  one !== null && one.key === two?.key;

/** Two names of one kind that differ, and neither text knows the other's. */
const areStrange = (one: PlaceName | null, two: PlaceName | null, a: Profile, b: Profile): boolean =>
  one !== null && two !== null && one.key !== two.key && !holds(a.all, two) && !holds(b.all, one);

/** Its place stands in the title: that it is elsewhere is no slip of the extractor. */
const isTitled = ({ title, locality, admin1 }: Profile): boolean =>
  [locality, admin1].some((name) => name !== null && holds(title, name));

const holds = ({ weights }: WordBag, { stems }: PlaceName): boolean =>
  stems.every((stem) => weights.has(stem));
