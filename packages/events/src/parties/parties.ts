import type { PartyMention } from '@rasid/actors';
import { type EventTypeId, typesWith } from '../data.ts';
import { isMarked } from '../marks.ts';
import { clauseAt, type Sentence } from '../text/reading.ts';
import { isOwnDeed, isSpeaker } from '../text/speech.ts';
import { isNamedPerson, isOfHolder, isPlace, isTitle, tokenOfTitle } from '../text/titles.ts';
import type { Trigger } from '../wordings/triggers.ts';
import { isAlly } from './allies.ts';
import { isAttached } from './attached.ts';
import { isConjoined } from './conjoined.ts';
import { crowds, isAuthority } from './crowds.ts';
import { harmAt, harmedRole } from './harmed.ts';
import {
  add,
  cliticOf,
  isOwnMember,
  isSame,
  isState,
  type Parties,
  type Role,
  symmetric,
  taking,
  toParty,
  wordBefore,
} from './party.ts';
import { addBeside, withoutMembers } from './party-lists.ts';
import { marked } from './party-marks.ts';
import { byOrder, patients } from './party-order.ts';
import { authorities, fighters } from './sectors.ts';
import { sidesOf } from './sides.ts';

const sided = typesWith('target', 'side', 'between');
const reach = 16; // tokens between a trigger and its parties
const meetingReach = 32; // of those who meet: their titles stand between

type Happening = { sentence: Sentence; trigger: Trigger; type: EventTypeId };

/** Who did it, to whom, and who was harmed: by prepositions first, then by the order of the words. */
export function partiesOf(...told: Parameters<typeof allPartiesOf>): Parties {
  return withoutMembers(allPartiesOf(...told), told[0]);
}

function allPartiesOf(sentence: Sentence, trigger: Trigger, type: EventTypeId, isAlone: boolean): Parties {
  const told = { sentence, trigger, type };
  const found: Parties = { actors: [], targets: [], victims: [] };
  const clause = clauseAt(sentence, trigger.from);
  const named = sentence.parties.filter(
    (each) =>
      each.from >= clause[0] &&
      each.to <= clause[1] &&
      !isTitle(sentence, each) &&
      !isPlace(sentence, each) &&
      !isAttached(sentence, each) &&
      !(type === 'leadership_change' && isPost(sentence, each)),
  );
  const sides = hasSides(told) ? sidesOf(sentence, trigger, clause, named) : [];
  if (sides.length > 1) {
    for (const side of sides)
      add(found, crowds.has(type) && isAuthority(side) ? 'targets' : 'actors', sentence, side);
    if (isAlone) addHarmed(found, told);
    return found;
  }
  const near = named.filter((each) => isNear(told, each, clause[0]));
  const { open, allies, speaker } = addMarked(found, told, near);
  const self = speaker && isOwnDeed(sentence, trigger, speaker) ? speaker : null;
  byOrder(found, sentence, trigger, type, open, self);
  if (self) addBeside(found, sentence, self, near);
  if (isAlone) addHarmed(found, told);
  if (speaker) addSpeaker(found, told, speaker);
  addSubject(found, told, clause[0], named);
  if (type === 'diplomatic_meeting' && found.actors.length === 1) addHost(found, told, named);
  if (speaker && symmetric.has(type) && isCounterpart(sentence, found))
    add(found, 'actors', sentence, speaker);
  const owner = ownerOf(found, told, speaker);
  if (owner) add(found, 'actors', sentence, owner);
  for (const ally of allies) add(found, 'actors', sentence, ally);
  return isReported(told) ? ofSpeaker(found, sentence) : found;
}

/** "قال البيت الأبيض إن روسيا تشكل تهديدا": of a position told in a noun behind "أن" the one who says it takes it. */
function isReported({ sentence: { cues, field }, trigger, type }: Happening): boolean {
  if (type !== 'official_stance' || trigger.form.pos === 'verb') return false;
  const said = cues.find(({ speaker }) => speaker);
  if (!said?.speaker || said.speaker.to > trigger.from || said.to > trigger.from) return false;
  return field.tokens.slice(said.to, trigger.from).some(({ key }) => /^ب?ان(?:ه|ها|هم)?$/u.test(key));
}

const hasSides = ({ trigger, type }: Happening): boolean => sided.has(type) && trigger.entry.roles === 'S';

/** Whether a party stands near enough to a trigger; offices that follow a name are no parties of their own. */
const isNear = ({ sentence, trigger, type }: Happening, mention: PartyMention, first: number): boolean =>
  ((patients.has(type) && mention.kind !== 'generic') || !isOfHolder(sentence, mention)) &&
  (mention.from >= trigger.from - reach || isHead(sentence, mention, first)) &&
  mention.to <= trigger.to + (symmetric.has(type) && trigger.form.pos === 'verb' ? meetingReach : reach);

