import { forces } from './data.ts';
import type { PartyContext, PartyMention } from './types.ts';

const exceptions = new Map(forces.map(({ country, suffix, id }) => [`${country} ${suffix}`, id]));
/** Prefixes of force ids where the country code is not used. */
const prefixes = new Map([
  ['SY', 'syr_gov'],
  ['IL', 'isr'],
  ['GB', 'uk'],
]);

/** The id of a country's force or authority: `tr_police`, `syr_gov_army`. */
export const forceId = (country: string, suffix: string): string =>
  exceptions.get(`${country} ${suffix}`) ?? `${prefixes.get(country) ?? country.toLowerCase()}_${suffix}`;

const reach = 160; // UTF-16 units on either side in which a named country still says whose "الشرطة" is

type Witness = { start: number; country: string };

/** Finds the country of a phrase that does not name it: what is named nearby, then most often, then the outlet's. */
export function countryFinder(witnesses: readonly Witness[], { places = [], outletCountry }: PartyContext) {
  const all = [
    ...witnesses,
    ...places.flatMap(({ start, country }) => (country ? [{ start, country }] : [])),
  ].sort((a, b) => a.start - b.start);
  const counts = new Map<string, number>();
  for (const { country } of all) counts.set(country, (counts.get(country) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  let next = 0;
  /** To be asked in the order of the text. */
  return (start: number): Pick<PartyMention, 'country' | 'countryBasis'> => {
    while (next < all.length && (all[next]?.start ?? 0) < start) next++;
    const before = all[next - 1];
    const after = all[next];
    const back = before ? start - before.start : Number.POSITIVE_INFINITY;
    const ahead = after ? after.start - start : Number.POSITIVE_INFINITY;
    const nearest = back <= ahead ? before : after;
    if (nearest && Math.min(back, ahead) <= reach) return { country: nearest.country, countryBasis: 'near' };
    if (most && most[1] > 1) return { country: most[0], countryBasis: 'text' };
    if (outletCountry) return { country: outletCountry, countryBasis: 'outlet' };
    return most ? { country: most[0], countryBasis: 'text' } : { country: null, countryBasis: null };
  };
}
