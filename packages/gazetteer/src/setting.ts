import type { Setting } from './score.ts';
import { spelled } from './settle.ts';
import type { PlaceEntry, PlaceMention } from './types.ts';

const count = (map: Map<string, number>, key: string | null): void => {
  if (key) map.set(key, (map.get(key) ?? 0) + 1);
};

const most = (map: ReadonlyMap<string, number>): string | null => {
  let best: string | null = null;
  for (const [key, value] of map) if (best === null || value > (map.get(best) ?? 0)) best = key;
  return best;
};

/** "المنطقة الوسطى", "الريف الشرقي": a unit of one country, and a part of every other. */
export const isGeneric = ({ name }: PlaceEntry): boolean => /^(?:المنطقة|الريف) /.test(name.ar);

/** What the mentions of a text say about each other; `likely` is the country where nothing nearer tells it. */
export const settingOf = (
  mentions: readonly PlaceMention[],
  { outletCountry, storyCountry = null }: { outletCountry: string | null; storyCountry?: string | null },
): Setting & { likely: string | null } => {
  const countries = new Map<string, number>();
  const units = new Map<string, number>();
  for (const mention of mentions) {
    if (mention.asActor || mention.candidates.every(isGeneric)) continue;
    const ids = new Set(mention.candidates.map((c) => c.country));
    const codes = new Set(mention.candidates.map((c) => c.admin1Code));
    if (ids.size === 1) count(countries, mention.candidates[0]?.country ?? null);
    if (codes.size === 1) count(units, mention.candidates[0]?.admin1Code ?? null);
  }
  const likely = most(countries) ?? storyCountry ?? outletCountry;
  if (storyCountry && !countries.has(storyCountry)) countries.set(storyCountry, 1);
  for (const country of mentions[0]?.spoken ?? []) if (!countries.has(country)) countries.set(country, 1);
  return { outletCountry, countries, units, neighbour: null, likely };
};

const UNIT_NOUNS = new Set<string>(['state', 'governorate', 'district', 'area', 'countryside']);

/** First-level units the text names ("country name"), as it spells them. */
export const unitsNamed = (mentions: readonly PlaceMention[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const mention of mentions) {
    const { candidates, adminNoun } = mention;
    // A city may be called like its unit: then only "ولاية نيويورك" names the unit.
    const isUnit = candidates.every(({ kind }) => kind === 'admin1') || UNIT_NOUNS.has(adminNoun ?? '');
    for (const place of candidates)
      if (isUnit && place.kind === 'admin1')
        found.set(`${place.country} ${place.admin1}`, spelled(place, mention));
  }
  return found;
};
