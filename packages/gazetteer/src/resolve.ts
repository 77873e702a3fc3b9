import { mapped } from '@rasid/arabic';
import { containerOf, isBackReference, isCapitalReference } from './containers.ts';
import { type Setting, scorePlace } from './score.ts';
import { isGeneric, settingOf, unitsNamed } from './setting.ts';
import { emptyPlace, settle } from './settle.ts';
import type { NamedPlace, PlaceKind, PlaceMention, ResolvedPlace } from './types.ts';

export type ResolveContext = {
  outletCountry: string | null;
  /** The country the story is told of elsewhere: of a title, that of its text. */
  storyCountry?: string | null;
};

type Choice = {
  place: NamedPlace | null;
  ranked: { place: NamedPlace; score: number }[];
  container: NamedPlace | null;
  /** The container, unless only its countryside is meant. */
  town: NamedPlace | null;
  /** The container is only near: "شمالي بغداد". */
  isBeside: boolean;
};

// حي X في مدينة Y بريف Z بمحافظة W: nothing is nested deeper.
const MAX_DEPTH = 4;

// "في القاهرة" is not the district of that name in Taiz, whatever the text speaks of.
const LARGE = 300_000;
const SHADED = { admin2: 10, quarter: 10, locality: 1 } as Partial<Record<PlaceKind, number>>;

// "تونس", "الجزائر": a state called like its capital is the state where no noun says the city.
const NAMESAKE = 2.5;
const isNamesake = (place: NamedPlace, { adminNoun, candidates }: PlaceMention): boolean =>
  place.kind === 'country' &&
  adminNoun === null &&
  candidates.some(({ kind, country }) => kind === 'city' && country === place.country);

const isStray = (place: NamedPlace, { countries, outletCountry }: Setting): boolean =>
  isGeneric(place) && place.country !== outletCountry && !countries.has(place.country ?? '');

// A small place alone in its country, in a text that names places of another country again and again.
const SMALL = 50_000;
const OFTEN = 2;
const PARTS = new Set<PlaceKind>(['base', 'camp', 'crossing', 'quarter', 'site']); // called so by their own noun
const isAlien = (
  place: NamedPlace,
  { adminNoun, relation }: PlaceMention,
  { countries, outletCountry }: Setting,
): boolean => {
  const { country, population, kind } = place;
  if (kind === 'country' || kind === 'admin1' || population >= SMALL || country === outletCountry)
    return false;
  const isPart = PARTS.has(kind) && adminNoun === null;
  if ((relation !== null && !isPart) || (adminNoun !== null && adminNoun !== 'crossing')) return false; // "في كذا" says that it is a place
  let most = isPart ? 1 : 0;
  for (const [other, times] of countries) if (other !== country && times > most) most = times;
  return most >= OFTEN && (countries.get(country ?? '') ?? 0) <= 1;
};

// "قرية كذا شرقي حلب" is no village of that name in another governorate.
const VILLAGE = 5_000;
const near = new Set<string>(['village', 'town', 'quarter']);
const UNITS = new Set<PlaceKind>(['country', 'admin1', 'admin2', 'region', 'sea', 'river', 'road']);
const isFar = (
  place: NamedPlace,
  { adminNoun }: PlaceMention,
  container: NamedPlace | null,
  /** The container is called a governorate: "وادي كذا بمحافظة كذا". */
  isNamedUnit: boolean,
): boolean => {
  if (!container?.admin1Code || container.kind === 'country') return false;
  const isSmall = place.population < (container.kind === 'admin1' && isNamedUnit ? SMALL : VILLAGE);
  if (!isSmall || !(near.has(adminNoun ?? '') || isNamedUnit) || UNITS.has(place.kind)) return false;
  return place.admin1Code !== null && container.admin1Code !== place.admin1Code;
};

