import { nameFrom, type Profile } from './profile.ts';
import { weightOf } from './word-weights.ts';

/** Who takes part, and who speaks. */
export function partyFeatures(a: Profile, b: Profile) {
  const party = partyFit(a.parties, b.parties);
  return {
    partySame: Number(party === 1),
    partyApart: Number(party === -1),
    namesApart: Number(hasOtherName(a, b) && hasOtherName(b, a)),
    nationsApart: Number(hasOther(a.nations, b.nations) && hasOther(b.nations, a.nations)),
    speakersApart: Number(isSaying(a) && isSaying(b) && partyFit(a.actors, b.actors) === -1),
  };
}

/** 1 when a party is the same, -1 when both name parties and none is, 0 when one of them names none. */
function partyFit(mine: Profile['parties'], theirs: Profile['parties']): -1 | 0 | 1 {
  if (mine.length === 0 || theirs.length === 0) return 0;
  const isShared = mine.some((one) =>
    theirs.some((two) => (one.canon !== null && one.canon === two.canon) || sharesName(one.stems, two.stems)),
  );
  return isShared ? 1 : -1;
}

const sharesName = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => weightOf(one) >= nameFrom && b.includes(one));

const hasOther = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  b.size > 0 && [...a].some((one) => !b.has(one));

/** Somebody is named to whom it was done, and the other text knows no part of the name. */
const hasOtherName = ({ sufferers }: Profile, { all }: Profile): boolean =>
  sufferers.length > 0 && !sufferers.some((stem) => all.weights.has(stem));

/** Happenings that consist in what somebody says: another speaker is another happening. */
const isSaying = ({ report }: Profile): boolean => report.event?.type === 'official_stance';
