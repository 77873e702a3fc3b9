import type { ExtractedEvent, Place } from '@rasid/contracts';
import { absorbs } from './absorb.ts';
import { type CountClaim, countsOf } from './counts.ts';
import { type Status, statusOf } from './cues.ts';
import { type EventTypeId, isOpenType } from './data.ts';
import { addCounted } from './harmed.ts';
import { impliedCounts } from './implied.ts';
import { isAnswer, isLesson } from './lessons.ts';
import { isAnswered, resolveOpen } from './means.ts';
import { isAfterNews, isChargeOf, isOccasionOf } from './occasion.ts';
import { ownCounts } from './own-counts.ts';
import { partiesOf } from './parties.ts';
import type { Parties } from './party.ts';
import { standsAt } from './pattern.ts';
import type { Sentence } from './reading.ts';
import { type Setting, settingOf } from './setting.ts';
import { dateOf, isPast, placeOf } from './slots.ts';
import { sourceOf } from './source.ts';
import { type Blocked, findTriggers, type Trigger, wordList } from './triggers.ts';

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

type Typed = { trigger: Trigger; type: EventTypeId; isOpen: boolean; isHarm: boolean; taker?: Typed };
const maxPerClause = 2; // more kinds of happening in one clause are an enumeration

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

function typedOf(sentence: Sentence, trigger: Trigger, blocked: Blocked[]): Typed[] {
  const { type, tier, id } = trigger.entry;
  const block = (why: string): Typed[] => {
    blocked.push({ rule: id, text: textOf(sentence, trigger), why });
    return [];
  };
  if (tier === 't' && !isStanceHead(sentence, trigger))
    return block('a position counts only at the head of title or lead');
  if (id === quoting && !(sentence.zone === 'title' && isSpeaker(sentence, trigger)))
    return block('no speaker before the colon of a title');
  if (tier === 'w' && sentence.zone === 'body') return block('too weak outside title and lead');
  if (!isOpenType(type)) {
    const isFight = type === 'armed_attack' && isAnswered(sentence);
    return [{ trigger, type: isFight ? 'armed_clash' : type, isOpen: false, isHarm: false }];
  }
  const resolved = resolveOpen(type, sentence, trigger);
  if (!resolved) return block('no cause is told');
  return [{ trigger, type: resolved, isOpen: true, isHarm: type === '?harm' }];
}

const quoting = 'stance-colon'; // "وزير الدفاع: …" where no happening is told after it
const condemning = 'stance-condemn'; // who condemns takes a position, whoever it is
const subjectTokens = 4; // of who takes a position, at the head of a title
const countryLevel = 4; // precision of a place that is a country: "إيران تدين"
const headTokens = 9; // a position is said at the head of a title or lead; later words belong to what is said

/** Who stands before the colon of a title is named: a country there is the place of the news. */
const isSpeaker = ({ parties, from }: Sentence, trigger: Trigger): boolean =>
  parties.some(
    (each) =>
      each.to <= trigger.from &&
      each.from - from <= 1 &&
      each.canSpeak &&
      each.kind !== 'adjective' &&
      speaking.has(each.sector ?? ''),
  );

function isStanceHead(sentence: Sentence, trigger: Trigger): boolean {
  if (sentence.zone === 'body' || trigger.from - sentence.from > headTokens) return false;
  if (trigger.reading.preposition === 'ل') return false; // "للمطالبة": the aim of something else
  const isAtHead = sentence.zone === 'title' && trigger.from - sentence.from <= subjectTokens;
  if (isAtHead && trigger.form.pos === 'verb' && trigger.entry.id === condemning) return true;
  const isNear = (from: number) => Math.abs(from - trigger.from) <= headTokens;
  return (
    sentence.parties.some(
      ({ from, sector, canAct }) => canAct && isNear(from) && speaking.has(sector ?? ''),
    ) ||
    sentence.places.some(
      ({ mention, precision }) => isNear(mention.from) && (mention.asActor || precision === countryLevel),
    )
  );
}
/** Whose positions are events: annotation guideline, ruling 9. */
const speaking = new Set([
  'GOV',
  'IGO',
  'PTY',
  'REB',
  'NGO',
  'MIL',
  'OPP',
  'LEG',
  'PRM',
  'COP',
  'REL',
  'SPY',
  'MED',
  'JUD',
]);

