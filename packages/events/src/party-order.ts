import type { PartyMention } from '@rasid/actors';
import type { EventTypeId } from './data.ts';
import { isMarked } from './marks.ts';
import { add, authorities, cliticOf, isPartOf, type Parties, type Role, wordBefore } from './party.ts';
import { armedOrCourt, isTarget, mayAct, strikes, takesOffice } from './party-able.ts';
import { standsAt } from './pattern.ts';
import { things } from './positions.ts';
import type { Sentence } from './reading.ts';
import { tokenOfTitle } from './titles.ts';
import type { Trigger } from './triggers.ts';

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
  const before = open.filter(({ to }) => to <= trigger.from);
  const inside = open.find(({ from, to }) => from < trigger.to && to > trigger.from);
  const after = open.filter((each) => each.from >= trigger.from && each !== inside);
  const isVerb = self !== null || (trigger.form.pos === 'verb' && !isAnnounced(sentence, trigger));
  const subject = self ?? [...before].reverse().find(({ canAct, kind }) => canAct && kind !== 'adjective');
  const last = /^ال[ا]خيره?$/u.test(sentence.field.tokens[trigger.to]?.key ?? '') ? before.at(-1) : undefined;
  const isSubjectFirst = self !== null || (subject !== undefined && isTopic(sentence, subject, trigger));
  const [next, second] = after.filter(
    (each) => each.kind !== 'adjective' && !isConjoined(sentence, open[open.indexOf(each) - 1], each),
  );
  const isPassive =
    isVerb &&
    (trigger.form.voice === 'passive' || (next !== undefined && isTaken(next, type, isSubjectFirst)));
  const put = (role: Role, mention: PartyMention | undefined) => {
    if (
      mention &&
      (role === 'targets'
        ? isTarget(mention, trigger, type)
        : mayAct(mention, type, isVerb || mention === inside))
    )
      add(found, role, sentence, mention);
  };
  const isOfTaken = isMarked(trigger, 'taken');
  if (inside && isOfTaken) put('targets', inside);
  else if (inside) {
    const isDecree = trigger.entry.roles === 'D' && !isVerb && subject !== undefined; // "قام الوزير بتشكيل لجنة"
    const isObject = isVerb && isSubjectFirst && trigger.form.voice !== 'passive'; // "الحكومة تحمل س مسؤولية الهجوم"
    const isNamed = type === 'leadership_change' && !isVerb && subject !== undefined && takesOffice(inside); // "قرر الرئيس تعيين فلان وزيرا"
    const isDoer = !(isDecree || isObject || isNamed) && actsInside(sentence, trigger, type, inside);
    if (isDecree) put('actors', subject);
    put(isDoer ? 'actors' : 'targets', inside);
    if (trigger.entry.roles !== 'D' || !(isDoer || isDecree))
      put(isDoer ? 'targets' : 'actors', isDoer ? next : subject);
  } else if (isOfTaken) put('targets', isVerb ? (isSubjectFirst ? subject : (next ?? subject)) : next);
  else if (isPassive) put('targets', next);
  else if (isVerb) {
    const isAdjacent = next !== undefined && tokenOfTitle(sentence, next) - trigger.to <= subjectReach;
    const isNextActor =
      isAdjacent &&
      next.canAct &&
      !isSubjectFirst &&
      (!subject || trigger.form.tense === 'past') &&
      !(type === 'leadership_change' && second === undefined && takesOffice(next)); // "وعين فلانا خلفا له"
    put('actors', isNextActor ? next : subject);
    put('targets', isNextActor ? second : next);
  } else if (isHappening(trigger, type)) {
    const isGenitive =
      !isPossessed(sentence, trigger) &&
      next !== undefined &&
      next.from - trigger.to <= genitiveReach &&
      next.canAct;
    put('actors', isGenitive ? next : subject);
    if (!isGenitive) put('targets', next?.canSuffer ? next : undefined);
  } else {
    const isDoer =
      next !== undefined &&
      next.from - trigger.to <= 1 &&
      type !== 'leadership_change' &&
      isDoerOfAction(sentence, next);
    const isElection = type === 'election'; // who is voted for or calls it stands by a verb
    const doer =
      (trigger.entry.roles === 'D' && !isElection) || trigger.entry.roles === 'T'
        ? (subject ?? next)
        : subject;
    put('actors', last ?? (isDoer ? next : doer)); // "إقالة الأخير للوزير": who was named last
    put('targets', isDoer ? second : trigger.entry.roles === 'D' ? undefined : next);
  }
  if (found.actors.length === 0 && type !== 'judicial_proceeding')
    put(
      'actors',
      open.find(
        (each) =>
          each.kind === 'adjective' &&
          forceful.has(type) &&
          Math.abs(each.from - trigger.to) <= genitiveReach &&
          !grounds.test(sentence.field.tokens[each.from - 1]?.key ?? ''),
      ),
    );
  for (const role of ['actors', 'targets'] as const) addConjoined(found, role, sentence, open);
}

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
const announceReach = 5; // tokens from the speaker to what he announces: the day stands between

