import type { Count, ExtractedEvent } from '@rasid/contracts';
import type { Candidate } from '../candidates.ts';
import { type EventTypeId, typesWith } from '../data.ts';
import { isDefinite } from '../merging/definite.ts';
import { crowds } from '../parties/crowds.ts';
import { type Sentence, spanOf } from '../text/reading.ts';
import type { Trigger } from '../wordings/triggers.ts';
import { kindAt } from './count-heads.ts';
import type { CountKind } from './count-words.ts';
import type { CountClaim } from './counts.ts';
import { isDisputed, spread } from './disputes.ts';
import { killedDoers } from './killed-doers.ts';
import { isOldToll, isThen } from './no-counts.ts';
import { isSamePerson } from './same-person.ts';

type Counts = ExtractedEvent['counts'];

/** What all mentions of an incident say together: numbers beat vague words, new tolls old ones, the lead's total the title's part. */
export function joinCounts(
  mentions: readonly Candidate[],
  kinds: ReadonlySet<string>,
  type: EventTypeId,
): Counts {
  const counts: Counts = {};
  const zones: Partial<Record<CountKind, Sentence['zone']>> = {};
  const mixed = new Set<CountKind>();
  const old = new Set<CountKind>();
  const last = new Map<CountKind, { claim: CountClaim; sentence: Sentence }>();
  for (const mention of mentions) {
    const { counts: claims, sentence, trigger } = mention;
    if (isOfOtherMeans(type, mention)) continue;
    for (const [kind, claim] of perKind(sentence, claims)) {
      if (!kinds.has(kind) || isOfAnother(type, sentence, claim, trigger)) continue;
      if (!mention.isBackground && isRemembered(sentence, claim)) continue;
      if (sentence !== mentions[0]?.sentence && isOfThePast(mention)) continue;
      const isOld = isOldToll(sentence);
      if (isOld && counts[kind] && counts[kind].qualifier !== 'vague') continue;
      const before = last.get(kind);
      if (before?.sentence === sentence && isAdded(sentence, before.claim, claim)) {
        const sum = sumOf(sentence, before.claim, claim);
        last.set(kind, { claim: sum, sentence });
        counts[kind] = sum.count;
        continue;
      }
      const known = counts[kind];
      if (!old.has(kind) && known && isDisputed(sentence, claim, known)) {
        counts[kind] = spread(known, claim.count);
        continue;
      }
      const isBeaten =
        mixed.has(kind) && !claim.isMixed
          ? claim.count.qualifier === 'vague'
          : !beats(claim, sentence.zone, known, zones[kind]);
      if (!old.has(kind) && isBeaten) continue;
      if (isOld) old.add(kind);
      else old.delete(kind);
      if (claim.isMixed) mixed.add(kind);
      else mixed.delete(kind);
      counts[kind] = claim.count;
      zones[kind] = sentence.zone;
      last.set(kind, { claim, sentence });
    }
  }
  const doers = kinds.has('killed') ? killedDoers(type, mentions) : null;
  if (doers) counts.killed = counts.killed ? more(counts.killed, doers.min ?? 0) : doers;
  if (counts.killed && counts.wounded && isSamePerson(counts.killed, counts.wounded)) delete counts.wounded;
  return counts;
}

const fromAfar = typesWith('force', 'remote', 'interception');
const atHand = typesWith('force', 'attack', 'blast');

/** Who was hurt by a bomb or a gunman was not hurt by the planes that the text tells of around them. */
const isOfOtherMeans = (type: EventTypeId, mention: Candidate): boolean =>
  fromAfar.has(type) && atHand.has(mention.type) && !isDefinite(mention);

/** Further down an article of news a toll of some year, or of "then", is of something else. */
const isOfThePast = ({ sentence, isBackground, date }: Candidate): boolean =>
  !isBackground && (date?.precision === 'year' || isThen(sentence));

/** "أعمال عنف في الذكرى الأولى لمقتل شاب": not of the news. */
function isRemembered({ field: { tokens }, from }: Sentence, { at }: CountClaim): boolean {
  for (let back = at; back >= Math.max(from, at - memoryReach); back--)
    if (/^[وف]?[بل]?(?:ال)?ذكري$/u.test(tokens[back]?.key ?? '')) return true;
  return false;
}
const memoryReach = 4; // tokens from an anniversary over which one it is to those who died

const causeReach = 6; // tokens from the word of occasion to those harmed
const occasion =
  /^(?:[وف]?(?:احتجاجا|حدادا|تنديدا|استنكارا|تضامنا|رفضا|غضبا|ردا)|لل?(?:تنديد|احتجاج)|[وف]?(?:[يت]?ندد|نددوا|نددت|[يت]نددون|(?:ال)?مندد|[يت]ستنكر|(?:ال)?مستنكر)(?:ه|ا|ين|ون|وا)?|بعد|عقب|اثر|غداه|ذكري|خلفيه|تشييع)$/u;
