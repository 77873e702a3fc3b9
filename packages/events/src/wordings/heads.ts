import { type EventTypeId, isOpenType } from '../data.ts';
import { townLevel } from '../places/precision.ts';
import type { Sentence } from '../text/reading.ts';
import { absorbs } from './absorb.ts';
import { isAnswer } from './lessons.ts';
import { isAnswered, resolveOpen } from './means.ts';
import { isAfterNews, isChargeOf, isOccasionOf } from './occasion.ts';
import { standsAt } from './pattern.ts';
import { hasSpeaker, isStanceHead } from './stance.ts';
import { type Blocked, type Trigger, textOf, wordList } from './triggers.ts';

/** A trigger with its type; `taker` is the happening of its clause of which it may be a part. */
export type Typed = {
  trigger: Trigger;
  type: EventTypeId;
  isOpen: boolean;
  isHarm: boolean;
  taker: Typed | null;
};
/** A sentence with what the rules read in it. */
export type ReadSentence = { sentence: Sentence; typed: readonly Typed[] };
const maxPerClause = 2; // more kinds of happening in one clause are an enumeration

/** A trigger with its type, one at most; none where its place, its speaker or a lacking cause speaks against it. */
export function typedOf(sentence: Sentence, trigger: Trigger, blocked: Blocked[]): Typed[] {
  const { type, tier, id } = trigger.entry;
  const block = (why: string): Typed[] => {
    blocked.push({ rule: id, text: textOf(sentence, trigger), why });
    return [];
  };
  if (tier === 't' && !isStanceHead(sentence, trigger))
    return block('a position counts only at the head of title or lead');
  if (type === 'official_stance' && tier === 'w' && !hasSpeaker(sentence, trigger))
    return block('no speaker beside the words');
  if (tier === 'w' && sentence.zone === 'body') return block('too weak outside title and lead');
  if (type === 'territorial_change' && isAimed(trigger)) return block('an aim, nothing taken yet');
  if (!isOpenType(type)) {
    const isFight = type === 'armed_attack' && isAnswered(sentence);
    return [{ trigger, type: isFight ? 'armed_clash' : type, isOpen: false, isHarm: false, taker: null }];
  }
  const resolved = resolveOpen(type, sentence, trigger);
  if (!resolved) return block('no cause is told');
  return [{ trigger, type: resolved, isOpen: true, isHarm: type === '?harm', taker: null }];
}

/** "هجوما لاستعادة المدينة": what a fight is for. */
const isAimed = ({ form, reading }: Trigger): boolean => form.pos === 'noun' && reading.preposition === 'ل';

/** The happenings of a clause that are not taken by another one. */
export function headsOf(sentence: Sentence, typed: readonly Typed[], blocked: Blocked[]): Typed[] {
  const ranked = [...typed].sort((a, b) => rank(a) - rank(b) || a.trigger.from - b.trigger.from);
  const kept: Typed[] = [];
  const parts: Typed[] = [];
  for (const each of ranked) {
    const rivals = ranked.filter((other) => other !== each && takes(other, each, sentence));
    const taker =
      kept.find((head) => rivals.includes(head)) ?? rivals.find((rival) => !takes(each, rival, sentence));
    if (!taker && kept.length < maxPerClause) kept.push(each);
    else if (taker && mayStand(sentence, each, taker)) parts.push({ ...each, taker });
    else
      blocked.push({
        rule: each.trigger.entry.id,
        text: textOf(sentence, each.trigger),
        why: taker ? `part of "${textOf(sentence, taker.trigger)}"` : 'third happening of its clause',
      });
  }
  return [...kept, ...parts.slice(0, maxPerClause)].sort((a, b) => a.trigger.from - b.trigger.from);
}

/** A part of another kind is judged as an event of its own; mere harm, other words for the same and what somebody is charged with are not. */
const mayStand = (sentence: Sentence, part: Typed, taker: Typed): boolean =>
  !part.isOpen &&
  !part.isHarm &&
  !isDenial(part) &&
  part.type !== taker.type &&
  !isAfterNews(taker, part) &&
  !isChargeOf(sentence, taker, part);

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
    places.some(
      ({ mention, precision }) => precision <= townLevel && mention.from >= from && mention.from < to,
    );
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