/** Types whose doer a nationality alone may tell: "غارة إسرائيلية". */
const forceful = new Set<EventTypeId>([
  'air_drone_strike',
  'shelling_missile',
  'bombing',
  'armed_attack',
  'armed_clash',
  'territorial_change',
  'force_deployment',
  'interception_defusal',
  'property_destruction',
  'sanctions_rupture',
  'humanitarian_aid',
]);

/** Words whose nationality tells of no doer: "من الأراضي اليمنية". */
const grounds =
  /^[ولب]?(?:ال)?(?:اراضي|حدود|مدينه|عاصمه|قريه|بلده|محافظه|منطقه|مياه|اجواء|اصل|جنسيه|سواحل|ولايه|مقاطعه|قذايف|صواريخ|صنع|نوع|طراز|جسر|سفاره)$/u;

/** "واعتقل مسلم": of someone who is no force the verb is passive, written like the active. */
const isTaken = ({ kind, sector }: PartyMention, type: EventTypeId, isSubjectFirst: boolean): boolean =>
  takings.has(type) &&
  !isSubjectFirst &&
  !authorities.has(sector ?? '') &&
  (kind === 'person' || kind === 'generic');
const takings = new Set<EventTypeId>(['arrest', 'abduction', 'prisoner_release']);

/** Types whose object may be an office behind the name of who acts: "أقال فلان وزير الدفاع". */
export const patients = new Set<EventTypeId>([
  'sanctions_rupture',
  'leadership_change',
  'judicial_proceeding',
  'arrest',
]);

/** Whether a party inside the words of a trigger does it: "استهدف مسلحون … حقل", "إغلاق مكتب المنظمة". */
function actsInside(sentence: Sentence, trigger: Trigger, type: EventTypeId, inside: PartyMention): boolean {
  if (!inside.canAct || trigger.form.voice === 'passive') return false;
  if (type === 'force_deployment' && armedOrCourt.has(inside.sector ?? '')) return true; // "شهدت المدينة انتشار قوات …"
  const isFirst = inside.from === trigger.from;
  if (isFirst || (type !== 'leadership_change' && isDoerOfAction(sentence, inside))) return true;
  if (patients.has(type) && inside.to >= trigger.to && !armedOrCourt.has(inside.sector ?? '')) return false;
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
  subject.to === trigger.from &&
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

/** "الجيش والشرطة", "الحراس ومدير …، بالإضافة إلى قاصرين": what is joined to a party has its role. */
function addConjoined(found: Parties, role: Role, sentence: Sentence, open: readonly PartyMention[]): void {
  for (const [index, mention] of open.entries()) {
    const previous = open[index - 1];
    if (!previous || !isConjoined(sentence, previous, mention)) continue;
    if (found[role].some(({ span }) => span.start === previous.start)) add(found, role, sentence, mention);
  }
}

/** Whether a mention goes on a list that the one before it is on. */
export function isConjoined(
  sentence: Sentence,
  previous: PartyMention | undefined,
  mention: PartyMention,
): boolean {
  if (!previous || mention.from - previous.to > listGap) return false;
  return cliticOf(sentence, mention).includes('و') && !isInterrupted(sentence, previous.to, mention.from);
}
const listGap = 4; // tokens of what a name goes on with: "حراس المسجد الأقصى ومدير …"

/** A preposition or a clause of its own ends the name before a conjunction. */
function isInterrupted({ field }: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (
      /^(?:في|من|علي|الي|عن|مع|ان|التي|الذي|الذين|خلال|بعد|عند)$|^[،,.]$/u.test(field.tokens[at]?.key ?? '')
    )
      return true;
  return false;
}
