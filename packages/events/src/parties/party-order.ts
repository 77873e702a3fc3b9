import type { PartyMention } from '@rasid/actors';
import { type EventTypeId, typesWith } from '../data.ts';
import { isMarked } from '../marks.ts';
import type { Sentence } from '../text/reading.ts';
import { isNamedPerson, tokenOfTitle } from '../text/titles.ts';
import { standsAt } from '../wordings/pattern.ts';
import type { Trigger } from '../wordings/triggers.ts';
import { addConjoined, isConjoined } from './conjoined.ts';
import { add, isPartOf, type Parties, type Role, wordBefore } from './party.ts';
import { isTarget, mayAct, strikes, takesOffice } from './party-able.ts';
import { things } from './positions.ts';
import { resigning, resigns } from './resigning.ts';
import { armedOrCourt, authorities, isUnorganised } from './sectors.ts';

/** Where the parties without a mark stand about a trigger. */
export type Order = {
  sentence: Sentence;
  trigger: Trigger;
  type: EventTypeId;
  isVerb: boolean;
  isSubjectFirst: boolean;
  /** A mark has told who did it: "قتل رصاص الجيش فتى". */
  isDone: boolean;
  /** Inside the words of the trigger. */
  inside: PartyMention | undefined;
  /** Who says of itself that it did it, or the last before the trigger that can act. */
  subject: PartyMention | undefined;
  /** Behind "الأخير": who was named last. */
  latter: PartyMention | undefined;
  /** The first and the second behind the trigger, what is joined to them aside. */
  next: PartyMention | undefined;
  second: PartyMention | undefined;
};
type Placing = readonly [role: Role, mention: PartyMention | undefined];

/** Gives the parties without a mark their roles: subject and object of a verb, genitives of a noun. */
export function byOrder(
  found: Parties,
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  open: readonly PartyMention[],
  /** Who says of itself that it did it. */
  self: PartyMention | null,
): void {
  const order = orderOf(sentence, trigger, type, open, self, found.actors.length > 0);
  const isAble = (role: Role, mention: PartyMention) =>
    role === 'targets'
      ? isTarget(mention, trigger, type)
      : mayAct(mention, type, order.isVerb || mention === order.inside, mention === order.inside);
  for (const [role, mention] of placingsOf(order))
    if (mention && isAble(role, mention)) add(found, role, sentence, mention);
  if (found.actors.length === 0 && type !== 'judicial_proceeding') {
    const nation = open.find((each) => isDoersNation(order, each));
    if (nation && isAble('actors', nation)) add(found, 'actors', sentence, nation);
  }
  for (const role of ['actors', 'targets'] as const) addConjoined(found, role, sentence, open);
}

function orderOf(
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  open: readonly PartyMention[],
  self: PartyMention | null,
  isDone: boolean,
): Order {
  const before = open.filter(({ to }) => to <= trigger.from);
  const inside = open.find(({ from, to }) => from < trigger.to && to > trigger.from);
  const subject = self ?? subjectOf(before, trigger, type);
  const [next, second] = open.filter(
    (each, at) =>
      each.from >= trigger.from &&
      each !== inside &&
      each.kind !== 'adjective' &&
      !isConjoined(sentence, open[at - 1], each),
  );
  const isOfLatter = /^ال[ا]خيره?$/u.test(sentence.field.tokens[trigger.to]?.key ?? '');
  return {
    sentence,
    trigger,
    type,
    isVerb: self !== null || (trigger.form.pos === 'verb' && !isAnnounced(sentence, trigger)),
    isSubjectFirst: self !== null || (subject !== undefined && isTopic(sentence, subject, trigger)),
    isDone,
    inside,
    subject,
    latter: isOfLatter ? before.at(-1) : undefined,
    next,
    second,
  };
}

/** The last before the trigger that can do such a thing, else the last that can do anything: "اعتقلت الشرطة ستة أشخاص ومنعت …". */
function subjectOf(
  before: readonly PartyMention[],
  { form }: Trigger,
  type: EventTypeId,
): PartyMention | undefined {
  const able = before.filter(({ canAct, kind }) => canAct && kind !== 'adjective');
  const doer = form.pos === 'verb' ? able.findLast((each) => mayAct(each, type, true)) : undefined;
  return doer ?? able.at(-1);
}

/** Who has which role by the order of the words, the surer one first. */
function placingsOf(order: Order): Placing[] {
  const { trigger, type, inside, next, isVerb } = order;
  if (isMarked(trigger, 'taken')) return [['targets', inside ?? takenOf(order)]];
  if (type === 'leadership_change' && resigns(order)) return [['actors', resigning(order)]];
  if (inside) return aroundInside(order, inside);
  if (isPassive(order)) return [['targets', next]];
  if (isVerb) return ofVerb(order);
  return isHappening(trigger, type) ? ofHappening(order) : ofAction(order);
}

/** "سلم إرهابي نفسه", "اختفاء ناشط". */
const takenOf = ({ isVerb, isSubjectFirst, subject, next }: Order): PartyMention | undefined =>
  isVerb ? (isSubjectFirst ? subject : (next ?? subject)) : next;

