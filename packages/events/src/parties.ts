import type { PartyMention } from '@rasid/actors';
import { crowdRole, crowds, isAuthority } from './crowds.ts';
import type { EventTypeId } from './data.ts';
import { harmAt, harmedRole } from './harmed.ts';
import {
  add,
  authorities,
  cliticOf,
  isPartOf,
  type Parties,
  type Role,
  taking,
  unorganised,
  wordBefore,
} from './party.ts';
import { byOrder, isConjoined, isHappening, patients } from './party-order.ts';
import { againstWords, byWords, elsewhereWords } from './party-words.ts';
import { isEscort, thingOf } from './positions.ts';
import { clauseAt, type Sentence } from './reading.ts';
import { sidesOf } from './sides.ts';
import { isSpeaker } from './speech.ts';
import { isOfHolder, isPlace, isTitle, tokenOfTitle } from './titles.ts';
import type { Trigger } from './triggers.ts';

const symmetric = new Set<EventTypeId>(['armed_clash', 'diplomatic_meeting', 'agreement', 'ceasefire']);
const sided = new Set<EventTypeId>([...symmetric, 'prisoner_release', 'riot']); // "تبادل الأسرى بين س وص"
const withoutActors = new Set<EventTypeId>(['accident', 'natural_disaster', 'disease_outbreak']);
const reach = 16; // tokens between a trigger and its parties
const meetingReach = 32; // of those who meet: their titles stand between

/** Who did it, to whom, and who was harmed: by prepositions first, then by the order of the words. */
export function partiesOf(
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  isAlone: boolean,
): Parties {
  const found: Parties = { actors: [], targets: [], victims: [] };
  const [first, last] = clauseAt(sentence, trigger.from);
  const clause = sentence.parties.filter(
    (each) => each.from >= first && each.to <= last && !isTitle(sentence, each) && !isPlace(sentence, each),
  );
  const near = clause.filter(
    (each) =>
      (patients.has(type) || !isOfHolder(sentence, each)) &&
      (each.from >= trigger.from - reach || isHead(sentence, each, first)) &&
      each.to <= trigger.to + (symmetric.has(type) && trigger.form.pos === 'verb' ? meetingReach : reach),
  );
  if (sided.has(type) && trigger.entry.roles === 'S') {
    const sides = sidesOf(sentence, trigger, [first, last], clause);
    if (sides.length > 1) {
      for (const side of sides)
        add(found, crowds.has(type) && isAuthority(side) ? 'targets' : 'actors', sentence, side);
      if (isAlone) addHarmed(found, sentence, trigger, type);
      return found;
    }
  }
  const open: PartyMention[] = [];
  let speaker: PartyMention | undefined;
  for (const [index, mention] of near.entries()) {
    if (isReporter(mention, type)) continue;
    if (type !== 'official_stance' && isSpeaker(sentence, mention)) {
      speaker ??= mention;
      continue;
    }
    const joined = roleOf(found, near[index - 1]);
    const role =
      joined && isConjoined(sentence, near[index - 1], mention)
        ? joined
        : marked(sentence, trigger, type, mention, found);
    if (role === 'open') open.push(mention);
    else if (role) add(found, role, sentence, mention);
  }
  byOrder(found, sentence, trigger, type, open);
  if (isAlone) addHarmed(found, sentence, trigger, type);
  if (found.actors.length === 0 && speaker && announces(speaker, type))
    add(found, 'actors', sentence, bodyOf(speaker));
  return found;
}

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

/** Who announces an act of an authority does it; sentences are passed by courts alone. */
const announces = ({ sector }: PartyMention, type: EventTypeId): boolean =>
  announced.has(type) && (type === 'judicial_proceeding' ? sector === 'JUD' : authorities.has(sector ?? ''));