const execution = /^[وف]?[بل]?(?:ال)?(?:اعدم|اعدمت|اعدموا|اعدام|اعدامات|شنق|شنقا|قصاص|قصاصا)$|^القتل$/u;

/** A court kills by execution only; those whose death a protest is about did not die of it. */
function isOfAnother(type: EventTypeId, sentence: Sentence, claim: CountClaim, trigger: Trigger): boolean {
  const { field, from, start } = sentence;
  const { kind, at } = claim;
  if (kind !== 'killed' && kind !== 'wounded') return false;
  if (type === 'judicial_proceeding') return !isExecuted(sentence, at);
  const isHere = trigger.start >= start; // a toll told alone has the trigger of another sentence
  if (!crowds.has(type) || (isHere && trigger.from >= at)) return false;
  const first = isHere ? Math.max(from, trigger.from, at - causeReach) : Math.max(from, at - causeReach);
  for (let back = first; back < at; back++) if (occasion.test(field.tokens[back]?.key ?? '')) return true;
  return false;
}

/** The killing told last before those counted, or right behind them, is an execution. */
function isExecuted({ field, from }: Sentence, at: number): boolean {
  for (let back = at; back >= Math.max(from, at - executionReach); back--) {
    const key = field.tokens[back]?.key ?? '';
    if (execution.test(key)) return true;
    if (kindAt(field.readings[back]) === 'killed') return false;
  }
  return [1, 2, 3].some((step) => execution.test(field.tokens[at + step]?.key ?? ''));
}
const executionReach = 10; // tokens from an execution to those executed

function beats(
  { count, isUpdate, addedTo }: CountClaim,
  zone: Sentence['zone'],
  known: Count | undefined,
  knownZone: Sentence['zone'] | undefined,
): boolean {
  if (!known) return true;
  if (count.max === 0) return false; // who says that nobody was harmed is one side, or speaks of others
  const isMore = (count.min ?? 0) > (known.min ?? 0);
  const isTitled = knownZone === 'title' && zone !== 'title';
  if (known.qualifier === 'vague')
    return count.qualifier === 'vague' ? isTitled && isMore : isMore || count.min === known.min || isTitled;
  if (count.qualifier === 'vague') return false;
  if (isHedged(count, known)) return (isTitled && zone === 'lead') || (count.min ?? 0) > two;
  if (isTitled && zone === 'lead' && known.qualifier === 'at_least' && count.min === known.min)
    return isExact(count); // what the title hedges the lead may know
  if (isUpdate || (addedTo !== undefined && isExact(known) && addedTo === known.min)) return isMore; // "13 … و4 آخرون" of the 13
  if (isRefined(count, known)) return true;
  if (isTitled && zone === 'lead' && isRounded(known, count)) return true;
  if (isTitled && count.qualifier === 'at_least' && isExact(known) && count.min === (known.min ?? 0) + 1)
    return true; // "أكثر من 20" of a title's 20
  return isMore && (known.max === 0 || (knownZone === 'title' && zone === 'lead'));
}

const two = 2; // a dual is told as it is

/** "At least" 12, as others say 12: it holds for all who leave it out. */
const isHedged = (count: Count, known: Count): boolean =>
  count.qualifier === 'at_least' && isExact(known) && count.min === known.min;

const isExact = ({ qualifier }: Count): boolean => qualifier === 'exact';
/** "نحو 307": nobody rounds to such a figure. */
const isUneven = ({ qualifier, min }: Count): boolean =>
  qualifier === 'approx' && (min ?? 0) % roundest !== 0;
const roundest = 5; // to which figures are rounded
const nearness = 1.5; // how many times the rough figure the exact one of the same people can be

/** "نحو 50 جريحا" of a title whose lead counts 47. */
const isRounded = (known: Count, count: Count): boolean =>
  known.qualifier === 'approx' &&
  isExact(count) &&
  Math.abs((count.min ?? 0) - (known.min ?? 0)) * roundest <= (known.min ?? 0);

/** "أكثر من ألف" and further down 1143: the figure that was rounded. */
const isRefined = (count: Count, known: Count): boolean =>
  (isExact(count) || isUneven(count)) &&
  (known.qualifier === 'at_least' || known.qualifier === 'approx') &&
  (count.min ?? 0) > (known.min ?? 0) &&
  (count.min ?? 0) <= (known.min ?? 0) * nearness;

