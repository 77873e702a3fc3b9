import type { Candidate } from '../candidates.ts';
import { typesRelated } from '../data.ts';
import { isLearnt, isMarked } from '../marks.ts';
import { isSame } from '../parties/party.ts';
import { unitLevel } from '../places/precision.ts';
import type { Sentence } from '../text/reading.ts';
import { textOf } from '../wordings/triggers.ts';
import { hasOtherMove, isElsewhere, isOneMore, isTurn } from './another.ts';
import { isDefinite, isPointedAt } from './definite.ts';
import type { Merged } from './merge.ts';
import { hasOtherDoer, hasOtherGuest } from './other-party.ts';
import { hasOtherToll, hasSameToll, isLookedBackAt } from './other-toll.ts';
import { hasOtherDay, isDateCompatible, isPlaceCompatible } from './where-and-when.ts';

const mayBeRetold = typesRelated('retoldAs');

/** An incident told before and a mention that may be of it. */
type Pair = Merged & {
  candidate: Candidate;
  isSameType: boolean;
  /** Both stand in title or lead. */
  isOpening: boolean;
};
type Rule = (pair: Pair) => boolean | undefined;
const apart =
  (test: (pair: Pair) => boolean): Rule =>
  (pair) =>
    test(pair) ? false : undefined;
const one =
  (test: (pair: Pair) => boolean): Rule =>
  (pair) =>
    test(pair) ? true : undefined;

/** Whether a mention is of an incident told before. */
export function isOneIncident({ head, mentions }: Merged, candidate: Candidate): boolean {
  const isSameType = head.type === candidate.type;
  if (!isSameType && !mayBeRetold(head.type, candidate.type)) return false;
  const isOpening = candidate.sentence.zone !== 'body' && head.sentence.zone !== 'body';
  const pair = { head, mentions, candidate, isSameType, isOpening };
  for (const rule of rules) {
    const verdict = rule(pair);
    if (verdict !== undefined) return verdict;
  }
  return false;
}

/** What parts a mention from an incident or makes it one of its mentions; the first that says something decides. */
const rules: readonly Rule[] = [
  // a page that says its lead again tells nothing new
  one(({ isSameType, mentions, candidate }) => isSameType && isSaidAgain(mentions, candidate)),
  // parts and guesses are judged, not merged
  apart(({ isSameType, head, candidate }) => !isSameType && (standsAlone(head) || standsAlone(candidate))),
  apart(
    ({ isSameType, head, candidate }) =>
      !isSameType && head.type === 'official_stance' && !isMeant(candidate),
  ),
  apart(({ head, candidate }) => head.type === 'diplomatic_meeting' && isSigned(candidate)),
  apart(
    ({ head, candidate }) => head.type === 'leadership_change' && isMarked(candidate.trigger, 'mourning'),
  ),
  apart(({ isSameType, candidate }) => !isSameType && (isOwnStep(candidate) || isAnswered(candidate))),
  // what did not happen has no parts, and is not what words elsewhere only seem to tell
  apart(({ isSameType, head, candidate }) => {
    const isRead = isSameType && !isGuess(head) && !isGuess(candidate);
    return !isRead && isDenied(head) !== isDenied(candidate);
  }),
  apart(({ head, candidate }) => head.isBackground !== candidate.isBackground),
  apart(({ isSameType, mentions, candidate }) => isSameType && hasOtherDoer(mentions, candidate)),
  ({ isSameType, head, candidate }) => {
    if (candidate.type !== 'official_stance' || (isSameType && head.sentence.zone === 'title'))
      return undefined;
    return candidate.parties.actors.some((each) => head.parties.actors.some((other) => isSame(each, other)));
  },
  apart(({ mentions, candidate }) => isElsewhere(candidate) || isTurned(mentions, candidate)),
  apart(
    ({ isSameType, mentions, candidate }) =>
      isSameType && (isOneMore(candidate) || hasOtherMove(mentions, candidate)),
  ),
  one(({ isSameType, candidate }) => isSameType && isPointedAt(candidate)),
  one(({ isSameType, mentions, candidate }) => isSameType && hasSameToll(mentions, candidate)),
  apart(({ mentions, candidate }) => isLookedBackAt(candidate) && !mentions.some(isLookedBackAt)),
  apart(({ isSameType, mentions, candidate }) => isSameType && hasOtherToll(mentions, candidate)),
  // "the meeting" names whom it also concerns
  apart(
    ({ mentions, candidate }) =>
      candidate.type === 'diplomatic_meeting' && !isDefinite(candidate) && hasOtherGuest(mentions, candidate),
  ),
  // "the attack" of the lead is the one of the title
  one(({ isOpening, candidate }) => isOpening && isDefinite(candidate)),
  apart(
    ({ isSameType, mentions, candidate }) =>
      isSameType && !isDefinite(candidate) && hasOtherDay(mentions, candidate),
  ),
  one(
    ({ mentions, candidate }) =>
      mentions.every((each) => isPlaceCompatible(each, candidate)) &&
      mentions.every((each) => isDateCompatible(each, candidate)),
  ),
  one(({ candidate }) => !hasDetail(candidate)),
  one(
    ({ isOpening, isSameType, head, candidate }) =>
      isOpening && isSameType && head.sentence.zone === 'title' && !isList(candidate),
  ),
];