/** "في العاصمة": that of the country the text tells most of. */
const STORY = 10; // more than all that neighbours weigh
// Moscow is not the town in Idaho, however much the text speaks of America.
const METROPOLIS = 1_000_000;
const DWARFED = 20;
const DWARF = 6;
const isDwarf = (place: NamedPlace, { candidates }: PlaceMention, container: NamedPlace | null): boolean =>
  candidates.length > 1 &&
  (place.kind === 'city' || place.kind === 'locality') &&
  !(container?.admin1Code && container.admin1Code === place.admin1Code) &&
  candidates.some(
    ({ kind, population }) =>
      kind === 'city' && population >= METROPOLIS && population > place.population * DWARFED,
  );

const isOfStory = (place: NamedPlace, mention: PlaceMention, likely: string | null): boolean =>
  mention.candidates.length > 1 && place.country === likely && isCapitalReference(mention);

const rank = (
  mention: PlaceMention,
  setting: Setting & { likely: string | null },
  container: NamedPlace | null,
  isNamedUnit: boolean,
) => {
  const isShaded =
    mention.adminNoun === null && mention.candidates.some(({ population }) => population >= LARGE);
  const shade = (kind: PlaceKind): number => (isShaded ? (SHADED[kind] ?? 0) : 0);
  const possible = mention.candidates.filter(
    (place) =>
      !isStray(place, setting) &&
      !isAlien(place, mention, setting) &&
      !isFar(place, mention, container, isNamedUnit),
  );
  return mapped(possible, (place) => ({
    place,
    score:
      scorePlace(place, mention, setting) -
      shade(place.kind) -
      (isDwarf(place, mention, container) ? DWARF : 0) +
      (isNamesake(place, mention) ? NAMESAKE : 0) +
      (isOfStory(place, mention, setting.likely) ? STORY : 0),
  })).sort((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1));
};

/** "جبال حمرين بمحافظة كركوك": what crosses units lies in the one named beside it. */
const within = (place: ResolvedPlace, container: NamedPlace | null): ResolvedPlace => {
  const crosses = place.admin1Code === null && place.precision < 4;
  if (!crosses || !container?.admin1Code || container.country !== place.country) return place;
  place.admin1 = container.admin1; // settled here and not yet seen: a copy would have a shape of its own
  place.admin1Code = container.admin1Code;
  return place;
};

/** Resolves mentions of one text in order: grammar, neighbours, the whole text, outlet country, population. */
export const resolveMentions = (
  mentions: readonly PlaceMention[],
  context: ResolveContext,
): ResolvedPlace[] => {
  const base = settingOf(mentions, context);
  const units = unitsNamed(mentions);
  const choices: Choice[] = new Array(mentions.length);
  // Containers follow what they contain, so a container is chosen before its content.
  const choose = (at: number, mention: PlaceMention, unit: NamedPlace | null, depth: number): Choice => {
    const known = choices[at];
    if (known) return known;
    const index = depth < MAX_DEPTH ? containerOf(mentions, at) : null;
    const outer = index === null ? undefined : mentions[index];
    const container = index === null || !outer ? null : choose(index, outer, unit, depth + 1).place;
    const isNamedUnit = outer?.adminNoun === 'governorate' || outer?.adminNoun === 'state';
    const ranked = rank(mention, { ...base, neighbour: container ?? unit }, container, isNamedUnit);
    const place = isBackReference(mention) ? unit : (ranked[0]?.place ?? null);
    const town = outer?.adminNoun === 'countryside' ? null : container;
    const choice = {
      place,
      ranked,
      container,
      town,
      isBeside: outer?.relation === 'near',
    };
    choices[at] = choice;
    return choice;
  };
  let unit: NamedPlace | null = null;
  return mapped(mentions, (mention, at) => {
    const { place, ranked, container, town, isBeside } = choose(at, mention, unit, 0);
    const before = unit;
    if (place?.admin1 && !mention.asActor) unit = place;
    return place
      ? within(settle(mention, place, ranked, { town, isBeside, units }, isBackReference(mention)), container)
      : emptyPlace(mention, container ?? before, base.likely);
  });
};