/** "استهدف مسلحون … حقل", "إغلاق مكتب المنظمة": a party inside the words has a role of its own, and who stands around them the other. */
function aroundInside(order: Order, inside: PartyMention): Placing[] {
  const { sentence, trigger, type, isVerb, isSubjectFirst, subject, next } = order;
  const isDecree = trigger.entry.roles === 'D' && !isVerb && subject !== undefined; // "قام الوزير بتشكيل لجنة"
  const isObject = isVerb && isSubjectFirst && trigger.form.voice !== 'passive'; // "الحكومة تحمل س مسؤولية الهجوم"
  const isNamed = type === 'leadership_change' && !isVerb && subject !== undefined && takesOffice(inside); // "قرر الرئيس تعيين فلان وزيرا"
  const isDoer = !(isDecree || isObject || isNamed) && actsInside(sentence, trigger, type, inside);
  if (isDecree)
    return [
      ['actors', subject],
      ['targets', inside],
    ];
  if (!isDoer)
    return [
      ['targets', inside],
      ['actors', subject],
    ];
  return [['actors', inside], ...(trigger.entry.roles === 'D' ? [] : [['targets', next] as const])];
}

/** Subject and object, in either order. */
function ofVerb({
  sentence,
  trigger,
  type,
  isSubjectFirst,
  isDone,
  subject,
  next,
  second,
}: Order): Placing[] {
  const isTakenFirst = takings.has(type) && subject?.to === trigger.from && isUnorganised(subject);
  if (isTakenFirst && next?.from !== trigger.to) return [['targets', subject]]; // "إن أربعة مواطنين خطفوا"
  const isNextActor =
    next !== undefined &&
    tokenOfTitle(sentence, next) - trigger.to <= subjectReach &&
    next.canAct &&
    !isSubjectFirst &&
    !isObject(sentence, next) &&
    !(isDone && isUnorganised(next)) &&
    (!subject || trigger.form.tense === 'past') &&
    !(type === 'leadership_change' && second === undefined && takesOffice(next)); // "وعين فلانا خلفا له"
  return [
    ['actors', isNextActor ? next : subject],
    ['targets', isNextActor ? second : next],
  ];
}

/** "أعدم ضابطا": an indefinite noun with the ending of an object is no subject. */
export const isObject = ({ field }: Sentence, { isDefinite, kind, number, from }: PartyMention): boolean =>
  !isDefinite &&
  number === 'one' &&
  (kind === 'generic' || kind === 'office' || kind === 'group') &&
  /..\u0627$/u.test(field.tokens[from]?.key ?? '');

/** "قصف قوات النظام": right behind a noun of happening stands its doer, elsewhere whom it befell. */
function ofHappening({ sentence, trigger, subject, next }: Order): Placing[] {
  const isGenitive =
    !isPossessed(sentence, trigger) &&
    next !== undefined &&
    next.from - trigger.to <= genitiveReach &&
    next.canAct;
  if (isGenitive) return [['actors', next]];
  return [
    ['actors', subject],
    ['targets', next?.canSuffer ? next : undefined],
  ];
}

/** "اعتقال ناشط", "إقالة الوزير": a noun of action belongs to its patient, unless an object follows. */
function ofAction({ sentence, trigger, type, subject, latter, next, second }: Order): Placing[] {
  const { roles } = trigger.entry;
  const isDoer =
    next !== undefined &&
    next.from - trigger.to <= 1 &&
    type !== 'leadership_change' &&
    isDoerOfAction(sentence, next);
  const isAct = (roles === 'D' && type !== 'election') || roles === 'T'; // who is voted for or calls it stands by a verb
  const doer = isDoer ? next : isAct ? (subject ?? next) : subject;
  return [
    ['actors', latter ?? doer], // "إقالة الأخير للوزير"
    ['targets', isDoer ? second : roles === 'D' ? undefined : next],
  ];
}

/** A passive verb, or one that is written like the active of someone who is taken. */
const isPassive = ({ sentence, trigger, type, isVerb, isSubjectFirst, next, second }: Order): boolean => {
  if (!isVerb || trigger.form.voice === 'passive') return isVerb;
  if (next === undefined || !isTaken(next, type, isSubjectFirst)) return false;
  if (isObject(sentence, next)) return false; // "عصابة في الريف، اختطفت مدنيا"
  return !(second?.from === next.to && isObject(sentence, second)); // "خطفت عصابة مدنيا"
};

/** "غارة إسرائيلية": beside a word of force a nationality tells the doer, unless a land or a thing has it. */
const isDoersNation = ({ sentence, trigger, type }: Order, { kind, from }: PartyMention): boolean =>
  kind === 'adjective' &&
  byNation.has(type) &&
  Math.abs(from - trigger.to) <= genitiveReach &&
  !grounds.test(sentence.field.tokens[from - 1]?.key ?? '');