/** Whether one of the mentions is told by the same words at the same place of the same sentence. */
const isSaidAgain = (mentions: readonly Candidate[], { sentence, trigger }: Candidate): boolean =>
  mentions.some(
    (each) =>
      each.sentence !== sentence &&
      each.sentence.end - each.sentence.start === sentence.end - sentence.start &&
      each.trigger.start - each.sentence.start === trigger.start - sentence.start &&
      wordsOf(each.sentence) === wordsOf(sentence),
  );
const wordsOf = ({ field, start, end }: Sentence): string => field.text.slice(start, end);

/** What a court does with someone arrested, a mob beside a march, guns beside planes, is told for itself. */
const isOwnStep = (candidate: Candidate): boolean => {
  const { type, trigger } = candidate;
  if (trigger.entry.tier !== 'f') return false;
  return type === 'judicial_proceeding' || type === 'riot' || isOfGuns(candidate);
};
const guns = /مدفع|قذائف|هاون|راجم/u; // missiles and rockets may be a plane's
const isOfGuns = ({ type, trigger, sentence }: Candidate): boolean =>
  type === 'shelling_missile' && guns.test(textOf(sentence, trigger));

/** "قصفت الطائرات … ردا على تفجير": what is answered came before, and is no part of the answer. */
const isAnswered = ({ sentence: { field, from }, trigger }: Candidate): boolean =>
  [1, 2, 3, 4].some(
    (back) =>
      trigger.from - back >= from &&
      /^[وف]?(?:ردا|انتقاما)$/u.test(field.tokens[trigger.from - back]?.key ?? ''),
  );

/** "من جهة أخرى قتل …": the text has turned to something else; "the attack" may still be the one before. */
const isTurned = (mentions: readonly Candidate[], candidate: Candidate): boolean =>
  candidate.sentence.zone === 'body' &&
  !isDefinite(candidate) &&
  !mentions.some(({ sentence }) => sentence === candidate.sentence) &&
  isTurn(candidate);

/** "وقعا اتفاقية" of a visit is an agreement of its own; one still talked about is what the meeting is for. */
const isSigned = ({ type, trigger, status }: Candidate): boolean =>
  type === 'agreement' && trigger.entry.tier === 'f' && status.modality !== 'planned';

/** Threatened, asked for, or what is taken position on: "يهدد بفرض عقوبات"; sanctions imposed are news of their own. */
const isMeant = ({ status, setting }: Candidate): boolean =>
  status.modality === 'planned' || setting.isWished || setting.isPurpose || setting.isSetting;

/** What did not happen has no parts, and is not what words elsewhere only seem to tell. */
const isDenied = ({ status }: Candidate): boolean => status.modality === 'denied';

/** A part of another happening of its clause, or one that no rule reads. */
const standsAlone = (each: Candidate): boolean => each.taker !== null || isGuess(each);
const isGuess = ({ trigger }: Candidate): boolean => isLearnt(trigger);

/** "وأوضحت أن سبعة … إضافة إلى …": the parts of a total begin. */
const isList = ({ sentence, type }: Candidate): boolean => !sentence.opens && type !== 'official_stance';

/** What makes a mention an incident of its own beside another of its kind: annotation guideline, section 1. */
function hasDetail(candidate: Candidate): boolean {
  const { counts, parties, place, date } = candidate;
  const isFine = place !== null && place.precision <= unitLevel;
  if (counts.length > 0) return true;
  if (isDefinite(candidate)) return false;
  return isFine && (parties.actors.length > 0 || parties.targets.length > 0 || date !== null);
}
