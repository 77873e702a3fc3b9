import type { Party } from '@rasid/contracts';
import { hasOtherMove, isElsewhere, isOneMore, isTurn } from './another.ts';
import type { Candidate } from './candidates.ts';
import type { EventTypeId } from './data.ts';
import { earlierAt, earlierParts } from './earlier.ts';
import { isMarked } from './marks.ts';
import { namedLater } from './named-later.ts';
import { isSame, type Parties, symmetric } from './party.ts';
import { unitLevel } from './precision.ts';
import { canBeSame } from './same-day.ts';
import { textOf } from './triggers.ts';

/** One incident as the article tells it: the mentions, first one first. */
export type Merged = { head: Candidate; mentions: Candidate[] };

/** Types whose later mention may be a part of an incident of the left type. */
const parts: Partial<Record<EventTypeId, EventTypeId[]>> = {
  security_operation: ['arrest', 'seizure', 'armed_clash'],
  arrest: ['judicial_proceeding', 'seizure', 'violent_crime'],
  seizure: ['arrest', 'security_operation'],
  bombing: ['armed_attack', 'shelling_missile', 'interception_defusal', 'accident'],
  air_drone_strike: ['shelling_missile', 'bombing', 'armed_attack'],
  shelling_missile: ['armed_attack', 'bombing'],
  armed_attack: ['arrest', 'violent_crime'],
  violent_crime: ['armed_attack', 'arrest', 'judicial_proceeding'],
  armed_clash: ['armed_attack'],
  protest: ['riot', 'armed_attack'],
  riot: ['protest', 'arrest', 'armed_clash'],
  accident: [
    'natural_disaster',
    'bombing',
    'violent_crime',
    'humanitarian_aid',
    'arrest',
    'judicial_proceeding',
  ],
  natural_disaster: ['accident', 'displacement_return', 'humanitarian_aid', 'violent_crime'],
  diplomatic_meeting: ['agreement', 'official_stance'],
  agreement: ['diplomatic_meeting'],
  judicial_proceeding: ['violent_crime', 'armed_attack', 'government_decision', 'prisoner_release'],
  abduction: ['prisoner_release', 'arrest', 'armed_attack'],
  prisoner_release: ['abduction', 'arrest', 'judicial_proceeding'],
  government_decision: ['economic_measure', 'official_stance', 'restriction_closure'],
  economic_measure: ['government_decision'],
  leadership_change: ['election', 'government_decision'],
  election: ['leadership_change'],
  sanctions_rupture: ['official_stance', 'diplomatic_meeting'],
  official_stance: ['sanctions_rupture'],
  interception_defusal: ['air_drone_strike', 'shelling_missile', 'bombing'],
};

/** Merges mentions of one incident; keeps reading order. */
export function mergeCandidates(candidates: readonly Candidate[]): Merged[] {
  const merged: Merged[] = [];
  for (const candidate of candidates) {
    const isOpen = (each: Merged) => isOneIncident(each, candidate);
    const isLast = isVague(candidate) || isPointedAt(candidate); // "the attack" is the one told last
    const known = isLast ? merged.findLast(isOpen) : merged.find(isOpen);
    if (known) join(known, candidate);
    else merged.push({ head: candidate, mentions: [candidate] });
  }
  return merged;
}

/** What a court does with someone arrested, a mob beside a march, guns beside planes, is told for itself. */
const isOwnStep = (candidate: Candidate): boolean => {
  const { type, trigger } = candidate;
  if (trigger.entry.tier !== 'f') return false;
  return type === 'judicial_proceeding' || type === 'riot' || isOfGuns(candidate);
};
/** "قصفت الطائرات … ردا على تفجير": what is answered came before, and is no part of the answer. */
const isAnswered = ({ sentence: { field, from }, trigger }: Candidate): boolean =>
  [1, 2, 3, 4].some(
    (back) =>
      trigger.from - back >= from &&
      /^[وف]?(?:ردا|انتقاما)$/u.test(field.tokens[trigger.from - back]?.key ?? ''),
  );

const guns = /مدفع|قذائف|هاون|راجم/u; // missiles and rockets may be a plane's
const isOfGuns = ({ type, trigger, sentence }: Candidate): boolean =>
  type === 'shelling_missile' && guns.test(textOf(sentence, trigger));

const isVague = ({ sentence, place }: Candidate) =>
  sentence.zone === 'body' && (!place || place.precision > unitLevel);

/** A described operation names the incident even when the title only tells of the arrest or seizure. */
function join(known: Merged, candidate: Candidate): void {
  known.mentions.push(candidate);
  const isNamed = candidate.type === 'security_operation' && candidate.trigger.entry.tier === 'f';
  const isYield = known.head.type === 'arrest' || known.head.type === 'seizure';
  if (isNamed && isYield && candidate.sentence.zone !== 'body')
    known.head = { ...known.head, type: candidate.type };
}