/** Who tells of it takes no part in it: agencies and papers never, monitors only where they act themselves. */
const isReporter = ({ sourceType, kind }: PartyMention, type: EventTypeId): boolean =>
  ((sourceType === 'agency' || sourceType === 'media') && kind !== 'person' && kind !== 'generic') ||
  (sourceType === 'ngo_monitor' && !acting.has(type));
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
  for (const mention of sentence.parties) {
    const harm = harmAt(sentence, mention);
    const role = harm < 0 ? null : harmedRole(sentence, trigger, type, mention, harm);
    if (role) add(found, role, sentence, mention);
  }
}

/** The role a preposition or a casualty gives a mention; `open` where only the order of words can tell. */
function marked(
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  mention: PartyMention,
  found: Parties,
): Role | 'open' | null {
  const before = isPartOf(sentence, mention) ? '' : wordBefore(sentence, mention);
  const clitic = cliticOf(sentence, mention);
  const isAfter = mention.from >= trigger.to;
  if (isOwnMember(mention)) return null;
  const harm = isKiller(sentence, trigger, mention) ? -1 : harmAt(sentence, mention);
  if (harm >= 0) return harmedRole(sentence, trigger, type, mention, harm);
  if (withoutActors.has(type)) return null;
  if (isPatient(sentence, trigger, mention) && missions.test(mention.text)) return null; // a building
  if (isPatient(sentence, trigger, mention))
    return taking.has(type) || symmetric.has(type) ? 'open' : 'targets';
  if (isOfArea(sentence, mention) || /^(?:بدون|دون|بلا)$/u.test(before)) return null; // "طائرة بدون طيار"
  if (type === 'displacement_return' && unorganised.has(mention.sector ?? '')) return 'victims';
  if (byWords.has(before) && mention.canAct)
    return crowds.has(type) && isAuthority(mention) ? 'targets' : 'actors';
  if (crowds.has(type))
    return Math.abs(mention.from - trigger.to) <= crowdReach
      ? crowdRole(sentence, mention, before, type)
      : null;
  const followsTrigger = mention.from - 1 >= trigger.from && mention.from - 1 < trigger.to;
  if (againstWords.has(before) && !followsTrigger) return 'targets';
  if (before === 'من' && isSupport(sentence, mention)) return mention.canAct ? 'actors' : null;
  if (mention.from > trigger.from && struck.has(type)) {
    const thing = thingOf(sentence, mention);
    if (thing > trigger.from && mention.from - trigger.to <= reach) {
      if (mention.kind === 'person' && !isEscort(sentence, thing)) return null; // "منزل فلان" is a house
      if (type === 'armed_clash' || sentence.field.tokens[thing - 1]?.key === 'من') return 'actors';
      return 'targets';
    }
  }
  if (symmetric.has(type))
    return isLoose(trigger, mention, before) || clitic.includes('ب') ? null : symmetricRole(mention, before);
  if (before === 'علي' && isAfter) return mention.kind === 'adjective' ? null : 'targets';
  if (trigger.entry.id.startsWith('court-exec') && isAfter && (before === 'في' || clitic.includes('ب')))
    return isAccused(trigger, mention) ? 'targets' : null; // "تنفيذ حكم القتل في فلان"
  const isInside = mention.from >= trigger.from && mention.to <= trigger.to;
  if (isInside && mention.sector === 'JUD') return 'open'; // "الغرفة الجنحية بالمحكمة … أدانت"
  if (elsewhereWords.has(before) || clitic.includes('ب')) return null;
  if (before === 'مع') return type === 'official_stance' ? 'targets' : null;
  if (clitic.includes('ل') && isAfter && isHappening(trigger, type) && mention.canAct) {
    if (/^(?:ال)?تابع/u.test(before)) return null; // "المطار التابع للنظام"
    return unorganised.has(mention.sector ?? '') ? 'targets' : 'actors'; // "استهدافها للصحفيين"
  }
  if (before === 'من' || before === 'عن')
    return isAfter && taking.has(type) && found.targets.length === 0 ? 'open' : null;
  return 'open';
}

const armed = new Set(['UAF', 'REB', 'MIL', 'COP', 'PRM', 'SPY']);

