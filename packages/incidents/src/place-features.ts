import type { Profile, WordBag } from './profile.ts';

/** A name that the other text mentions too does not tell two places apart: extraction may have taken either. */
export function placeFeatures(a: Profile, b: Profile) {
  const [one, two] = [a.locality, b.locality];
  const sameId = a.localityId !== null && a.localityId === b.localityId;
  const sameLocality = one !== null && (one === two || sameId);
  const sameAdmin1 = a.admin1 !== null && a.admin1 === b.admin1;
  const sameCountry = a.country !== null && a.country === b.country;
  const apart =
    (one !== null && two !== null && !sameLocality && !mentions(a, two) && !mentions(b, one)) ||
    (a.admin1 !== null &&
      b.admin1 !== null &&
      !sameAdmin1 &&
      !sameLocality &&
      !mentions(a, b.admin1) &&
      !mentions(b, a.admin1));
  return {
    placeSame: Number(sameLocality && (sameCountry || a.country === null || b.country === null)),
    placeNear: Number(!sameLocality && sameAdmin1 && !apart),
    placeApart: Number(apart),
    titlesPlaceApart: Number(apart && isTitled(a) && isTitled(b)),
    countryApart: Number(a.country !== null && b.country !== null && !sameCountry),
  };
}

/** Its place stands in the title: that it is elsewhere is no slip of the extractor. */
const isTitled = ({ title, locality, admin1 }: Profile): boolean =>
  [locality, admin1].some((name) => name !== null && holds(title, name));

const mentions = ({ all }: Profile, name: string): boolean => holds(all, name);

const holds = ({ weights }: WordBag, name: string): boolean =>
  name.split(' ').every((word) => weights.has(word.replace(/^\u0627\u0644(?=.{2})/, '').slice(0, 5))); // ال
