import type { PartyMention } from '@rasid/actors';
import { crowdRole, crowds, isAuthority } from './crowds.ts';
import type { EventTypeId } from './data.ts';
import { harmAt, harmedRole } from './harmed.ts';
import { isMarked } from './marks.ts';
import {
  authorities,
  cliticOf,
  isPartOf,
  type Parties,
  type Role,
  symmetric,
  taking,
  unorganised,
  wordBefore,
  wordBeforeCount,
} from './party.ts';
import { isHappening } from './party-order.ts';
import { againstWords, byWords, elsewhereWords } from './party-words.ts';
import { standsAt } from './pattern.ts';
import { isEscort, thingOf, things } from './positions.ts';
import type { Sentence } from './reading.ts';
import type { Trigger } from './triggers.ts';

const withoutActors = new Set<EventTypeId>(['accident', 'natural_disaster', 'disease_outbreak']);
const reach = 16; // tokens between a trigger and a thing that stands for its owner

/** The role a preposition or a casualty gives a mention; `open` where only the order of words can tell. */
export function marked(
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  mention: PartyMention,
  found: Parties,
): Role | 'open' | null {
  const before = isPartOf(sentence, mention) ? '' : wordBefore(sentence, mention);
  const clitic = cliticOf(sentence, mention);
  const isAfter = mention.from >= trigger.to;
  if (isOwnMember(mention) || /^(?:نوع|طراز|ماركه|فيه)$/u.test(before)) return null; // "صواريخ من نوع \"صياد\""
  const harm = isKiller(sentence, trigger, mention) ? -1 : harmAt(sentence, mention);
  if (harm >= 0) return harmedRole(sentence, trigger, type, mention, harm);
  if (withoutActors.has(type)) return null;
  if (struck.has(type) && isBuilding(sentence, mention)) return null;
  if (isPatient(sentence, trigger, mention))
    return taking.has(type) || symmetric.has(type) ? 'open' : 'targets';
  if (type === 'interception_defusal' && isLauncher(sentence, trigger, mention)) return 'targets';
  if (isReceiver(sentence, trigger, mention)) return 'actors';
  if (isOfArea(sentence, mention) || /^(?:بدون|دون|بلا)$/u.test(before)) return null; // "طائرة بدون طيار"
  if (type === 'displacement_return' && unorganised.has(mention.sector ?? '')) return 'victims';
  if (byWords.has(before) && mention.canAct)
    return crowds.has(type) && isAuthority(mention) ? 'targets' : 'actors';
  if (crowds.has(type))
    return Math.abs(mention.from - trigger.to) <= crowdReach
      ? crowdRole(sentence, mention, before, type)
      : null;
  const followsTrigger = mention.from - 1 >= trigger.from && mention.from - 1 < trigger.to;
  const against = isPartOf(sentence, mention) ? '' : wordBeforeCount(sentence, mention);
  if (againstWords.has(against) && !followsTrigger)
    return isSubjectOfAim(sentence, mention) ? null : 'targets';
  if (before === 'من' && isSupport(sentence, mention)) return mention.canAct ? 'actors' : null;
  if (isBacking(sentence, mention, clitic)) return 'actors';
  if (mention.from > trigger.from && struck.has(type)) {
    const thing = thingOf(sentence, mention);
    if (thing > trigger.from && mention.from - trigger.to <= reach) {
      const isPrivate = mention.kind === 'person' || unorganised.has(mention.sector ?? '');
      if (isPrivate && !isEscort(sentence, thing)) return null; // "منزل فلان" is a house
      if (type === 'armed_clash' || sentence.field.tokens[thing - 1]?.key === 'من') return 'actors';
      return 'targets';
    }
  }
  if (symmetric.has(type))
    return isLoose(trigger, mention, before) || clitic.includes('ب') || (clitic.includes('ل') && !isAfter)
      ? null // "قالت مصادر للقوات المسلحة إن": who is told
      : symmetricRole(mention, before);
  if (before === 'علي' && isAfter) return mention.kind === 'adjective' ? null : 'targets';
  if (isMarked(trigger, 'execution') && isAfter && (before === 'في' || clitic.includes('ب')))
    return isAccused(trigger, mention) ? 'targets' : null; // "تنفيذ حكم القتل في فلان"
  const isInside = mention.from >= trigger.from && mention.to <= trigger.to;
  if (isInside && mention.sector === 'JUD') return 'open'; // "الغرفة الجنحية بالمحكمة … أدانت"
  if (elsewhereWords.has(before) || clitic.includes('ب')) return null;
  if (before === 'مع') return facing.has(type) ? 'targets' : null;
  if (clitic.includes('ل') && mention.from > trigger.from && isHappening(trigger, type) && mention.canAct) {
    if (/^(?:ال)?تابع/u.test(before)) return null; // "المطار التابع للنظام"
    return unorganised.has(mention.sector ?? '') ? 'targets' : 'actors'; // "استهدافها للصحفيين"
  }
  if (before === 'من' && isAfter && isMarked(trigger, 'demand')) return 'targets';
  if (mention.from > trigger.from && taking.has(type) && isWholeOf(sentence, mention)) return 'targets';
  if (before === 'من' || before === 'عن')
    return isAfter && taking.has(type) && found.targets.length === 0 ? 'open' : null;
  return 'open';
}