type Unmarked = { open: PartyMention[]; allies: PartyMention[]; speaker: PartyMention | undefined };

/** Adds the parties whose role a mark or the list they stand on tells; gives back the others, and who speaks. */
function addMarked(
  found: Parties,
  { sentence, trigger, type }: Happening,
  near: readonly PartyMention[],
): Unmarked {
  const rest: Unmarked = { open: [], allies: [], speaker: undefined };
  for (const [index, mention] of near.entries()) {
    const before = near[index - 1];
    if (isReporter(mention, type)) continue;
    if (type !== 'official_stance' && isSpeaker(sentence, mention)) rest.speaker ??= mention;
    else if (!sided.has(type) && isAlly(sentence, mention)) rest.allies.push(mention);
    else {
      const joined = isConjoined(sentence, before, mention) ? roleOf(found, before) : undefined;
      const role = joined ?? marked(sentence, trigger, type, mention, found);
      if (role === 'open') rest.open.push(mention);
      else if (role) add(found, role, sentence, mention);
    }
  }
  return rest;
}

/** Where nobody else acts, who announces an act of an authority does it. */
function addSpeaker(found: Parties, { sentence, trigger, type }: Happening, speaker: PartyMention): void {
  if (found.actors.length > 0) return;
  if (announces(speaker, type) || isOfItself(sentence, trigger, speaker) || mourns(sentence, type, speaker))
    add(found, 'actors', sentence, bodyOf(speaker));
}

/** "أعلن الجيش مقتل ثمانية من جنوده في اشتباكات": whose dead they are is a side. */
const mourns = ({ parties }: Sentence, type: EventTypeId, { sector }: PartyMention): boolean =>
  type === 'armed_clash' && fighters.has(sector ?? '') && parties.some(isOwnMember);

const selfReach = 8; // tokens between "إنها" and the noun of what was done

/** "قالت القوات إنها كثفت حملة جوية": a body that goes on about itself does what stands in that clause. */
function isOfItself(
  { field, parties }: Sentence,
  { from, form }: Trigger,
  { to, kind, sector }: PartyMention,
): boolean {
  if (form.pos === 'verb' || kind === 'person' || kind === 'office' || !authorities.has(sector ?? ''))
    return false;
  for (let at = Math.max(to, from - selfReach); at < from; at++) {
    if (!/^ب?ان(?:ه|ها)$/u.test(field.tokens[at]?.key ?? '')) continue;
    const next = field.tokens[at + 1]?.key ?? '';
    return !impersonal.test(next) && parties.every((each) => each.from <= at || each.from >= from);
  }
  return false;
}
const impersonal =
  /^(?:س?[يت]?تم|جري|جرت|لا|لم|لن|ليس|يجب|ينبغي|يمكن|من|في|قد|يوجد|حتي|بعد|منذ|خلال|تلق.*|علم.*|[يت]?تعرض.*|[يت]?واجه.*|فقدت?|خسرت?)$/u;

/** What opens a clause without a subject of its own. */
const goesOn = /^(?:بعدما|بعد|حيث|ثم|وبذلك|وبعدها)$/u;
const deeds = typesWith('doer', 'same-subject');

/** "أحرز الجيش تقدما بعدما تمكن من السيطرة على …": the clause goes on with the subject of the one before. */
function addSubject(
  found: Parties,
  { sentence, trigger, type }: Happening,
  first: number,
  named: readonly PartyMention[],
): void {
  if (found.actors.length > 0 || first <= sentence.from || !deeds.has(type)) return;
  if (!goesOn.test(sentence.field.tokens[first]?.key ?? '') || named.some(({ to }) => to <= trigger.from))
    return;
  const subject = sentence.parties.find(({ from, kind }) => from < first && kind !== 'adjective');
  if (!subject?.canAct || isPlace(sentence, subject) || isSpeaker(sentence, subject)) return;
  if (
    harmAt(sentence, subject) >= 0 ||
    found.targets.some((each) => isSame(each, toParty(sentence, subject)))
  )
    return;
  add(found, 'actors', sentence, subject);
}

/** The state a traveller goes to is the other side. */
function addHost(found: Parties, { sentence, trigger }: Happening, named: readonly PartyMention[]): void {
  const host = named.find((each) => isVisited(sentence, trigger, each));
  if (host) add(found, 'actors', sentence, host);
}

/** A position that no rule reads is that of who speaks. */
export function ofSpeaker({ actors, targets, victims }: Parties, sentence: Sentence): Parties {
  const said = sentence.cues.find(({ speaker }) => speaker)?.speaker;
  if (!said || isReporter(said, 'diplomatic_meeting')) return { actors, targets, victims };
  const own = toParty(sentence, said);
  return { actors: [own], targets: targets.filter((each) => !isSame(each, own)), victims };
}

