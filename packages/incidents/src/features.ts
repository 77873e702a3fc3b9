import { countFeatures } from './count-features.ts';
import { dayFeatures } from './day-features.ts';
import { typeAffinity } from './families.ts';
import { partyFeatures } from './party-features.ts';
import { placeFeatures } from './place-features.ts';
import type { Profile } from './profile.ts';
import { templateFeatures } from './template-features.ts';
import { wordFeatures } from './word-features.ts';

/**
 * What speaks for or against two reports telling one happening; the order of the two does not matter. Weights are in
 * data/pair-weights.tsv.
 */
export function featuresOf(a: Profile, b: Profile) {
  const [words, slots] = [wordFeatures(a, b), slotFeatures(a, b)];
  // Two tolls of one happening are two numbers, and no sign of another.
  if (slots.countSame + slots.countRisen > 0) words.numberApart = 0;
  // A toll of many is told for days, each time as of today.
  if (slots.bigToll > 0) {
    slots.freshApart = 0;
    slots.dateApart = 0;
  }
  return { words, slots };
}

function slotFeatures(a: Profile, b: Profile) {
  const [one, two] = [a.report.event, b.report.event];
  const affinity = one && two ? typeAffinity(one.type, two.type) : null;
  const [place, days] = [placeFeatures(a, b), dayFeatures(a, b)];
  const isLesser = a.report.status !== 'main' || b.report.status !== 'main';
  return {
    lesser: Number(a.report.status !== 'main') + Number(b.report.status !== 'main'),
    ...actFeatures(a, b),
    typeSame: Number(affinity === 1),
    typeNear: Number(affinity === 0.5),
    typeApart: Number(affinity === 0),
    lesserTypeApart: Number(affinity === 0 && isLesser),
    slotsAgree: Number(affinity === 1 && days.dateSame + place.placeSame + place.placeNear === 2),
    modalityApart: Number(one !== null && two !== null && isPlanned(one) !== isPlanned(two)),
    ...templateFeatures(a, b),
    ...place,
    ...days,
    ...partyFeatures(a, b),
    ...countFeatures(a, b),
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
