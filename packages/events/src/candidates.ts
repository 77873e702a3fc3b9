import type { ExtractedEvent, Place } from '@rasid/contracts';
import { type CountClaim, countsOf } from './counts/counts.ts';
import { impliedCounts } from './counts/implied.ts';
import { ownCounts } from './counts/own-counts.ts';
import { type EventTypeId, typesWith } from './data.ts';
import { among, type Likeness, likenessOf, proposalOf } from './decision/likeness.ts';
import { sourceOf } from './details/source.ts';
import { addCounted } from './parties/harmed.ts';
import { partiesOf } from './parties/parties.ts';
import type { Parties } from './parties/party.ts';
import { placeOf } from './places/place.ts';
import { type Status, statusOf } from './status/cues.ts';
import { timeOf } from './status/past.ts';
import { type Setting, settingOf } from './status/setting.ts';
import { dateOf } from './status/when.ts';
import type { Sentence } from './text/reading.ts';
import { headsOf, type ReadSentence, type Typed, typedOf } from './wordings/heads.ts';
import { type Blocked, findTriggers, type Trigger, textOf } from './wordings/triggers.ts';

/** A happening as one clause tells it. */
export type Candidate = {
  sentence: Sentence;
  trigger: Trigger;
  type: EventTypeId;
  /** Resolved from a word of force by its means. */
  isOpen: boolean;
  setting: Setting;
  status: Status;
  isBackground: boolean;
  place: Place | null;
  date: ExtractedEvent['date'];
  parties: Parties;
  counts: CountClaim[];
  source: ExtractedEvent['source'];
  /** The happening of its clause of which it may be a part, a cause or a consequence. */
  taker: { type: EventTypeId; isBefore: boolean; isSetting: boolean } | null;
  /** Log odds that a sentence of such words tells of this type, and of the likest other one. */
  likeness: { own: number; rival: number };
};

/** A candidate, changed. Written out, as `formLike` is: all candidates have one shape. */
export const candidateLike = (
  each: Candidate,
  {
    sentence = each.sentence,
    type = each.type,
    isBackground = each.isBackground,
    place = each.place,
    date = each.date,
    parties = each.parties,
    counts = each.counts,
    source = each.source,
  }: Partial<Candidate>,
): Candidate => ({
  sentence,
  trigger: each.trigger,
  type,
  isOpen: each.isOpen,
  setting: each.setting,
  status: each.status,
  isBackground,
  place,
  date,
  parties,
  counts,
  source,
  taker: each.taker,
  likeness: each.likeness,
});

/** The happenings one sentence tells, each with its slots; `blocked` collects what did not fire and why. */
export function candidatesOf(
  { sentence, typed }: ReadSentence,
  publishedAt: string | null,
  blocked: Blocked[],
): Candidate[] {
  const likeness = likenessOf(sentence, typed);
  const proposal = proposalOf(sentence, likeness, typed);
  if (typed.length === 0 && !proposal) return [];
  const shared: Shared = { claims: countsOf(sentence), source: sourceOf(sentence), publishedAt, likeness };
  const chosen = sentence.clauses.flatMap(([from, to]) =>
    headsOf(
      sentence,
      typed.filter(({ trigger }) => trigger.from >= from && trigger.from < to),
      blocked,
    ),
  );
  const found: Candidate[] = [];
  for (const each of proposal ? [...chosen, proposal] : chosen) {
    const told: Told = {
      status: statusOf(sentence, each.trigger),
      setting: settingOf(sentence, each.trigger),
    };
    const why = dropReason(sentence, each, told);
    if (why) {
      blocked.push({ rule: each.trigger.entry.id, text: textOf(sentence, each.trigger), why });
      continue;
    }
    const others = each === proposal ? [...chosen, proposal] : chosen; // a guess takes nothing from what a rule reads
    found.push(fill(sentence, each, told, others, shared));
  }
  return found;
}

/** Every trigger of a sentence with its type, those aside that are blocked. */
export const typedIn = (sentence: Sentence, blocked: Blocked[]): Typed[] =>
  findTriggers(sentence, blocked).flatMap((trigger) => typedOf(sentence, trigger, blocked));

type Told = { status: Status; setting: Setting };

/** Why a happening is no event as its clause is built: aimed at, wished for, imagined, planned, denied. */
function dropReason({ zone }: Sentence, { type, trigger }: Typed, { status, setting }: Told): string | null {
  const isAim = setting.isPurpose || setting.isWished;
  if (zone === 'body' && isAim && trigger.form.pos !== 'verb') return 'an aim or a wish';
  if (setting.isTale && isViolent(type)) return 'told in a film or a book';
  if (zone !== 'title' && setting.isPlot && isViolent(type)) return 'planned, not done';
  return zone !== 'title' && status.drop === 'negated' ? status.drop : null;
}

const isViolent = (type: EventTypeId) => violent.has(type);
const violent = typesWith('force', 'remote', 'blast', 'attack', 'fight', 'capture', 'crime');
type Shared = {
  claims: readonly CountClaim[];
  source: ExtractedEvent['source'];
  publishedAt: string | null;
  likeness: Likeness;
};

function fill(
  sentence: Sentence,
  { trigger, type, isOpen, taker }: Typed,
  { status, setting }: Told,
  chosen: readonly Typed[],
  { claims, source, publishedAt, likeness }: Shared,
): Candidate {
  const place = type === 'official_stance' ? null : placeOf(sentence, trigger, type);
  const positions = chosen.flatMap((each) => (each.type === 'official_stance' ? [each.trigger] : []));
  const dated = dateOf(sentence, trigger, positions);
  const { isBackground, date } = timeOf(sentence, trigger, status, dated, publishedAt);
  const heads = chosen.filter((each) => !each.taker);
  const parties = partiesOf(sentence, trigger, type, !taker && heads.length === 1);
  const rivals = (taker ? chosen : heads).filter((each) => each.trigger !== trigger);
  const counts = ownCounts(sentence, trigger, type, rivals, claims);
  addCounted(parties, sentence, trigger, type, counts);
  const isFuture = dated?.mention.future === true && status.modality === 'asserted';
  return {
    sentence,
    trigger,
    type,
    isOpen,
    setting,
    status: isFuture ? { ...status, modality: 'planned' } : status,
    isBackground,
    place,
    date,
    parties,
    counts: [...counts, ...impliedCounts(sentence, parties, type, counts)],
    source,
    taker: taker
      ? {
          type: taker.type,
          isBefore: taker.trigger.from < trigger.from,
          isSetting: settingOf(sentence, taker.trigger).isSetting,
        }
      : null,
    likeness: among(likeness, type),
  };
}
