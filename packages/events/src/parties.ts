import type { ActorMention } from '@rasid/actors';
import { lookupKey } from '@rasid/arabic';
import type { Party } from '@rasid/contracts';
import type { EventTypeId } from './data.ts';
import { type Sentence, spanOf } from './reading.ts';
import type { Trigger } from './triggers.ts';

export type Parties = { actors: Party[]; targets: Party[]; victims: Party[] };

const symmetric = new Set<EventTypeId>(['armed_clash', 'diplomatic_meeting', 'agreement', 'ceasefire']);
const withoutActors = new Set<EventTypeId>(['accident', 'natural_disaster', 'disease_outbreak']);
const peopleSectors = new Set(['CVL', 'REF', 'JRN', 'EDU', 'LAB', 'MED']);
const violent = new Set<EventTypeId>([
  'air_drone_strike',
  'shelling_missile',
  'bombing',
  'armed_attack',
  'abduction',
  'territorial_change',
  'security_operation',
]);
const custody = new Set<EventTypeId>(['security_operation', 'arrest', 'seizure', 'judicial_proceeding']);
/** Acts of authorities: who announces them does them unless another is named. */
const official = new Set<EventTypeId>([
  ...custody,
  'government_decision',
  'economic_measure',
  'restriction_closure',
]);
const authority = new Set(['COP', 'MIL', 'GOV', 'JUD', 'LEG']);
const unrest = new Set<EventTypeId>(['protest', 'riot']);
const taking = new Set<EventTypeId>(['arrest', 'abduction', 'prisoner_release', 'judicial_proceeding']);
const armed = new Set(['MIL', 'COP', 'REB', 'PRM', 'UAF', 'SPY', 'CRM', 'IGO', 'PTY']);
const targetMarks = new Set(
  ['ضد', 'على', 'استهدف', 'استهدفت', 'تستهدف', 'مواقع', 'بحق', 'خلايا', 'لملاحقة', 'مع', 'عناصر', 'من'].map(
    lookupKey,
  ),
);
const againstMarks = new Set(
  ['ضد', 'بحق', 'استهدف', 'استهدفت', 'تستهدف', 'لملاحقة', 'استهداف'].map(lookupKey),
);
const sourceMarks = new Set(
  ['قال', 'قالت', 'ذكر', 'ذكرت', 'أفاد', 'أفادت', 'بحسب', 'حسب', 'وفق', 'أعلن', 'أعلنت', 'عن'].map(lookupKey),
);
const maxParties = 4; // of one role in one event; longer lists are enumerations of something else
const reach = 14; // tokens between a trigger and its parties

/** Who did it, to whom, and who was harmed, by the frame of the type and the order of the words. */
export function partiesOf(sentence: Sentence, trigger: Trigger): Parties {
  const parties: Parties = { actors: [], targets: [], victims: [] };
  const type = trigger.entry.type;
  const distance = (each: ActorMention) =>
    each.from >= trigger.from ? each.from - trigger.to : (trigger.from - each.to) * 1.5; // VSO: the doer follows
  const near = sentence.actors
    .filter((each) => Math.abs(each.from - trigger.from) <= reach * 2)
    .sort((a, b) => distance(a) - distance(b));
  const add = (role: keyof Parties, mention: ActorMention) => {
    const party = toParty(sentence, mention);
    const isKnown = Object.values(parties).some((list) => list.some((each) => isSame(each, party)));
    if (!isKnown && parties[role].length < maxParties) parties[role].push(party);
  };
  for (const mention of near) {
    const role = roleOf(sentence, trigger, type, mention, parties);
    if (role) add(role, mention);
  }
  const speaker = near.find(({ sector, kind }) => kind !== 'adjective' && authority.has(sector ?? ''));
  if (official.has(type) && parties.actors.length === 0 && speaker) add('actors', speaker);
  return parties;
}

function roleOf(
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  mention: ActorMention,
  parties: Parties,
): keyof Parties | null {
  const { tokens, readings } = sentence.field;
  const before = readings[mention.from - 1] ?? [];
  const isPeople = peopleSectors.has(mention.sector ?? '');
  const isAfter = mention.from >= trigger.to;
  if (mention.kind === 'adjective') return null;
  if (withoutActors.has(type)) return isPeople && isCounted(sentence, mention) ? 'victims' : null;
  if (unrest.has(type)) {
    if (isPeople || mention.sector === 'OPP' || mention.sector === 'LAB') return 'actors';
    return isAfter && before.some((form) => form === lookupKey('ضد')) ? 'targets' : null;
  }
  if (isPeople) return taking.has(type) ? 'targets' : isCounted(sentence, mention) ? 'victims' : null;
  if (before.some((form) => sourceMarks.has(form)) && !isStance(type)) return null;
  if (mention.sector === 'NGO' && !isStance(type) && type !== 'humanitarian_aid') return null;
  const canFight = armed.has(mention.sector ?? '') || (mention.sector === 'GOV' && !mention.generic);
  if (violent.has(type) && !canFight) return null;
  if (symmetric.has(type))
    return type === 'armed_clash' && !armed.has(mention.sector ?? '') ? null : 'actors';
  if (isAfter && before.some((form) => againstMarks.has(form))) return 'targets';
  if (custody.has(type) && isAfter && /^(?:UAF|CRM)$/u.test(mention.sector ?? '')) return 'targets';
  const isMarked =
    before.some((form) => targetMarks.has(form)) || tokens[mention.from]?.key.startsWith('لل') === true;
  if (isAfter && isMarked && parties.actors.length > 0) return 'targets';
  if (mention.from - trigger.to > reach) return null;
  return parties.actors.length === 0 ? 'actors' : isAfter && !isStance(type) ? 'targets' : null;
}

const isStance = (type: EventTypeId) => type === 'official_stance' || type === 'sanctions_rupture';

/** People are victims when a casualty word stands before them. */
function isCounted(sentence: Sentence, mention: ActorMention): boolean {
  const before = sentence.field.text.slice(Math.max(sentence.start, mention.start - 60), mention.start);
  return /قتل|أصيب|إصاب|جرح|استشه|مصرع|بحياة|ضحي/u.test(before);
}

export function toParty(sentence: Sentence, mention: ActorMention): Party {
  const { canon, sector, country, start, end } = mention;
  const span = spanOf(sentence.field, start, end);
  return { text: span.text, canon, sector, country, span };
}

export const isSame = (a: Party, b: Party): boolean =>
  (a.canon !== null && a.canon === b.canon) || a.text === b.text;