/** "وصل الرئيس إلى كينيا", "زيارة للأردن": the state a traveller goes to is the other side, where no other is named. */
const isVisited = (sentence: Sentence, trigger: Trigger, mention: PartyMention): boolean =>
  isMarked(trigger, 'travel') &&
  mention.from > trigger.from &&
  isState(mention.canon) &&
  mention.kind === 'registered' &&
  (wordBefore(sentence, mention) === 'الي' || cliticOf(sentence, mention).includes('ل'));

const counterpartReach = 3; // tokens from "نظيره" to the name: his nation and rank stand between

/** "رئيسا لروسيا", "سفيرا لدى الأمم المتحدة": what somebody becomes is nobody. */
const isPost = ({ field }: Sentence, { kind, from }: PartyMention): boolean =>
  kind === 'office' &&
  /^(?:ك|ل)?(?:رييسا|رييسه|وزيرا|سفيرا|مديرا|قايدا|ناييبا|نايبا|محافظا|امينا|مستشارا|مبعوثا|ممثلا|حاكما|وكيلا|مندوبا)$/u.test(
    field.tokens[from]?.key ?? '',
  );

/** "قال س إن … خلال لقائه ص": talks with a possessor written onto them are those of who speaks, or was named last. */
function ownerOf(
  { actors }: Parties,
  { sentence, trigger, type }: Happening,
  speaker: PartyMention | undefined,
): PartyMention | undefined {
  if (!symmetric.has(type) || trigger.form.pos === 'verb' || actors.length > 1) return undefined;
  const [ending] = /(?<=.{3})(?:هما|ها|هم|ه)$/u.exec(sentence.field.tokens[trigger.from]?.text ?? '') ?? [];
  if (!ending) return undefined;
  const fits = (each: PartyMention) =>
    each.canAct && (ending === 'ه') === (each.number === 'one') && !isPlace(sentence, each);
  if (speaker && speaker.to <= trigger.from && (ending === 'هما' || fits(speaker))) return speaker;
  if (ending === 'هما') return undefined;
  return sentence.parties.findLast((each) => each.to <= trigger.from && isNamedPerson(each) && fits(each));
}

/** "أعلن الوزير أنه اتفق مع نظيره فلان": the counterpart is the speaker's. */
const isCounterpart = ({ field, parties }: Sentence, { actors }: Parties): boolean =>
  actors.length === 1 &&
  parties.some(
    ({ start, from }) =>
      actors[0]?.span.start === start &&
      [1, 2, counterpartReach].some((back) =>
        /^[ول]?نظير(?:ه|ته|ها|تها)$/u.test(field.tokens[from - back]?.key ?? ''),
      ),
  );

const headReach = 2; // tokens from the head of a clause to its subject: "أجرى الرئيس …"

const isHead = (sentence: Sentence, mention: PartyMention, first: number): boolean =>
  tokenOfTitle(sentence, mention) - first <= headReach;

/** The role a mention was given, if any. */
const roleOf = (found: Parties, mention: PartyMention | undefined): Role | undefined =>
  mention &&
  (['actors', 'targets'] as const).find((role) =>
    found[role].some(({ span }) => span.start >= mention.start && span.end <= mention.end),
  );

/** An arrest a spokesman tells of is his force's: "مدير شرطة المنطقة اللواء فلان". */
const bodyOf = (speaker: PartyMention): PartyMention =>
  (speaker.kind === 'person' || speaker.kind === 'office') && speaker.sector !== 'GOV'
    ? (speaker.nested.find(
        ({ kind, sector }) => kind !== 'person' && (sector === 'COP' || sector === 'MIL'),
      ) ?? speaker)
    : speaker;

const announced = typesWith('doer', 'announcer');

/** Who announces an act of an authority does it; sentences are passed by courts alone. */
const announces = ({ sector }: PartyMention, type: EventTypeId): boolean =>
  announced.has(type) && (type === 'judicial_proceeding' ? sector === 'JUD' : authorities.has(sector ?? ''));

/** Who tells of it takes no part in it: agencies and papers never, monitors only where they act themselves. */
const isReporter = ({ sourceType, kind }: PartyMention, type: EventTypeId): boolean =>
  ((sourceType === 'agency' || sourceType === 'media') && kind !== 'person' && kind !== 'generic') ||
  (sourceType === 'ngo_monitor' && !acting.has(type));
const acting = typesWith('doer', 'monitor');

/** The people harmed by the only happening of a sentence, wherever the sentence tells of them. */
function addHarmed(found: Parties, { sentence, trigger, type }: Happening): void {
  if (taking.has(type) || crowds.has(type)) return;
  for (const mention of sentence.parties) {
    if (isOfHolder(sentence, mention)) continue; // "اغتيل فلان القيادي في الحركة"
    const harm = harmAt(sentence, mention);
    const role = harm < 0 ? null : harmedRole(sentence, trigger, type, mention, harm);
    if (role) add(found, role, sentence, mention);
  }
}
