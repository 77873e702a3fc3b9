import type { PartyMention } from '@rasid/actors';
import type { Party } from '@rasid/contracts';
import { kindAt } from './counts.ts';
import type { EventTypeId } from './data.ts';
import { clauseAt, type Sentence, spanOf } from './reading.ts';
import { isSpeaker } from './speech.ts';
import type { Trigger } from './triggers.ts';

export type Parties = { actors: Party[]; targets: Party[]; victims: Party[] };
type Role = keyof Parties;

const symmetric = new Set<EventTypeId>(['armed_clash', 'diplomatic_meeting', 'agreement', 'ceasefire']);
const withoutActors = new Set<EventTypeId>(['accident', 'natural_disaster', 'disease_outbreak']);
const taking = new Set<EventTypeId>([
  'arrest',
  'abduction',
  'prisoner_release',
  'judicial_proceeding',
  'security_operation',
]);
const crowds = new Set<EventTypeId>(['protest', 'riot']);
const maxParties = 5; // of one role in one event; longer lists are enumerations of something else
const reach = 16; // tokens between a trigger and its parties

/** Who did it, to whom, and who was harmed: by prepositions first, then by the order of the words. */
export function partiesOf(
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  isAlone: boolean,
): Parties {
  const found: Parties = { actors: [], targets: [], victims: [] };
  const [first, last] = clauseAt(sentence, trigger.from);
  const near = sentence.parties.filter(
    (each, index) =>
      each.from >= Math.max(first, trigger.from - reach) &&
      each.to <= Math.min(last, trigger.to + reach) &&
      !isTitleOf(sentence, each, sentence.parties[index + 1]),
  );
  const open: PartyMention[] = [];
  let speaker: PartyMention | undefined;
  for (const mention of near) {
    if (isReporter(mention, type)) continue;
    if (type !== 'official_stance' && isSpeaker(sentence, mention)) {
      speaker ??= mention;
      continue;
    }
    const role = marked(sentence, trigger, type, mention, found);
    if (role === 'open') open.push(mention);
    else if (role) add(found, role, sentence, mention);
  }
  byOrder(found, sentence, trigger, type, open);
  if (isAlone) addHarmed(found, sentence, trigger, type);
  if (found.actors.length === 0 && speaker && announced.has(type) && authorities.has(speaker.sector ?? ''))
    add(found, 'actors', sentence, speaker);
  return found;
}

