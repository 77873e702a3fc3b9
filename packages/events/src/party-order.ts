import type { PartyMention } from '@rasid/actors';
import type { EventTypeId } from './data.ts';
import {
  add,
  authorities,
  cliticOf,
  isState,
  type Parties,
  type Role,
  taking,
  unorganised,
  wordBefore,
} from './party.ts';
import type { Sentence } from './reading.ts';
import type { Trigger } from './triggers.ts';

/** Gives the parties without a mark their roles: subject and object of a verb, genitives of a noun. */
export function byOrder(
  found: Parties,
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  open: readonly PartyMention[],
): void {
  const before = open.filter(({ to }) => to <= trigger.from);
  const inside = open.find(({ from, to }) => from < trigger.to && to > trigger.from);
  const after = open.filter((each) => each.from >= trigger.from && each !== inside);
  const isVerb = trigger.form.pos === 'verb';
  const isPassive = isVerb && trigger.form.voice === 'passive';
  const subject = [...before].reverse().find(({ canAct, kind }) => canAct && kind !== 'adjective');
  const isSubjectFirst = subject !== undefined && isTopic(sentence, subject, trigger);
  const [next, second] = after.filter(({ kind }) => kind !== 'adjective');
  const put = (role: Role, mention: PartyMention | undefined) => {
    if (mention && (role === 'targets' ? isTarget(mention, trigger, type) : mayAct(mention, type)))
      add(found, role, sentence, mention);
  };
  if (inside) {
    put(authorities.has(inside.sector ?? '') ? 'actors' : 'targets', inside);
    put(found.actors.length > 0 ? 'targets' : 'actors', found.actors.length > 0 ? next : subject);
  } else if (isPassive) put('targets', next);
  else if (isVerb) {
    const isAdjacent = next !== undefined && next.from - trigger.to <= subjectReach;
    const isNextActor =
      isAdjacent && next.canAct && !isSubjectFirst && (!subject || trigger.form.tense === 'past');
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
    put('actors', trigger.entry.roles === 'D' || trigger.entry.roles === 'T' ? (subject ?? next) : subject);
    put('targets', trigger.entry.roles === 'D' ? undefined : next);
  }
  if (found.actors.length === 0 && type !== 'judicial_proceeding')
    put(
      'actors',
      open.find(({ kind, from }) => kind === 'adjective' && Math.abs(from - trigger.to) <= genitiveReach),
    );
  for (const role of ['actors', 'targets'] as const) addConjoined(found, role, sentence, open);
}

/** "إن فرنسا نشرت", a sentence that begins with its subject: what follows the verb is not the doer. */
const isTopic = (sentence: Sentence, subject: PartyMention, trigger: Trigger): boolean =>
  subject.to === trigger.from &&
  (subject.from === sentence.from || /^(?:ل|ب)?ان(?:ه)?$/.test(wordBefore(sentence, subject)));

/** "حملتها", "بقصفه": a noun with its possessor written onto it belongs to one named before. */
const isPossessed = ({ field }: Sentence, { to, form }: Trigger): boolean =>
  form.pos !== 'verb' && /(?:ها|هم|ه)$/u.test(field.tokens[to - 1]?.text ?? '');

/** Unarmed people protest, riot and hurt each other; they strike, arrest and decree nothing. */
const mayAct = ({ sector }: PartyMention, type: EventTypeId): boolean =>
  !unarmedActs.has(type) || !unorganised.has(sector ?? '');
const unarmedActs = new Set<EventTypeId>([
  'air_drone_strike',
  'shelling_missile',
  'armed_clash',
  'arrest',
  'security_operation',
  'force_deployment',
  'territorial_change',
  'economic_measure',
  'government_decision',
]);

const objectReach = 6; // tokens between a strike and what it is on, the doer between them

/** A place is no target, and what stands far from a strike is not struck; only people are taken. */
function isTarget(
  { canon, kind, canSuffer, from }: PartyMention,
  trigger: Trigger,
  type: EventTypeId,
): boolean {
  const isCountry = isState(canon);
  if (taking.has(type)) return canSuffer && !isCountry && kind !== 'institution';
  if (strikes.has(type) || type === 'armed_attack')
    return !isCountry && kind !== 'person' && from - trigger.to <= objectReach;
  return type === 'official_stance' || type === 'sanctions_rupture' || !isCountry;
}

const strikes = new Set<EventTypeId>([
  'air_drone_strike',
  'shelling_missile',
  'bombing',
  'interception_defusal',
]);

/** A noun of happening belongs to its doer ("قصف قوات النظام"), a noun of action to its patient ("اعتقال ناشط"). */
export const isHappening = ({ entry, form }: Trigger, type: EventTypeId): boolean =>
  form.pos !== 'verb' && (entry.roles === 'E' || (entry.roles === 'V' && strikes.has(type)));

const subjectReach = 4; // tokens between a verb and its subject: time words stand between
const genitiveReach = 2; // tokens between a noun and what it belongs to

/** "الجيش والشرطة": what is joined by و to a party has its role. */
function addConjoined(found: Parties, role: Role, sentence: Sentence, open: readonly PartyMention[]): void {
  for (const [index, mention] of open.entries()) {
    const previous = open[index - 1];
    if (!previous || mention.from - previous.to > 1 || !cliticOf(sentence, mention).includes('و')) continue;
    if (found[role].some(({ span }) => span.start === previous.start)) add(found, role, sentence, mention);
  }
}
