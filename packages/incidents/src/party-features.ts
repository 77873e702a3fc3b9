import type { PartyName, Profile, WordBag } from './profile.ts';

/** Who takes part, and who speaks. */
export function partyFeatures(a: Profile, b: Profile) {
  const isShared = a.parties.some((one) => b.parties.some((two) => isSame(one, two)));
  const areNamed = a.parties.length > 0 && b.parties.length > 0;
  const haveStrangers = hasStranger(a.parties, b) && hasStranger(b.parties, a);
  return {
    partySame: Number(isShared),
    partyApart: Number(areNamed && !isShared),
    counterpartsApart: Number(haveStrangers),
    guestsApart: Number(haveStrangers && isMeeting(a) && isMeeting(b)),
    namesApart: Number(hasOtherName(a, b) && hasOtherName(b, a)),
    nationsApart: Number(hasOther(a.nations, b.nations) && hasOther(b.nations, a.nations)),
    speakersApart: Number(isSaying(a) && isSaying(b) && areStrangers(a, b) && areStrangers(b, a)),
  };
}

const isSame = (one: PartyName, two: PartyName): boolean =>
  (one.canon !== null && one.canon === two.canon) || one.names.some((stem) => two.stems.includes(stem));

/** Those who speak in the first are named, and the second knows none of them. */
const areStrangers = (a: Profile, b: Profile): boolean =>
  a.actors.length > 0 &&
  !a.actors.some((one) => knows(b.all, one) || b.actors.some((two) => isSame(one, two)));

/** One of the parties has a rare name of which the other text knows no part: another guest of the same host. */
const hasStranger = (parties: readonly PartyName[], { all }: Profile): boolean =>
  parties.some((party) => party.isRare && !knows(all, party));

const knows = ({ weights }: WordBag, { telling }: PartyName): boolean =>
  telling.some((stem) => weights.has(stem));

function hasOther(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (b.size > 0) for (const one of a) if (!b.has(one)) return true;
  return false;
}

/** Somebody is named to whom it was done, and the other text knows no part of the name. */
const hasOtherName = ({ sufferers }: Profile, { all }: Profile): boolean =>
  sufferers.length > 0 && !sufferers.some((stem) => all.weights.has(stem));

/** Happenings that consist in what somebody says: another speaker is another happening. */
const isSaying = ({ report }: Profile): boolean => report.event?.type === 'official_stance';

/** Happenings that consist in who meets. */
const isMeeting = ({ report }: Profile): boolean => report.event?.type === 'diplomatic_meeting';