function isOneIncident({ head, mentions }: Merged, candidate: Candidate): boolean {
  const isSameType = head.type === candidate.type;
  if (!isSameType && parts[head.type]?.includes(candidate.type) !== true) return false;
  if (!isSameType && (standsAlone(head) || standsAlone(candidate))) return false; // parts and guesses are judged, not merged
  if (!isSameType && head.type === 'official_stance' && !isMeant(candidate)) return false;
  if (head.type === 'diplomatic_meeting' && isSigned(candidate)) return false;
  if (isMarked(candidate.trigger, 'mourning') && head.type === 'leadership_change') return false;
  if (!isSameType && (isOwnStep(candidate) || isAnswered(candidate))) return false;
  const isRead = isSameType && !isGuess(head) && !isGuess(candidate);
  if (!isRead && isDenied(head) !== isDenied(candidate)) return false;
  if (head.isBackground !== candidate.isBackground) return false;
  const isOpening = candidate.sentence.zone !== 'body' && head.sentence.zone !== 'body';
  if (isSameType && hasOtherDoer(mentions, candidate)) return false;
  if (candidate.type === 'official_stance' && !(isSameType && head.sentence.zone === 'title'))
    return candidate.parties.actors.some((each) => head.parties.actors.some((other) => isSame(each, other)));
  if (isElsewhere(candidate) || isTurned(mentions, candidate)) return false;
  if (isSameType && (isOneMore(candidate) || hasOtherMove(mentions, candidate))) return false;
  if (isSameType && isPointedAt(candidate)) return true;
  if (isSameType && hasSameToll(mentions, candidate)) return true;
  if (isLookedBackAt(candidate) && !mentions.some(isLookedBackAt)) return false;
  if (isSameType && hasOtherToll(mentions, candidate)) return false;
  const isMet = candidate.type === 'diplomatic_meeting' && !isDefinite(candidate); // "the meeting" names whom it also concerns
  if (isMet && hasOtherGuest(mentions, candidate)) return false;
  if (isOpening && isDefinite(candidate)) return true; // "the attack" of the lead is the one of the title
  const isOther =
    !mentions.every((each) => isPlaceCompatible(each, candidate)) ||
    !mentions.every((each) => isDateCompatible(each, candidate));
  if (isSameType && !isDefinite(candidate) && hasOtherDay(mentions, candidate)) return false;
  if (!isOther || !hasDetail(candidate)) return true;
  return isOpening && isSameType && head.sentence.zone === 'title' && !isList(candidate);
}

const killedOf = ({ counts }: Candidate) => {
  const count = counts.find(({ kind }) => kind === 'killed')?.count;
  return count && count.qualifier !== 'vague' ? count : undefined;
};
/** "وبعد أسبوع من زلزال أوقع 17 قتيلا": not the one that the article tells of. */
const isLookedBackAt = ({ sentence, trigger, counts }: Candidate): boolean =>
  counts.length > 0 && earlierAt(earlierParts(sentence), trigger.from) !== undefined;

const rareToll = 10; // dead from which on two tolls that are the same are one

/** The same number of dead, too many to be chance: one incident, whatever is said of place and hour. */
function hasSameToll(mentions: readonly Candidate[], candidate: Candidate): boolean {
  const dead = killedOf(candidate)?.min ?? 0;
  return dead >= rareToll && mentions.some((each) => killedOf(each)?.min === dead);
}

/** Two tolls of happenings that are each told as new: "قتل 20 … في تفجير", "قتل 15 … في انفجار". */
function hasOtherToll(mentions: readonly Candidate[], candidate: Candidate): boolean {
  const dead = killedOf(candidate);
  if (!dead || dead.max === 0 || candidate.sentence.zone !== 'body' || isDefinite(candidate)) return false;
  if (candidate.counts.some(({ isUpdate }) => isUpdate) || !isPlaced(candidate)) return false;
  const told = mentions.filter(killedOf);
  return (
    told.length > 0 &&
    told.every(
      (each) =>
        each.sentence !== candidate.sentence &&
        killedOf(each)?.min !== dead.min &&
        each.sentence.zone !== 'title',
    )
  );
}
const isPlaced = ({ place, date }: Candidate): boolean =>
  (place !== null && place.precision <= unitLevel) || date !== null;

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
const isGuess = ({ trigger }: Candidate): boolean => trigger.entry.tier === 'l';

/** Each tells its day, and the days differ: the same again, whatever else is told. */
const hasOtherDay = (mentions: readonly Candidate[], { date }: Candidate): boolean =>
  date?.precision === 'day' &&
  mentions.some((each) => each.date?.precision === 'day') &&
  mentions.every((each) => each.date?.precision !== 'day' || each.date.start !== date.start);

/** Two meetings of one host: each names at least two parties, and they share the host only. */
function hasOtherGuest(mentions: readonly Candidate[], candidate: Candidate): boolean {
  const guests = partiesIn(candidate);
  if (guests.length < 2) return false;
  return mentions.some((each) => {
    const earlier = partiesIn(each);
    const shared = guests.filter((one) => earlier.some((other) => isSame(one, other))).length;
    const isTitled = each.sentence.zone === 'title' && candidate.sentence.zone === 'lead' && shared > 0;
    const isOne = isTitled && !(hasKnown(guests, earlier) && hasKnown(earlier, guests));
    return earlier.length > 1 && shared < 2 && !isOne;
  });
}