/** One claim for each kind: two of one kind joined by "and" are added, "طفلة وسيدة ومقتل عشرة". */
function perKind(sentence: Sentence, claims: readonly CountClaim[]): Map<CountKind, CountClaim> {
  const found = new Map<CountKind, CountClaim>();
  for (const claim of claims) {
    const known = found.get(claim.kind);
    if (!known) found.set(claim.kind, claim);
    else if (isAdded(sentence, known, claim)) found.set(claim.kind, sumOf(sentence, known, claim));
    else if (isDisputed(sentence, claim, known.count))
      found.set(claim.kind, { ...known, count: spread(known.count, claim.count) });
    else if (
      known.count.qualifier === 'vague' &&
      claim.count.qualifier !== 'vague' &&
      isNotFewer(claim, known)
    )
      found.set(claim.kind, claim);
  }
  return found;
}

/** "أصيب الآلاف … وإصابة جندي واحد": one is not what thousands are more exactly. */
const isNotFewer = ({ count }: CountClaim, { count: known }: CountClaim): boolean =>
  count.min === null || count.min * 2 >= (known.min ?? 0); // "dozens" may be a good ten

const additive = new Set<CountKind>(['killed', 'wounded', 'arrested']);
const says = /^و?(?:اوضح|قال|اضاف|ذكر|اشار|افاد|اكد)ت?$/u; // who tells the toll once more
const parts = /^(?:بينهم|منهم|بينها|منها|هم|حيث|كما|بعد|ثم|عندما|الا|لكن|لكنها|غير|لاحقا|:)$/u;

function isAdded({ field }: Sentence, first: CountClaim, second: CountClaim): boolean {
  if (!additive.has(first.kind) || first.at >= second.at) return false;
  if (first.count.qualifier !== 'exact' || second.count.qualifier !== 'exact') return false;
  if (first.count.max === 0 || hasOwnCause(field.tokens, first, second)) return false;
  const isSameFigure = first.count.min === second.count.min;
  let isJoined = false;
  for (let at = first.at + 1; at < second.at; at++) {
    const key = field.tokens[at]?.key ?? '';
    if (parts.test(key) || key === '.' || says.test(key)) return false;
    if (kindAt(field.readings[at]) !== first.kind && !isFall(field.tokens, at)) continue;
    const isOther = isOtherSide(field.tokens[at - 1]?.key, second);
    if (isOther && (!isSameFigure || first.count.text !== second.count.text)) isJoined = true;
    if (isSameFigure) continue;
    if (key.startsWith('و') || field.tokens[at - 1]?.key === 'كما' || isAlso(field.tokens, at))
      isJoined = true;
  }
  return isJoined || (!isSameFigure && isListedNoun(field.tokens, second));
}

/** "مشيرة كذلك إلى سقوط 4 قتلى": told as further ones. */
const isAlso = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  [1, 2].some((back) => /^(?:كذلك|ايضا)$/u.test(tokens[at - back]?.key ?? ''));
const isFall = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  /^سقوط$/u.test(tokens[at]?.key ?? '') && tokens[at - 1]?.key === 'الي';

const ownReach = 4; // tokens from those counted second to what befell them
const strong = /^(?:اثر|جراء|نتيجه|بسبب)$/u;

/** "أصيب 14 في الغارات، وأصيب أربعة إثر إطلاق صواريخ": each has its own cause. */
function hasOwnCause(tokens: Sentence['field']['tokens'], first: CountClaim, second: CountClaim): boolean {
  const behind = tokens.slice(second.at, second.at + ownReach);
  const between = tokens.slice(first.at, second.at);
  return (
    behind.some(({ key }) => strong.test(key)) && between.some(({ key }) => key === 'في' || strong.test(key))
  );
}

/** "تسعة قتلى في صفوف الجيش وستة قتلى في صفوف المسلحين": what is counted is named by itself. */
const isListedNoun = (tokens: Sentence['field']['tokens'], { at }: CountClaim): boolean =>
  tokens[at]?.key.startsWith('و') === true &&
  [1, 2].some((step) =>
    /^(?:قتلي|قتيلا|شهداء|شهيدا|جرحي|جريحا|مصابين|مصابا)$/u.test(tokens[at + step]?.key ?? ''),
  );

/** "مقتل 21 من الحوثيين، بينما قتل ثلاثة من الجنود": both sides' dead are the incident's. */
const isOtherSide = (key: string | undefined, { count }: CountClaim): boolean =>
  (count.min ?? 0) > 1 && /^(?:بينما|فيما|مقابل)$/u.test(key ?? '');

function sumOf({ field }: Sentence, first: CountClaim, second: CountClaim): CountClaim {
  const span = spanOf(field, first.count.span.start, second.count.span.end);
  return {
    ...first,
    addedTo: first.count.min,
    count: { ...more(first.count, second.count.min ?? 0), text: span.text, span },
  };
}

const more = (count: Count, by: number): Count => ({
  ...count,
  min: count.min === null ? null : count.min + by,
  max: count.max === null ? null : count.max + by,
});
