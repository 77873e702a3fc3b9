import { nameFrom, type Profile, type WordBag } from './profile.ts';
import { weightOf } from './word-weights.ts';

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

type Party = Profile['parties'][number];

const isSame = (one: Party, two: Party): boolean =>
  (one.canon !== null && one.canon === two.canon) ||
  one.stems.some((stem) => weightOf(stem) >= nameFrom && two.stems.includes(stem));

const rareFrom = 4.5; // nats: a name few articles hold
const knownFrom = 2.5; // nats: a word by which a text would show that it knows the party

/** Those who speak in the first are named, and the second knows none of them. */
const areStrangers = (a: Profile, b: Profile): boolean =>
  a.actors.length > 0 &&
  !a.actors.some((one) => knows(b.all, one.stems) || b.actors.some((two) => isSame(one, two)));

/** One of the parties has a rare name of which the other text knows no part: another guest of the same host. */
const hasStranger = (parties: readonly Party[], { all }: Profile): boolean =>
  parties.some(({ stems }) => stems.some((stem) => weightOf(stem) >= rareFrom) && !knows(all, stems));

const knows = ({ weights }: WordBag, stems: readonly string[]): boolean =>
  stems.some((stem) => weightOf(stem) >= knownFrom && weights.has(stem));

const hasOther = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  b.size > 0 && [...a].some((one) => !b.has(one));

/** Somebody is named to whom it was done, and the other text knows no part of the name. */
const hasOtherName = ({ sufferers }: Profile, { all }: Profile): boolean =>
  sufferers.length > 0 && !sufferers.some((stem) => all.weights.has(stem));

/** Happenings that consist in what somebody says: another speaker is another happening. */
const isSaying = ({ report }: Profile): boolean => report.event?.type === 'official_stance';

/** Happenings that consist in who meets. */
const isMeeting = ({ report }: Profile): boolean => report.event?.type === 'diplomatic_meeting';
