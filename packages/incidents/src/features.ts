import type { Days } from './days.ts';
import { typeAffinity } from './families.ts';
import { contained, cosine, type Profile, type WordBag } from './profile.ts';
import type { Figure } from './report.ts';

/** What speaks for or against two reports telling one happening. Weights are in data/pair-weights.tsv. */
export const wordFeatureNames = [
  'bias',
  'titleCosine',
  'allCosine',
  'titleInOther',
  'rareShared',
  'rareApart',
  'numberShared',
  'numberApart',
  'ordinalApart',
] as const;
export const slotFeatureNames = [
  'actsApart',
  'eventless',
  'lesser',
  'typeSame',
  'typeNear',
  'typeApart',
  'lesserTypeApart',
  'slotsAgree',
  'placeSame',
  'placeNear',
  'placeApart',
  'titlesPlaceApart',
  'countryApart',
  'nationsApart',
  'dateSame',
  'dateApart',
  'daysBetween',
  'freshApart',
  'partySame',
  'partyApart',
  'speakersApart',
  'modalityApart',
  'countSame',
  'countRisen',
  'countApart',
] as const;
export const featureNames = [...wordFeatureNames, ...slotFeatureNames];
export type FeatureName = (typeof featureNames)[number];
export type Features = Record<FeatureName, number>;

const rareFrom = 4; // nats: a stem of fewer than one of fifty articles
const manyRare = 14; // so many shared rare stems are as good as certain

/** The features of two reports; the order of the two does not matter. */
export function featuresOf(a: Profile, b: Profile): Features {
  return { bias: 1, ...wordFeatures(a, b), ...slotFeatures(a, b), ...countFeatures(a, b) };
}

function wordFeatures(a: Profile, b: Profile) {
  let rare = 0;
  for (const [stem, weight] of a.all.weights) if (weight >= rareFrom && b.all.weights.has(stem)) rare++;
  const all = cosine(a.all, b.all);
  // A lesser event of an article has its sentence alone.
  const isTitled = a.title.sum > 0 && b.title.sum > 0;
  const titles = [
    ...(a.title.sum > 0 ? [contained(a.title, b.all)] : []),
    ...(b.title.sum > 0 ? [contained(b.title, a.all)] : []),
  ];
  const shared = [...a.numbers].some((number) => b.numbers.has(number));
  return {
    titleCosine: isTitled ? cosine(a.title, b.title) : all,
    allCosine: all,
    titleInOther: titles.reduce((sum, share) => sum + share, 0) / Math.max(titles.length, 1),
    rareShared: Math.min(rare, manyRare) / manyRare,
    rareApart: Math.min(strangers(a, b), strangers(b, a), manyStrange) / manyStrange,
    numberShared: Number(shared),
    ordinalApart: Number(a.ordinals.length > 0 && b.ordinals.length > 0 && !meets(a.ordinals, b.ordinals)),
    numberApart: Number(!shared && a.numbers.size > 0 && b.numbers.size > 0),
    eventless: (Number(a.report.event === null) + Number(b.report.event === null)) / 2,
    lesser: Number(a.report.status !== 'main') + Number(b.report.status !== 'main'),
    actsApart: Number(a.acts.join() !== b.acts.join()),
  };
}

const manyStrange = 4;

/** Rare words of one title that the other text does not know: names, where two texts are of one template. */
function strangers({ title }: Profile, { all }: Profile): number {
  let count = 0;
  for (const [stem, weight] of title.weights) if (weight >= rareFrom && !all.weights.has(stem)) count++;
  return count;
}

function slotFeatures(a: Profile, b: Profile) {
  const affinity =
    a.report.event && b.report.event ? typeAffinity(a.report.event.type, b.report.event.type) : null;
  const party = partyFit(a.parties, b.parties);
  const [place, days] = [placeFeatures(a, b), dayFeatures(a, b)];
  const isLesser = a.report.status !== 'main' || b.report.status !== 'main';
  return {
    typeSame: Number(affinity === 1),
    typeNear: Number(affinity === 0.5),
    typeApart: Number(affinity === 0),
    lesserTypeApart: Number(affinity === 0 && isLesser),
    slotsAgree: Number(affinity === 1 && days.dateSame + place.placeSame + place.placeNear === 2),
    ...place,
    ...days,
    partySame: Number(party === 1),
    partyApart: Number(party === -1),
    nationsApart: Number(hasOther(a.nations, b.nations) && hasOther(b.nations, a.nations)),
    speakersApart: Number(isSaying(a) && isSaying(b) && partyFit(a.actors, b.actors) === -1),
    modalityApart: Number(isPlan(a) !== null && isPlan(b) !== null && isPlan(a) !== isPlan(b)),
  };
}