/** The happenings of a clause that are not taken by another one. */
function headsOf(sentence: Sentence, typed: readonly Typed[], blocked: Blocked[]): Typed[] {
  const ranked = [...typed].sort((a, b) => rank(a) - rank(b) || a.trigger.from - b.trigger.from);
  const kept: Typed[] = [];
  const parts: Typed[] = [];
  for (const each of ranked) {
    const rivals = ranked.filter((other) => other !== each && takes(other, each, sentence));
    const taker =
      kept.find((head) => rivals.includes(head)) ?? rivals.find((rival) => !takes(each, rival, sentence));
    if (!taker && kept.length < maxPerClause) kept.push(each);
    else if (taker && mayStand(each, taker)) parts.push({ ...each, taker });
    else
      blocked.push({
        rule: each.trigger.entry.id,
        text: textOf(sentence, each.trigger),
        why: taker ? `part of "${textOf(sentence, taker.trigger)}"` : 'third happening of its clause',
      });
  }
  return [...kept, ...parts.slice(0, maxPerClause)].sort((a, b) => a.trigger.from - b.trigger.from);
}

/** A part of another kind is judged as an event of its own; mere harm and other words for the same are not. */
const mayStand = (part: Typed, taker: Typed): boolean =>
  !part.isOpen && !part.isHarm && !isDenial(part) && part.type !== taker.type && !isAfterNews(taker, part);

/** Whether the first is the happening of which the second is a part, a consequence or another word. */
function takes(head: Typed, other: Typed, sentence: Sentence): boolean {
  if (other.isHarm || isDenial(other)) return true;
  if (head.isHarm) return false;
  if (head.type === other.type) return !isEnumerated(sentence, head.trigger, other.trigger);
  if (head.type === 'official_stance' && head.trigger.entry.tier === 'w') return false; // "denies that …": the denied event is told
  if (isAfterNews(head, other) || isOccasionOf(sentence, head, other)) return true;
  if (other.type !== 'riot' && isChargeOf(sentence, head, other)) return true;
  if (isOwnNews(other) && other.trigger.from < head.trigger.from) return false;
  if (isAnswer(sentence, head.trigger, other)) return false;
  const isApart = isOccasionOf(sentence, other, head) || isChargeOf(sentence, other, head);
  return absorbs(head.type, other.type) && !isAfterNews(other, head) && !isApart;
}

/** "نزحت مئات العائلات جراء القصف": a consequence told as the news itself, its cause behind it. */
const isOwnNews = ({ type, trigger }: Typed): boolean =>
  type === 'displacement_return' && trigger.entry.tier === 'f';

/** "تنفي وقوع انفجار": what is denied is told, the denying only where nothing is. */
const isDenial = ({ type, trigger }: Typed): boolean =>
  type === 'official_stance' && trigger.entry.tier === 'w';

const listWords = wordList([
  'إضافة_إلى',
  'بالإضافة_إلى',
  'فضلا_عن',
  'مشيرة_إلى',
  'مشيرا_إلى',
  'إلى_جانب',
  'كذلك',
  'أيضا',
]);

/** "قصف على س … إضافة إلى قصف على ص": two happenings of one kind, each with a place of its own. */
function isEnumerated({ field, places, numbers }: Sentence, a: Trigger, b: Trigger): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  const between = (from: number, to: number) =>
    places.some(({ mention, precision }) => precision <= 2 && mention.from >= from && mention.from < to);
  if (!between(first.to, second.from) || !between(second.to, second.to + listReach)) return false;
  const isCounted = numbers.some(({ from }) => from >= first.to && from < second.to + listReach);
  for (let at = first.to; at < second.from; at++)
    if (
      standsAt(listWords, field.readings, at, second.from) ||
      (isCounted && /^[وف]/.test(field.tokens[at]?.key ?? ''))
    )
      return true;
  return false;
}
const listReach = 14; // tokens in which a listed happening names its place

/** Whole descriptions before words, words before mere harm; a position at the head before what it is about. */
function rank({ trigger: { entry }, isHarm }: Typed): number {
  if (isHarm) return 3;
  if (entry.tier === 't') return 0;
  return entry.tier === 'f' ? 1 : 2;
}

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