/** "أعدم مسلحون خمسة أسرى": armed men right behind the verb kill when no cause but people follow. */
function isKiller({ field }: Sentence, { from, form }: Trigger, mention: PartyMention): boolean {
  if (form.pos !== 'verb' || form.voice === 'passive' || mention.from !== from + 1) return false;
  const next = field.tokens[mention.to];
  return (
    armed.has(mention.sector ?? '') &&
    next !== undefined &&
    next.kind !== 'punctuation' &&
    !killed.test(next.key)
  );
}
const killed = /^(?:في|خلال|جراء|اثر|برصاص|بنيران|ب.*|علي|بعد|قرب|عند|امس|اليوم|و.*)$/u;

/** Types of force that are on things as well as people. */
const struck = new Set<EventTypeId>([
  'air_drone_strike',
  'shelling_missile',
  'bombing',
  'armed_attack',
  'armed_clash',
  'riot',
]);

/** "أفرادها": members of whoever was named before. */
const isOwnMember = ({ kind, text }: PartyMention): boolean => kind === 'group' && /(?:ها|هم|ه)$/u.test(text);

const missions = /(?:سفارة|قنصلية)/u;
const suffers = /^[وف]?(?:ست?)?(?:تعرض|تعرضت|تتعرض|يتعرض|تعرضوا|نجا|نجت)$/u;
const sufferReach = 8; // tokens from "تعرضت" to what it suffered, its name between

/** "تعرضت القنصلية لهجوم": the subject of what is suffered is the target. */
function isPatient({ field }: Sentence, trigger: Trigger, { from, to }: PartyMention): boolean {
  if (from >= trigger.to) return false;
  for (let at = Math.max(0, trigger.from - sufferReach); at <= trigger.from; at++)
    if (suffers.test(field.tokens[at]?.key ?? '')) return from - at <= 2 && (from > at || to === at);
  return false;
}

/** "ضمن مناطق سيطرة س": who holds the ground takes no part. */
function isOfArea({ field }: Sentence, { from }: PartyMention): boolean {
  const isArea = [1, 2].some((back) => areaWords.test(field.tokens[from - back]?.key ?? ''));
  if (!isArea) return false;
  for (let at = from - 1; at >= from - 5; at--)
    if (/^(?:من|مصدر(?:ه|ها))$/u.test(field.tokens[at]?.key ?? '')) return false; // "قصف من مناطق سيطرة س"
  return true;
}
const areaWords = /^[بل]?(?:سيطره|نفوذ|انتشار|تسيطر|يسيطر)$/u;

const isAccused = ({ to }: Trigger, { kind, from }: PartyMention): boolean =>
  (kind === 'person' || kind === 'generic') && from - to <= reachOfSentence;
const reachOfSentence = 5; // tokens between a sentence carried out and on whom

/** "بدعم جوي من قوات التحالف": who supports takes part. */
const isSupport = ({ field }: Sentence, { from }: PartyMention): boolean =>
  [2, 3, 4].some((back) =>
    /^(?:بدعم|بمشاركه|بمسانده|بموازره|بالتعاون|دعم)$/.test(field.tokens[from - back]?.key ?? ''),
  );

const crowdReach = 9; // tokens between a gathering and who gathers

const looseReach = 4; // tokens behind talks or an agreement within which a party without a preposition is one of theirs

const isLoose = ({ to, form }: Trigger, { from }: PartyMention, before: string): boolean =>
  form.pos !== 'verb' && from - to > looseReach && !/^(?:مع|بين)$/u.test(before);

function symmetricRole(mention: PartyMention, before: string): Role | null {
  if (mention.kind === 'adjective' || !mention.canAct || unorganised.has(mention.sector ?? '')) return null;
  if (mention.kind === 'institution' && !mention.isDefinite) return null; // "لتشكيل حكومة"
  return elsewhereWords.has(before) || hosts.has(before) ? null : 'actors';
}
/** Whose good offices talks have takes no side. */
const hosts = new Set([
  'برعايه',
  'بوساطه',
  'بحضور',
  'باشراف',
  'رعايه',
  'وساطه',
  'تشكيل',
  'لتشكيل',
  'بدعم',
  'بطلب',
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
]);