/** "أعلن الرئيس، الثلاثاء، طرد السفير": what is announced without "أن" is a noun, though it is written like a verb. */
function isAnnounced({ field, cues }: Sentence, { from, form }: Trigger): boolean {
  if (form.tense !== 'past') return false;
  const cue = cues.find(
    ({ to, speaker }) => speaker && to <= from && from - Math.max(to, speaker.to) <= announceReach,
  );
  if (
    !cue?.speaker ||
    !/^[وف]?(?:كما )?(?:اعلن|اعلنت|اعلنوا|قرر|قررت)$/u.test(field.tokens[cue.from]?.key ?? '')
  )
    return false;
  for (let at = cue.to; at < from; at++)
    if (/^(?:ب?ان|انه|انها|عن|:|"|قد)$/u.test(field.tokens[at]?.key ?? '')) return false;
  return !/^[وف]/u.test(field.tokens[from]?.key ?? '');
}
const announceReach = 9; // tokens from the speaker to what he announces: the day stands between

const byNation = typesWith('doer', 'nationality');

/** Words whose nationality tells of no doer: "من الأراضي اليمنية". */
const grounds =
  /^[ولب]?(?:ال)?(?:اراضي|حدود|مدينه|عاصمه|قريه|بلده|محافظه|منطقه|مياه|اجواء|اصل|جنسيه|سواحل|ولايه|مقاطعه|قذايف|صواريخ|صنع|نوع|طراز|جسر|سفاره)$/u;

/** "واعتقل مسلم": of someone who is no force the verb is passive, written like the active. */
const isTaken = ({ kind, sector }: PartyMention, type: EventTypeId, isSubjectFirst: boolean): boolean =>
  takings.has(type) &&
  !isSubjectFirst &&
  !authorities.has(sector ?? '') &&
  (kind === 'person' || kind === 'generic');
const takings = typesWith('target', 'captive');

export const patients = typesWith('target', 'office');

/** Whether a party inside the words of a trigger does it: "استهدف مسلحون … حقل", "إغلاق مكتب المنظمة". */
function actsInside(sentence: Sentence, trigger: Trigger, type: EventTypeId, inside: PartyMention): boolean {
  if (!inside.canAct || trigger.form.voice === 'passive') return false;
  if (type === 'leadership_change' && trigger.form.pos !== 'verb' && isNamedPerson(inside)) return false; // "تعيين فلان سفيرا"
  if (type === 'force_deployment' && armedOrCourt.has(inside.sector ?? '')) return true; // "شهدت المدينة انتشار قوات …"
  const isFirst = inside.from === trigger.from;
  if (isFirst || (type !== 'leadership_change' && isDoerOfAction(sentence, inside))) return true;
  const isBody =
    trigger.form.pos === 'verb' && inside.kind === 'institution' && authorities.has(inside.sector ?? '');
  if (patients.has(type) && inside.to >= trigger.to && !isBody && !armedOrCourt.has(inside.sector ?? ''))
    return false;
  const begins = isPartOf(sentence, inside) ? inside.from - 2 : tokenOfTitle(sentence, inside); // "عثرت قوة من الجيش على"
  if (begins === trigger.from + 1 && (trigger.form.pos === 'verb' || inside.to < trigger.to)) return true;
  if (trigger.form.pos === 'verb') return false;
  return authorities.has(inside.sector ?? '') && !patients.has(type);
}

/** "استهداف الاحتلال منزل عائلة", "قصف الجيش لقرية": a genitive with an object behind it is the doer. */
function isDoerOfAction({ field, places }: Sentence, { to, canAct, sector }: PartyMention): boolean {
  if (!canAct || !authorities.has(sector ?? '')) return false;
  const next = field.tokens[to];
  if (next?.kind !== 'word') return false;
  if (/^ل(?!(?:لا|م|ن|ا|كن|دي|مده|يوم|ليوم|يله|لمره|عده)$)/u.test(next.key) && next.key.length > 3)
    return true;
  return standsAt(things, field.readings, to, to + 1) || places.some(({ mention }) => mention.from === to);
}

/** "إن فرنسا نشرت", a sentence that begins with its subject: what follows the verb is not the doer. */
const isTopic = (sentence: Sentence, subject: PartyMention, trigger: Trigger): boolean =>
  (subject.to === trigger.from ||
    (subject.to === trigger.from - 1 && sentence.field.tokens[subject.to]?.text === '#')) &&
  (tokenOfTitle(sentence, subject) === sentence.from ||
    /^(?:ل|ب)?ان(?:ه)?$/.test(wordBefore(sentence, { ...subject, from: tokenOfTitle(sentence, subject) })));

/** "حملتها", "بقصفه": a noun with its possessor written onto it belongs to one named before. */
const isPossessed = ({ field }: Sentence, { to, form }: Trigger): boolean =>
  form.pos !== 'verb' && /(?:ها|هم|ه)$/u.test(field.tokens[to - 1]?.text ?? '');

/** A noun of happening belongs to its doer ("قصف قوات النظام"), a noun of action to its patient ("اعتقال ناشط"). */
export const isHappening = ({ entry, form }: Trigger, type: EventTypeId): boolean =>
  form.pos !== 'verb' && (entry.roles === 'E' || (entry.roles === 'V' && strikes.has(type)));

const subjectReach = 4; // tokens between a verb and its subject: time words stand between
const genitiveReach = 2; // tokens between a noun and what it belongs to
