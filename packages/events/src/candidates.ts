import type { ExtractedEvent, Place } from '@rasid/contracts';
import { type CountClaim, countsOf } from './counts.ts';
import { type Status, statusOf } from './cues.ts';
import { type EventTypeId, typeEntry } from './data.ts';
import { type Parties, partiesOf } from './parties.ts';
import type { Sentence } from './reading.ts';
import { seizedWeapons } from './seized.ts';
import { dateOf, isPast, placeOf } from './slots.ts';
import { sourceOf } from './source.ts';
import { type Blocked, findTriggers, type Trigger } from './triggers.ts';

export type Candidate = {
  sentence: Sentence;
  trigger: Trigger;
  type: EventTypeId;
  status: Status;
  isBackground: boolean;
  place: Place | null;
  date: ExtractedEvent['date'];
  parties: Parties;
  counts: CountClaim[];
  source: ExtractedEvent['source'];
  /** How many of place, date, count and named party hold it to one happening. */
  anchors: number;
};

/** Left type takes the sentence from the right ones: consequences and vaguer words of the same incident. */
const absorbs: Partial<Record<EventTypeId, EventTypeId[]>> = {
  air_drone_strike: [
    'shelling_missile',
    'armed_attack',
    'bombing',
    'property_destruction',
    'interception_defusal',
  ],
  shelling_missile: ['armed_attack', 'property_destruction'],
  bombing: ['armed_attack', 'accident'],
  armed_clash: ['armed_attack', 'force_deployment'],
  interception_defusal: ['bombing', 'armed_attack', 'shelling_missile'],
  security_operation: ['arrest', 'seizure', 'armed_clash', 'bombing'],
  seizure: ['arrest', 'bombing'],
  judicial_proceeding: [
    'arrest',
    'violent_crime',
    'armed_attack',
    'detainee_abuse_execution',
    'government_decision',
  ],
  violent_crime: ['armed_attack', 'arrest'],
  abduction: ['arrest', 'armed_attack'],
  riot: ['protest', 'armed_attack'],
  protest: ['official_stance', 'force_deployment'],
  prisoner_release: ['arrest', 'abduction'],
  economic_measure: ['government_decision', 'diplomatic_meeting'],
  leadership_change: ['government_decision'],
  restriction_closure: ['government_decision'],
  agreement: ['diplomatic_meeting'],
  ceasefire: ['diplomatic_meeting', 'agreement'],
  natural_disaster: ['accident', 'bombing'],
  accident: ['bombing'],
  official_stance: ['armed_attack', 'bombing', 'agreement', 'diplomatic_meeting', 'government_decision'],
};
const maxPerSentence = 2; // more kinds of happening in one sentence are an enumeration

/** The events one sentence tells, each with its slots; `blocked` collects what did not fire and why. */
export function candidatesOf(
  sentence: Sentence,
  publishedAt: string | null,
  blocked: Blocked[],
): Candidate[] {
  const triggers = findTriggers(sentence, blocked);
  const types = new Set(triggers.map(({ entry }) => entry.type));
  const taken = new Set([...types].flatMap((type) => absorbs[type] ?? []));
  const claims = triggers.length > 0 ? [...countsOf(sentence), ...seizedWeapons(sentence)] : [];
  const source = triggers.length > 0 ? sourceOf(sentence) : null;
  const seen = new Set<EventTypeId>();
  const found: Candidate[] = [];
  for (const trigger of triggers) {
    const type = trigger.entry.type;
    const text = sentence.field.text.slice(trigger.start, trigger.end);
    const block = (why: string) => void blocked.push({ rule: trigger.entry.id, text, why });
    if (taken.has(type) && !seen.has(type)) {
      block('part of another event of the sentence');
      continue;
    }
    if (seen.has(type) || found.length >= maxPerSentence) continue;
    const status = statusOf(sentence, trigger);
    if (status.drop && !(sentence.zone === 'title')) {
      block(status.drop);
      continue;
    }
    const candidate = fill(sentence, trigger, status, claims, source, publishedAt);
    if (!isConcrete(candidate)) {
      block('no place, date, count or party');
      continue;
    }
    seen.add(type);
    found.push(candidate);
  }
  return found;
}

function fill(
  sentence: Sentence,
  trigger: Trigger,
  status: Status,
  claims: readonly CountClaim[],
  source: ExtractedEvent['source'],
  publishedAt: string | null,
): Candidate {
  const type = trigger.entry.type;
  const place = type === 'official_stance' ? null : placeOf(sentence, trigger);
  const dated = dateOf(sentence, trigger);
  const parties = partiesOf(sentence, trigger);
  const kinds = new Set(typeEntry(type).counts);
  const counts = claims.filter(({ kind }) => kinds.has(kind));
  const past = isPast(dated?.date ?? null, publishedAt);
  const isBackground =
    sentence.zone === 'title'
      ? false
      : (past ?? (isPastByWord(sentence) || (sentence.zone === 'body' && status.isBackground)));
  const isFuture = dated?.mention.future === true && status.modality === 'asserted';
  const named = Math.min(2, parties.actors.length + parties.targets.length);
  const anchors =
    (place && place.precision <= 3 ? 1 : 0) + (dated ? 1 : 0) + (counts.length > 0 ? 1 : 0) + named;
  return {
    sentence,
    trigger,
    type,
    status: isFuture ? { ...status, modality: 'planned' } : status,
    isBackground,
    place,
    date: dated?.date ?? null,
    parties,
    counts,
    source,
    anchors,
  };
}

const headTokens = 7; // a stance is said at the head of a title or lead, later words belong to what is said

function isStanceHead({ sentence, trigger, parties }: Candidate): boolean {
  return sentence.zone !== 'body' && trigger.from - sentence.from <= headTokens && parties.actors.length > 0;
}

/** "آب الماضي" without a publication date: past, but of an unknown year. */
const isPastByWord = (sentence: Sentence) =>
  sentence.zone === 'body' &&
  sentence.dates.some(({ value, text }) => !value && /الماضي|الفائت|المنصرم/u.test(text));

function isConcrete(candidate: Candidate): boolean {
  const { sentence, anchors, trigger, place, isBackground, counts, date } = candidate;
  const { need } = trigger.entry;
  if (need === 'title') return isStanceHead(candidate);
  if (sentence.zone === 'title') return need === 'frame' || anchors >= 1 || place !== null;
  if (isBackground)
    return (
      (place !== null && place.precision <= 3 && anchors >= 2) ||
      counts.length > 0 ||
      (date !== null && date.precision !== 'year')
    );
  if (sentence.zone === 'lead') return anchors + (place ? 1 : 0) >= 1;
  const isBetween = candidate.parties.actors.length > 0 && candidate.parties.targets.length > 0;
  return anchors >= 2 && (place !== null || counts.length > 0 || isBetween);
}
