import type { PartyMention } from '@rasid/actors';
import { kindAt } from './counts.ts';
import type { EventTypeId } from './data.ts';
import {
  add,
  authorities,
  cliticOf,
  type Parties,
  type Role,
  taking,
  unorganised,
  wordBefore,
} from './party.ts';
import { byOrder, isHappening } from './party-order.ts';
import { clauseAt, type Sentence } from './reading.ts';
import { isSpeaker } from './speech.ts';
import type { Trigger } from './triggers.ts';

const symmetric = new Set<EventTypeId>(['armed_clash', 'diplomatic_meeting', 'agreement', 'ceasefire']);
const withoutActors = new Set<EventTypeId>(['accident', 'natural_disaster', 'disease_outbreak']);
const crowds = new Set<EventTypeId>(['protest', 'riot']);
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

function symmetricRole(mention: PartyMention, before: string, isAfter: boolean): Role | null {
  if (mention.kind === 'adjective' || !mention.canAct || unorganised.has(mention.sector ?? '')) return null;
  if (elsewhereWords.has(before) && before !== 'في') return null;
  return isAfter || before !== 'في' ? 'actors' : null;
}

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