/** "ضبط 44 عنصرا من تنظيم س": members of it are taken. */
function isWholeOf({ field }: Sentence, { from }: PartyMention): boolean {
  const at = /^(?:تنظيم|جماعه|حركه|ميليشيا|مليشيا)$/u.test(field.tokens[from - 1]?.key ?? '')
    ? from - 1
    : from;
  const counted = field.tokens[at - 2];
  return (
    field.tokens[at - 1]?.key === 'من' && (counted?.kind === 'number' || members.test(counted?.key ?? ''))
  );
}
const members =
  /^(?:عنصرا?|عناصر|عنصرين|قيادات|قياديا?|قياديين|اعضاء|عضوا?|افراد|مسلحا?|مسلحين|كوادر|قاده|انصار|موالين|عددا?|عشرات)$/u;

/** Who is spoken to, and who is fought for a town. */
const facing = new Set<EventTypeId>(['official_stance', 'territorial_change']);

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

const aims = /^[وف]?(?:[تي]?ستهدف|استهدفت?)$/u;

/** "واستهدف الطيران …", "كما استهدفت القوات …": behind a verb that opens its clause stands who does it. */
function isSubjectOfAim({ field, from: first }: Sentence, { from }: PartyMention): boolean {
  const at = from - 1;
  if (!aims.test(field.tokens[at]?.key ?? '')) return false;
  const before = field.tokens[at - 1];
  return (
    at <= first ||
    /^[وف]/u.test(field.tokens[at]?.key ?? '') ||
    before?.kind === 'punctuation' ||
    /^(?:كما|فيما|بينما|حيث|قد|و|ان)$/u.test(before?.key ?? '')
  );
}

/** "سلم نفسه للسلطات", "مثل أمام القاضي": the authority behind a preposition takes whoever gives himself up. */
const isReceiver = (sentence: Sentence, trigger: Trigger, mention: PartyMention): boolean =>
  isMarked(trigger, 'received') &&
  mention.from > trigger.from &&
  authorities.has(mention.sector ?? '') &&
  (cliticOf(sentence, mention).includes('ل') || /^(?:امام|الي)$/u.test(wordBefore(sentence, mention)));

/** "صاروخ أطلقته س", "مسيرة تابعة لس": whose weapon is shot down. */
function isLauncher({ field }: Sentence, trigger: Trigger, { from }: PartyMention): boolean {
  if (from <= trigger.from) return false;
  for (let at = from - 1; at >= Math.max(trigger.from, from - 2); at--)
    if (/^(?:اطلق(?:ت)?(?:ه|ها|هم)|اطلقت|تابع(?:ه|تان|تين)?)$/u.test(field.tokens[at]?.key ?? ''))
      return true;
  return false;
}

/** "أفرادها": members of whoever was named before. */
const isOwnMember = ({ kind, text }: PartyMention): boolean => kind === 'group' && /(?:ها|هم|ه)$/u.test(text);

/** "القنصلية", "مؤسسة الشهداء": an institution called by the house it is in is a thing that is struck. */
const isBuilding = ({ field }: Sentence, { kind, from, to, sector }: PartyMention): boolean =>
  kind === 'institution' && !fighting.has(sector ?? '') && standsAt(things, field.readings, from, to);
const fighting = new Set(['COP', 'MIL', 'REB', 'PRM', 'SPY']);

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

/** "قوات س، مسنودة بص", "بإسناد ص": who fights beside takes part. */
export const isBacking = ({ field }: Sentence, { from, canAct }: PartyMention, clitic: string): boolean =>
  canAct &&
  ((clitic.includes('ب') && /^مسنود(?:ه|ا|ين)?$/u.test(field.tokens[from - 1]?.key ?? '')) ||
    /^(?:باسناد|بمشاركه|بموازره)$/u.test(field.tokens[from - 1]?.key ?? ''));

/** "بالتعاون مع جهاز س": who it is done with. */
export const isAlly = ({ field }: Sentence, { from, canAct }: PartyMention): boolean =>
  canAct &&
  field.tokens[from - 1]?.key === 'مع' &&
  [2, 3].some((back) =>
    /^(?:بالتعاون|بالاشتراك|بالشراكه|بالتنسيق|جنب)$/u.test(field.tokens[from - back]?.key ?? ''),
  );

const crowdReach = 9; // tokens between a gathering and who gathers

const looseReach = 4; // tokens behind talks or an agreement within which a party without a preposition is one of theirs

const isLoose = ({ to, form }: Trigger, { from }: PartyMention, before: string): boolean =>
  form.pos !== 'verb' && from - to > looseReach && !/^(?:مع|بين)$/u.test(before);

function symmetricRole(mention: PartyMention, before: string): Role | null {
  if (mention.kind === 'adjective' && delegates.test(before)) return 'actors'; // "وفد روسي"
  if (mention.kind === 'adjective' || !mention.canAct || unorganised.has(mention.sector ?? '')) return null;
  if (mention.kind === 'institution' && !mention.isDefinite) return null; // "لتشكيل حكومة"
  return elsewhereWords.has(before) || hosts.has(before) ? null : 'actors';
}
const delegates = /^(?:ال)?(?:وفد|وفود|جانب|طرف)$/u;
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