/** A party the others do not name that has a name: "وزير الخارجية" of the title is the minister the lead names. */
const hasKnown = (guests: readonly Party[], others: readonly Party[]): boolean =>
  guests.some((one) => one.canon !== null && !others.some((other) => isSame(one, other)));
const partiesIn = ({ parties: { actors, targets } }: Candidate) => [...actors, ...targets];

/** "وأوضحت أن سبعة … إضافة إلى …": the parts of a total begin. */
const isList = ({ sentence, type }: Candidate): boolean => !sentence.opens && type !== 'official_stance';

/** "تلك الاشتباكات", "ذات الهجوم": the one told before. */
const isPointedAt = ({ sentence: { field }, trigger }: Candidate): boolean =>
  /^(?:و|ل|ب)?(?:تلك|هذه|هذا|ذلك|ذات|نفس)$/u.test(field.tokens[trigger.from - 1]?.key ?? '');

/** "الغارات", "الانفجار"; a name of talks that stands with its article in the lexicon may be of any. */
const isDefinite = ({ trigger: { form, reading, entry } }: Candidate): boolean =>
  reading.article &&
  (form.pos === 'noun' || (form.pos === 'word' && entry.tier !== 'l' && entry.type !== 'diplomatic_meeting'));

/** What makes a mention an incident of its own beside another of its kind: annotation guideline, section 1. */
function hasDetail(candidate: Candidate): boolean {
  const { counts, parties, place, date } = candidate;
  const isFine = place !== null && place.precision <= unitLevel;
  if (counts.length > 0) return true;
  if (isDefinite(candidate)) return false;
  return isFine && (parties.actors.length > 0 || parties.targets.length > 0 || date !== null);
}

/** Types that each doer does anew: a stance a speaker, an expulsion a state. */
const ownActs = new Set<EventTypeId>(['official_stance', 'sanctions_rupture']);

/** "كما أدانت ألمانيا …" behind a title of several states: nobody who acts here acted before. */
function hasOtherDoer(mentions: readonly Candidate[], { type, sentence, parties }: Candidate): boolean {
  if (!ownActs.has(type) || sentence.zone === 'title' || parties.actors.length === 0) return false;
  const told = mentions.filter(
    (each) => each.type === type && each.sentence.zone !== 'title' && each.parties.actors.length > 0,
  );
  const acted = told.some((each) =>
    each.parties.actors.some((one) => parties.actors.some((other) => isSame(one, other))),
  );
  return told.length > 0 && !acted;
}

/** Types of which one governorate sees many in a day. */
const local = new Set<EventTypeId>([
  'air_drone_strike',
  'shelling_missile',
  'bombing',
  'armed_clash',
  'armed_attack',
  'security_operation',
  'force_deployment',
  'interception_defusal',
  'territorial_change',
  'accident',
  'protest',
]);

/** What a town can lie at: no other place than the town. */
const isWide = /^(?:نهر|بحر|جبل|جبال|صحراء|وادي|سهل|خليج|بادية|طريق)\s/u;

function isPlaceCompatible(a: Candidate, b: Candidate): boolean {
  const levels: ('country' | 'admin1' | 'locality')[] = ['country', 'admin1'];
  if (local.has(b.type)) levels.push('locality'); // an airport and its town are no two seizures
  return levels.every((level) => {
    const left = a.place?.[level];
    const right = b.place?.[level];
    return (
      !left || !right || left === right || (level === 'locality' && (isWide.test(left) || isWide.test(right)))
    );
  });
}

const isDateCompatible = (a: Candidate, b: Candidate): boolean => canBeSame(a.date, b.date);

/** Of those who do it together a mention beside the first that names two says who they are. */
const namesSides = ({ type, parties, sentence }: Candidate, first: Candidate | undefined): boolean =>
  symmetric.has(type) &&
  parties.actors.length > 1 &&
  first !== undefined &&
  sentence.order - first.sentence.order <= 1;

/** Parties of all mentions: those of the first that has any, completed in its empty roles only. */
export function joinParties(mentions: readonly Candidate[]): Parties {
  const parties: Parties = { actors: [], targets: [], victims: [] };
  for (const role of ['actors', 'targets', 'victims'] as const) {
    const told = mentions.filter((each) => each.sentence.zone !== 'title' && each.parties[role].length > 0);
    const from = (role === 'actors' ? told.find((each) => namesSides(each, told[0])) : undefined) ?? told[0];
    const list = (from ?? mentions.find((each) => each.parties[role].length > 0))?.parties[role] ?? [];
    const named = role === 'targets' ? namedLater(mentions, from?.type, list) : null;
    parties[role] = (named ?? list).filter((each) => !parties.actors.some((other) => isSame(each, other)));
  }
  return parties;
}