/** A name that the other text mentions too does not tell two places apart: extraction may have taken either. */
function placeFeatures(a: Profile, b: Profile) {
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

function dayFeatures(a: Profile, b: Profile) {
  const gap = a.stated && b.stated ? gapOf(a.stated, b.stated) : null;
  const between = Math.abs(toldDay(a) - toldDay(b));
  return {
    dateSame: Number(gap === 0),
    dateApart: gap === null ? 0 : Math.min(gap, 3),
    daysBetween: Math.min(between, 7),
    freshApart: Number(gap !== null && gap > 0 && between > 0 && isFresh(a) && isFresh(b)),
  };
}

const gapOf = (a: Days, b: Days): number => Math.max(a.from - b.to, b.from - a.to, 0);

/** What an article recalls is told of the day it names, whenever the article came out. */
const toldDay = ({ report, stated, published }: Profile): number =>
  report.status === 'background' && stated ? stated.to : published;

/** Told as of today or yesterday: two such days that differ are two happenings rather than one misread date. */
const isFresh = ({ stated, published }: Profile): boolean =>
  stated !== null && stated.from === stated.to && published - stated.to <= 1 && published >= stated.to;

/** 1 when a party is the same, -1 when both name parties and none is, 0 when one of them names none. */
function partyFit(mine: Profile['parties'], theirs: Profile['parties']): -1 | 0 | 1 {
  if (mine.length === 0 || theirs.length === 0) return 0;
  const isShared = mine.some((one) =>
    theirs.some((two) => (one.canon !== null && one.canon === two.canon) || meets(one.stems, two.stems)),
  );
  return isShared ? 1 : -1;
}

const hasOther = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  b.size > 0 && [...a].some((one) => !b.has(one));

const meets = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** Happenings that consist in what somebody says: another speaker is another happening. */
const isSaying = ({ report }: Profile): boolean => report.event?.type === 'official_stance';

/** Whether it is still to come; null without an event. */
const isPlan = ({ report }: Profile): boolean | null =>
  report.event ? report.event.modality === 'planned' : null;

function countFeatures(a: Profile, b: Profile) {
  const [earlier, later] = toldDay(a) <= toldDay(b) ? [a, b] : [b, a];
  const [before, after] = [earlier.report.event?.counts ?? {}, later.report.event?.counts ?? {}];
  const isSameDay = toldDay(a) === toldDay(b);
  const fits: CountFit[] = [];
  for (const [kind, figure] of Object.entries(before)) {
    const other = after[kind as keyof typeof after];
    if (other) fits.push(countFit(figure, other, isSameDay));
  }
  const has = (fit: CountFit) => Number(fits.includes(fit));
  return {
    countSame: has('same'),
    countRisen: Number(!fits.includes('same') && fits.includes('risen')),
    countApart: Number(!fits.includes('same') && !fits.includes('risen') && fits.includes('apart')),
  };
}

type CountFit = 'same' | 'fits' | 'risen' | 'apart';
const mostRise = 2.5; // a toll that more than doubles between two reports of a day is rather another happening
const smallRise = 2;

function countFit(before: Figure, after: Figure, isSameDay: boolean): CountFit {
  const [low, high] = [before.min ?? 0, before.max ?? Number.POSITIVE_INFINITY];
  const [newLow, newHigh] = [after.min ?? 0, after.max ?? Number.POSITIVE_INFINITY];
  if (low === newLow && high === newHigh) return low >= smallRise ? 'same' : 'fits'; // "one killed" is no mark
  if (low <= newHigh && newLow <= high) return 'fits';
  const [less, more] = low < newLow ? [high, newLow] : [newHigh, low];
  if (low > newLow && !isSameDay && more - less > 1) return 'apart'; // tolls do not fall from one day to the next
  return more - less <= smallRise || more / Math.max(less, 1) <= mostRise ? 'risen' : 'apart';
}
