import { mapped } from '@rasid/arabic';
import { fits } from './fits.ts';
import { nameKey } from './name-key.ts';
import type { NamedPlace, PlaceKind, PlaceMention, ResolvedPlace } from './types.ts';

type Ranked = readonly { place: NamedPlace; score: number }[];

/** What the text says around a mention: the place it is named inside of; `units` are the first-level units it names ("country name"), as it spells them. */
export type Around = {
  town: NamedPlace | null;
  isBeside: boolean;

  units: ReadonlyMap<string, string>;
};

const WIDE: readonly PlaceKind[] = ['region', 'river', 'road', 'sea'];

const SIDES = /^(?:ال)?(?:شمال|جنوب|شرق|غرب|وسط)/;

/** A district called by its town: "مدينة كذا", "محافظة كذا" in Saudi Arabia. */
const isTownName = (place: NamedPlace, { adminNoun }: PlaceMention): boolean =>
  adminNoun === null ||
  adminNoun === 'city' ||
  adminNoun === 'town' ||
  adminNoun === 'village' ||
  ((adminNoun === 'governorate' || adminNoun === 'state') && fits(adminNoun, place));

const BY_NOUN = /^(?:مخيم|معبر|حاجز|قاعدة|سجن) /;

const precisionOf = (place: NamedPlace, mention: PlaceMention): ResolvedPlace['precision'] => {
  if (mention.isDateline) return 5;
  if (place.kind === 'country') return 4;
  if (place.kind === 'admin1' || place.kind === 'region') return 3;
  if (place.kind === 'admin2') return isTownName(place, mention) ? 1 : 3;
  if (mention.adminNoun === 'countryside') return 3;
  const near = mention.relation === 'near' || mention.relation === 'between' || WIDE.includes(place.kind);
  return near ? 2 : 1;
};

const shares = (ranked: Ranked): ResolvedPlace['candidates'] => {
  const best = ranked[0]?.score ?? 0;
  let total = 0;
  for (const { score } of ranked) total += Math.exp(score - best);
  return mapped(ranked, ({ place, score }) => ({
    gazetteerId: place.id,
    score: Number((Math.exp(score - best) / total).toFixed(3)),
    admin1: place.admin1,
  }));
};

/**
 * The registry's spelling of the name the text uses: ديريك stays ديريك, the id tells that it is المالكية.
 * A text may join or part words: كفر نوران, كفرنوران.
 */
export const spelled = (place: NamedPlace, mention: PlaceMention): string => {
  const key = nameKey(mention.text);
  const { ar } = place.name;
  if (place.town) return place.town;
  const lacksNoun = BY_NOUN.test(ar) && !BY_NOUN.test(mention.text) && mention.adminNoun !== 'road';
  if (key === nameKey(ar) || lacksNoun || /^العاصمة /.test(mention.text)) return ar;
  const joined = (name: string) => nameKey(name).replaceAll(' ', '');
  if (joined(mention.text) === joined(ar)) return mention.text;
  const alias = place.aliases.find((each) => nameKey(each) === key);
  // Longer and shorter forms are no other names: "مزارع شبعا المحتلة", "مكة".
  return alias && !alias.startsWith(ar) && !alias.endsWith(` ${ar}`) && !ar.startsWith(`${alias} `)
    ? alias
    : ar;
};

const localityOf = (place: NamedPlace, mention: PlaceMention, around: Around): string | null => {
  const { kind, admin1 } = place;
  if (kind === 'country' || kind === 'admin1' || kind === 'sea') return null;
  const { town } = around;
  // A quarter, a square, a district of a city: the city, where the text names it.
  const isPart =
    kind === 'quarter' ||
    kind === 'site' ||
    (kind === 'admin2' && mention.adminNoun !== 'area') ||
    mention.adminNoun === 'quarter';
  const isInTown =
    // "منطقة كذا شمالي بغداد" lies outside
    !(around.isBeside && mention.adminNoun === 'area') &&
    town?.kind === 'city' &&
    town.admin1Code === place.admin1Code &&
    town.name.ar !== place.name.ar;
  if (isPart && isInTown && mention.adminNoun !== 'district') return town.name.ar;
  // "منطقة الحسينية": the part of a district that is called like it.
  const isNamed = isTownName(place, mention) || mention.adminNoun === 'area';
  if (kind === 'admin2') return isNamed ? spelled(place, mention) : null;
  if (kind === 'region') return admin1 && !SIDES.test(place.name.ar) ? spelled(place, mention) : null;
  return spelled(place, mention);
};

const unitOf = ({ country, admin1 }: NamedPlace, units: ReadonlyMap<string, string>): string | null =>
  (units.size === 0 ? undefined : units.get(`${country} ${admin1}`)) ?? admin1;

/** Regions the news treats as a unit, though their governorates are the units: "الضفة الغربية" beside "قطاع غزة". No code. */
const FRAMES = ['الضفة الغربية'];
const frameOf = ({ kind, name }: NamedPlace): string | null =>
  kind === 'region' ? (FRAMES.find((frame) => name.ar.endsWith(frame)) ?? null) : null;

/** Puts a chosen place on its levels; `refers` marks "المحافظة", which means only the unit of the place. */
export const settle = (
  mention: PlaceMention,
  place: NamedPlace,
  ranked: Ranked,
  around: Around,
  refers: boolean,
): ResolvedPlace => {
  const isUnit = refers || place.kind === 'admin1' || mention.adminNoun === 'countryside';
  return {
    mention,
    country: place.country,
    admin1: unitOf(place, around.units) ?? frameOf(place),
    admin1Code: place.admin1Code,
    admin2: refers || place.kind === 'admin1' ? null : place.admin2,
    locality: isUnit ? null : localityOf(place, mention, around),
    relation: mention.relation ?? 'in',
    precision: isUnit && !mention.isDateline ? 3 : precisionOf(place, mention),
    lat: refers ? null : place.lat,
    lon: refers ? null : place.lon,
    gazetteerId: refers ? null : place.id,
    candidates: shares(ranked),
  };
};

/** A named place nobody knows: its name, the units of its surroundings, no coordinates. */
export const emptyPlace = (
  mention: PlaceMention,
  near: NamedPlace | null,
  country: string | null,
): ResolvedPlace => {
  const isNamed = mention.adminNoun === 'village' || mention.adminNoun === 'town';
  const isBack =
    mention.adminNoun === 'governorate' ||
    mention.adminNoun === 'countryside' ||
    (mention.candidates.length > 0 && !isNamed); // a name of another country, or of a part of any
  const isAbroad = mention.nation !== undefined && mention.nation !== near?.country;
  return {
    mention,
    country: mention.nation ?? near?.country ?? (isBack ? null : country),
    admin1: isAbroad ? null : (near?.admin1 ?? null),
    admin1Code: isAbroad ? null : (near?.admin1Code ?? null),
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
