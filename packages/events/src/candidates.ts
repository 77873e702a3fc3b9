import type { ExtractedEvent, Place } from '@rasid/contracts';
import { type CountClaim, countsOf } from './counts.ts';
import { type Status, statusOf } from './cues.ts';
import type { EventTypeId } from './data.ts';
import { addCounted } from './harmed.ts';
import { headsOf, type Typed, typedOf } from './heads.ts';
import { impliedCounts } from './implied.ts';
import { isLesson } from './lessons.ts';
import { ownCounts } from './own-counts.ts';
import { partiesOf } from './parties.ts';
import type { Parties } from './party.ts';
import type { Sentence } from './reading.ts';
import { type Setting, settingOf } from './setting.ts';
import { dateOf, isPast, placeOf } from './slots.ts';
import { sourceOf } from './source.ts';
import { type Blocked, findTriggers, type Trigger } from './triggers.ts';

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
};

/** The happenings one sentence tells, each with its slots; `blocked` collects what did not fire and why. */
export function candidatesOf(
  sentence: Sentence,
  publishedAt: string | null,
  blocked: Blocked[],
): Candidate[] {
  const typed = findTriggers(sentence, blocked).flatMap((trigger) => typedOf(sentence, trigger, blocked));
  if (typed.length === 0 || isLesson(sentence)) return [];
  const shared: Shared = { claims: countsOf(sentence), source: sourceOf(sentence), publishedAt };
  const chosen = sentence.clauses.flatMap(([from, to]) =>
    headsOf(
      sentence,
      typed.filter(({ trigger }) => trigger.from >= from && trigger.from < to),
      blocked,
    ),
  );
  const found: Candidate[] = [];
  for (const each of chosen) {
    const status = statusOf(sentence, each.trigger);
    const setting = settingOf(sentence, each.trigger);
    const text = textOf(sentence, each.trigger);
    if (
      sentence.zone === 'body' &&
      (setting.isPurpose || setting.isWished) &&
      each.trigger.form.pos !== 'verb'
    ) {
      blocked.push({ rule: each.trigger.entry.id, text, why: 'an aim or a wish' });
      continue;
    }
    if (setting.isTale && isViolent(each.type)) {
      blocked.push({ rule: each.trigger.entry.id, text, why: 'told in a film or a book' });
      continue;
    }
    if (sentence.zone !== 'title' && setting.isPlot && isViolent(each.type)) {
      blocked.push({ rule: each.trigger.entry.id, text, why: 'planned, not done' });
      continue;
    }
    if (status.drop === 'negated' && sentence.zone !== 'title') {
      blocked.push({ rule: each.trigger.entry.id, text, why: status.drop });
      continue;
    }
    found.push(fill(sentence, each, { status, setting }, chosen, shared));
  }
  return found;
}

const isViolent = (type: EventTypeId) => violent.has(type);
const violent = new Set<EventTypeId>([
  'air_drone_strike',
  'shelling_missile',
  'bombing',
  'armed_attack',
  'armed_clash',
  'abduction',
  'violent_crime',
]);
const textOf = ({ field }: Sentence, { start, end }: Trigger) => field.text.slice(start, end);
type Shared = { claims: readonly CountClaim[]; source: ExtractedEvent['source']; publishedAt: string | null };

function fill(
  sentence: Sentence,
  { trigger, type, isOpen, taker }: Typed,
  { status, setting }: { status: Status; setting: Setting },
  chosen: readonly Typed[],
  { claims, source, publishedAt }: Shared,
): Candidate {
  const place = type === 'official_stance' ? null : placeOf(sentence, trigger, type);
  const dated = dateOf(sentence, trigger);
  const past = isPast(dated?.date ?? null, publishedAt);
  const isBackground =
    sentence.zone === 'title'
      ? false
      : (past ?? (isPastByWord(sentence) || (sentence.zone === 'body' && status.isBackground)));
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
    date: dated?.date ?? null,
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
  };
}

/** "آب الماضي" without a publication date: past, but of an unknown year. */
const isPastByWord = (sentence: Sentence) =>
  sentence.zone === 'body' &&
  sentence.dates.some(({ value, text }) => !value && /الماضي|الفائت|المنصرم/u.test(text));
