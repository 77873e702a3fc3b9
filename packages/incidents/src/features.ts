import { countFeatures } from './count-features.ts';
import { dayFeatures } from './day-features.ts';
import { typeAffinity } from './families.ts';
import { partyFeatures } from './party-features.ts';
import { placeFeatures } from './place-features.ts';
import type { Profile } from './profile.ts';
import { templateFeatures } from './template-features.ts';
import { sharedWords, wordFeatures } from './word-features.ts';

/**
 * What speaks for or against two reports telling one happening; the order of the two does not matter. Weights are in
 * data/pair-weights.tsv.
 */
export function featuresOf(a: Profile, b: Profile) {
  const shared = sharedWords(a, b);
  const [words, slots] = [wordFeatures(a, b, shared), slotFeatures(a, b, shared)];
  // Two tolls of one happening are two numbers, and no sign of another.
  if (slots.countSame + slots.countRisen > 0) words.numberApart = 0;
  // A toll of many is told for days, each time as of today.
  if (slots.bigToll > 0) {
    slots.freshApart = 0;
    slots.dateApart = 0;
  }
  return { words, slots };
}

/** Written out, for an object put together from several is read twenty times as slowly, and there is one for every pair. */
function slotFeatures(a: Profile, b: Profile, shared: ReturnType<typeof sharedWords>) {
  const [one, two] = [a.report.event, b.report.event];
  const affinity = one && two ? typeAffinity(one.type, two.type) : null;
  const [place, days] = [placeFeatures(a, b), dayFeatures(a, b)];
  const [parties, counts] = [partyFeatures(a, b), countFeatures(a, b)];
  const [acts, template] = [actFeatures(a, b), templateFeatures(a, b, shared)];
  const lesser = Number(a.report.status !== 'main') + Number(b.report.status !== 'main');
  return {
    lesser,
    reactionApart: acts.reactionApart,
    explainerApart: acts.explainerApart,
    sequelApart: acts.sequelApart,
    courseApart: acts.courseApart,
    typeSame: Number(affinity === 1),
    typeNear: Number(affinity === 0.5),
    typeApart: Number(affinity === 0),
    lesserTypeApart: Number(affinity === 0 && lesser > 0),
    slotsAgree: Number(affinity === 1 && days.dateSame + place.placeSame + place.placeNear === 2),
    modalityApart: Number(one !== null && two !== null && isPlanned(one) !== isPlanned(two)),
    nearCopy: template.nearCopy,
    titlesSwapped: template.titlesSwapped,
    ordinalApart: template.ordinalApart,
    placeSame: place.placeSame,
    placeNear: place.placeNear,
    placeApart: place.placeApart,
    titlesPlaceApart: place.titlesPlaceApart,
    countryApart: place.countryApart,
    dateSame: days.dateSame,
    dateSameOld: days.dateSameOld,
    dateApart: days.dateApart,
    daysBetween: days.daysBetween,
    freshApart: days.freshApart,
    partySame: parties.partySame,
    partyApart: parties.partyApart,
    counterpartsApart: parties.counterpartsApart,
    guestsApart: parties.guestsApart,
    namesApart: parties.namesApart,
    nationsApart: parties.nationsApart,
    speakersApart: parties.speakersApart,
    countSame: counts.countSame,
    countRisen: counts.countRisen,
    bigToll: counts.bigToll,
    deathsApart: counts.deathsApart,
    countApart: counts.countApart,
  };
}

const isPlanned = ({ modality }: { modality: string }): boolean => modality === 'planned';

function actFeatures({ acts: one }: Profile, { acts: two }: Profile) {
  return {
    reactionApart: Number(one.reaction !== two.reaction),
    explainerApart: Number(one.explainer !== two.explainer),
    sequelApart: Number(one.sequel !== two.sequel),
    courseApart: Number(['rise fall', 'fall rise'].includes(`${one.course} ${two.course}`)),
  };
}