/** "الرئيس الأمريكي، دونالد ترامب": the office before a comma is the person after it. */
function isTitleOf({ field }: Sentence, office: PartyMention, next: PartyMention | undefined): boolean {
  if (office.kind !== 'office' || !next || next.number !== 'one' || next.kind === 'office') return false;
  if (next.kind !== 'person' && next.kind !== 'registered') return false;
  const between = field.text.slice(office.end, next.start);
  return /^[\s،,"]{1,3}$/u.test(between);
}

/** Who tells of it takes no part in it: agencies and papers never, monitors only where they act themselves. */
const isReporter = ({ sourceType }: PartyMention, type: EventTypeId): boolean =>
  sourceType === 'agency' || sourceType === 'media' || (sourceType === 'ngo_monitor' && !acting.has(type));
const acting = new Set<EventTypeId>([
  'official_stance',
  'humanitarian_aid',
  'protest',
  'agreement',
  'diplomatic_meeting',
]);

/** The people harmed by the only happening of a sentence, wherever the sentence tells of them. */
function addHarmed(found: Parties, sentence: Sentence, trigger: Trigger, type: EventTypeId): void {
  if (taking.has(type) || crowds.has(type)) return;
  for (const mention of sentence.parties)
    if (mention.from >= trigger.to && isHarmed(sentence, mention)) add(found, 'victims', sentence, mention);
}

function add(parties: Parties, role: Role, sentence: Sentence, mention: PartyMention): void {
  const party = toParty(sentence, mention);
  const isKnown = Object.values(parties).some((list) => list.some((each) => isSame(each, party)));
  if (!isKnown && parties[role].length < maxParties) parties[role].push(party);
}

const againstWords = new Set([
  'ضد',
  'بحق',
  'استهدف',
  'استهدفت',
  'تستهدف',
  'يستهدف',
  'طالت',
  'طال',
  'لملاحقه',
  'حق',
  'تجاه',
]);
const byWords = new Set([
  'يد',
  'ايدي',
  'قبل',
  'جانب',
  'بواسطه',
  'برصاص',
  'بنيران',
  'نيران',
  'رصاص',
  'تنفذه',
  'نفذته',
  'نفذه',
  'تشنه',
  'تشنها',
  'مصدره',
  'نفذتها',
]);
const elsewhereWords = new Set([
  'في',
  'داخل',
  'قرب',
  'خلال',
  'منذ',
  'بعد',
  'عقب',
  'حسب',
  'وفق',
  'بحسب',
  'وفقا',
  'الي',
  'عند',
  'حول',
  'امام',
  'عبر',
  'لدي',
]);

/** The role a preposition or a casualty gives a mention; `open` where only the order of words can tell. */
function marked(
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  mention: PartyMention,
  found: Parties,
): Role | 'open' | null {
  const before = wordBefore(sentence, mention);
  const clitic = cliticOf(sentence, mention);
  const isAfter = mention.from >= trigger.to;
  if (isHarmed(sentence, mention)) {
    if (taking.has(type)) return 'targets';
    return crowds.has(type) && mention.sector === 'OPP' ? 'actors' : 'victims';
  }
  if (withoutActors.has(type)) return null;
  if (byWords.has(before) && mention.canAct) return 'actors';
  if (crowds.has(type))
    return Math.abs(mention.from - trigger.to) <= crowdReach ? crowdRole(mention, before) : null;
  const followsTrigger = mention.from - 1 >= trigger.from && mention.from - 1 < trigger.to;
  if (againstWords.has(before) && !followsTrigger) return 'targets';
  if (before === 'من' && isSupport(sentence, mention)) return mention.canAct ? 'actors' : null;
  if (symmetric.has(type)) return symmetricRole(mention, before, isAfter);
  if (before === 'علي' && isAfter) return mention.kind === 'adjective' ? null : 'targets';
  if (elsewhereWords.has(before) || clitic.includes('ب')) return null;
  if (before === 'مع') return type === 'official_stance' ? 'targets' : null;
  if (clitic.includes('ل') && isAfter && isHappening(trigger, type) && mention.canAct) return 'actors';
  if (before === 'من' || before === 'عن')
    return isAfter && taking.has(type) && found.targets.length === 0 ? 'open' : null;
  return 'open';
}

/** "بدعم جوي من قوات التحالف": who supports takes part. */
const isSupport = ({ field }: Sentence, { from }: PartyMention): boolean =>
  [2, 3, 4].some((back) =>
    /^(?:بدعم|بمشاركه|بمسانده|بموازره|بالتعاون|دعم)$/.test(field.tokens[from - back]?.key ?? ''),
  );

const crowdReach = 9; // tokens between a gathering and who gathers

/** People gather, whatever they are; what they gather against is the target. */
function crowdRole(mention: PartyMention, before: string): Role | null {
  if (againstWords.has(before)) return 'targets';
  const isForce = ['COP', 'MIL', 'GOV', 'SPY'].includes(mention.sector ?? '');
  return isForce || mention.kind === 'adjective' || elsewhereWords.has(before) ? null : 'actors';
}

/** People without an organisation meet nobody, sign nothing and fight no battle. */
const unorganised = new Set(['CVL', 'LAB', 'EDU', 'JRN', 'REF', 'MED']);

function symmetricRole(mention: PartyMention, before: string, isAfter: boolean): Role | null {
  if (mention.kind === 'adjective' || !mention.canAct || unorganised.has(mention.sector ?? '')) return null;
  if (elsewhereWords.has(before) && before !== 'في') return null;
  return isAfter || before !== 'في' ? 'actors' : null;
}

/** Gives the parties without a mark their roles: subject and object of a verb, genitives of a noun. */
function byOrder(
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

/** Acts of authorities: who announces them does them unless another is named. */
const announced = new Set<EventTypeId>([
  'security_operation',
  'arrest',
  'seizure',
  'judicial_proceeding',
  'government_decision',
  'economic_measure',
  'restriction_closure',
  'sanctions_rupture',
  'leadership_change',
  'territorial_change',
  'force_deployment',
  'prisoner_release',
]);
const authorities = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'REB', 'PRM', 'SPY', 'PTY', 'IGO']);

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
const isHappening = ({ entry, form }: Trigger, type: EventTypeId): boolean =>
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

/** The key of the word before a mention, without its conjunction. */
function wordBefore({ field }: Sentence, { from }: PartyMention): string {
  let at = from - 1;
  if (field.tokens[at]?.kind === 'punctuation') at--;
  return field.tokens[at]?.key.replace(/^و(?=\S{2})/, '') ?? '';
}

/** The particles written onto a mention's first word: "للتحالف", "والجيش". */
const cliticOf = ({ field }: Sentence, { from, start }: PartyMention): string =>
  field.text.slice(field.tokens[from]?.start ?? start, start);

/** People with a casualty word before them, a number between at most. */
function isHarmed({ field, from: first }: Sentence, { from, kind, canSuffer }: PartyMention): boolean {
  if (!canSuffer || kind === 'institution' || kind === 'adjective') return false;
  for (let at = from; at >= Math.max(first, from - harmReach); at--) {
    const count = kindAt(field.readings[at]);
    if (count === 'killed' || count === 'wounded') return at < from || kind === 'generic';
    if (at < from && /^(?:في|علي|من|الي|ب|عن)$/.test(field.tokens[at]?.key ?? '')) return false;
  }
  return false;
}
const harmReach = 3; // "إصابة أكثر من 5 مدنيين"

/** "خلايا تنظيم الدولة": where only the inner name is known, it is the party. */
export function toParty(sentence: Sentence, mention: PartyMention): Party {
  const known = mention.canon
    ? undefined
    : mention.nested.find(({ canon, canAct }) => canAct && canon && !isState(canon));
  const { canon, sector, country, start, end } = known ?? mention;
  const span = spanOf(sentence.field, start, end);
  return { text: span.text, canon, sector, country, span };
}

/** States are known by their two letters (ISO 3166-1). */
const isState = (canon: string | null): boolean => canon !== null && /^[A-Z]{2}$/.test(canon);

export const isSame = (a: Party, b: Party): boolean =>
  (a.canon !== null && a.canon === b.canon) || a.text === b.text;
