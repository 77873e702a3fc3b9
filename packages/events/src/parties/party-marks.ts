import type { PartyMention } from '@rasid/actors';
import { type EventTypeId, typesWith } from '../data.ts';
import { isMarked } from '../marks.ts';
import type { Sentence } from '../text/reading.ts';
import { isNamedPerson, tokenOfTitle } from '../text/titles.ts';
import type { Trigger } from '../wordings/triggers.ts';
import { isBacking, isSupport } from './allies.ts';
import { crowdRole, crowds, isAuthority } from './crowds.ts';
import { isRelativeDoer } from './doer-verbs.ts';
import { harmAt, harmedRole } from './harmed.ts';
import {
  cliticOf,
  isOwnMember,
  isPartOf,
  isState,
  type Parties,
  type Role,
  symmetric,
  taking,
  wordBefore,
  wordBeforeCount,
} from './party.ts';
import { isHappening, isObject } from './party-order.ts';
import { againstWords, byWords, elsewhereWords } from './party-words.ts';
import { isEscort, thingOf } from './positions.ts';
import { armed, authorities, isUnorganised, powers, unorganised } from './sectors.ts';
import { isBuilding, isLauncher, isPatient, isSubjectOfAim, struck } from './struck.ts';

const withoutActors = typesWith('doer', 'nobody');
const reach = 16; // tokens between a trigger and a thing that stands for its owner

/** A party beside a happening, with what stands before it. */
type Beside = {
  sentence: Sentence;
  trigger: Trigger;
  type: EventTypeId;
  mention: PartyMention;
  /** The word before, "" where the party is only a part of who is meant: "قوة من الجيش". */
  before: string;
  /** The particles written onto its first word. */
  clitic: string;
  isAfter: boolean;
};
/** A role; `open` where only the order of words can tell; `null` for no part in it. */
type Verdict = Role | 'open' | null;

/** The role a preposition or a casualty gives a mention; `open` where only the order of words can tell. */
export function marked(
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  mention: PartyMention,
  found: Parties,
): Verdict {
  const before = isPartOf(sentence, mention) ? '' : wordBefore(sentence, mention);
  const clitic = cliticOf(sentence, mention);
  const isAfter = mention.from >= trigger.to;
  const beside = { sentence, trigger, type, mention, before, clitic, isAfter };
  for (const mark of marks) {
    const verdict = mark(beside, found);
    if (verdict !== undefined) return verdict;
  }
  return 'open';
}

/** What gives a party its role, the surest first; `undefined` where a mark says nothing of it. */
const marks: readonly ((beside: Beside, found: Parties) => Verdict | undefined)[] = [
  // "إسقاط طائرة مسيرة": what is shot down does nothing
  ({ type, mention }) => (type === 'interception_defusal' && isBareAircraft(mention) ? null : undefined),
  // "صواريخ من نوع \"صياد\"", "أفرادها": a brand, and members of whoever was named before
  ({ sentence, mention, before }) =>
    isOwnMember(mention) || (brand.test(before) && !isInIt(sentence, mention)) ? null : undefined,
  harmMark,
  ({ type }) => (withoutActors.has(type) ? null : undefined),
  ({ type, sentence, mention }) => (struck.has(type) && isBuilding(sentence, mention) ? null : undefined),
  ({ sentence, trigger, type, mention }) =>
    isPatient(sentence, trigger, mention)
      ? taking.has(type) || symmetric.has(type)
        ? 'open'
        : 'targets'
      : undefined,
  ({ sentence, trigger, type, mention }) =>
    type === 'interception_defusal' && isLauncher(sentence, trigger, mention) ? 'targets' : undefined,
  ({ sentence, trigger, mention }) => (isReceiver(sentence, trigger, mention) ? 'actors' : undefined),
  // "طائرة بدون طيار"
  ({ sentence, trigger, mention, before }) =>
    isOfArea(sentence, trigger, mention) || /^(?:بدون|دون|بلا)$/u.test(before) ? null : undefined,
  ({ type, mention }) =>
    type === 'displacement_return' && unorganised.has(mention.sector ?? '') ? 'victims' : undefined,
  ({ sentence, trigger, type, mention, before }) => {
    const isBy = byWords.has(before) && !(before === 'قبل' && isBefore(sentence, mention));
    const isDoer = (isBy && mention.canAct) || isRelativeDoer(sentence, trigger, mention);
    if (!isDoer) return undefined;
    if (type === 'judicial_proceeding' && !powers.has(mention.sector ?? '')) return null; // "تدرب على يد تنظيم س"
    return crowds.has(type) && isAuthority(mention) ? 'targets' : 'actors';
  },
  ({ sentence, trigger, type, mention, before }) => {
    if (!crowds.has(type)) return undefined;
    const isNear = Math.abs(mention.from - trigger.to) <= crowdReach;
    return isNear ? crowdRole(sentence, mention, before, type) : null;
  },
  againstMark,
  // "مساعدات مقدمة من س"
  ({ sentence, mention, before }) =>
    before === 'من' && mention.canAct && given.test(sentence.field.tokens[mention.from - 2]?.key ?? '')
      ? 'actors'
      : undefined,
  // "استنفار في صفوف س"
  ({ type, before, mention }) =>
    type === 'force_deployment' && before === 'صفوف' && mention.canAct ? 'actors' : undefined,
  // "بدعم جوي من قوات التحالف"
  ({ sentence, mention, before }) =>
    before === 'من' && isSupport(sentence, mention) ? (mention.canAct ? 'actors' : null) : undefined,
  ({ sentence, mention, clitic }) => (isBacking(sentence, mention, clitic) ? 'actors' : undefined),
  ownerMark,
  symmetricMark,
  // "هجوم على س", but not "على المستوى الدولي"
  ({ mention, before, isAfter }) =>
    before === 'علي' && isAfter ? (mention.kind === 'adjective' ? null : 'targets') : undefined,
  // "تنفيذ حكم القتل في فلان"
  ({ trigger, mention, before, clitic, isAfter }) => {
    if (!isMarked(trigger, 'execution') || !isAfter || !(before === 'في' || clitic.includes('ب')))
      return undefined;
    return isAccused(trigger, mention) ? 'targets' : null;
  },
  // "الغرفة الجنحية بالمحكمة … أدانت"
  ({ trigger, mention }) =>
    mention.from >= trigger.from && mention.to <= trigger.to && mention.sector === 'JUD' ? 'open' : undefined,
  // "وجه القضاء اتهاما إلى الوزير فلان"
  ({ type, mention, before, isAfter }) =>
    type === 'judicial_proceeding' && before === 'الي' && isAfter && isNamedPerson(mention)
      ? 'targets'
      : undefined,
  ({ before, clitic }) => (elsewhereWords.has(before) || clitic.includes('ب') ? null : undefined),
  ({ type, before }) => (before === 'مع' ? (facing.has(type) ? 'targets' : null) : undefined),
  forMark,
  fromMark,
];

const isBareAircraft = ({ rule, isDefinite, nested }: PartyMention): boolean =>
  !isDefinite && nested.length === 0 && (rule === 'airforce' || rule === 'aircraft');
/** "قبل الملك الاستقالة": without "من" it is another word. */
const isBefore = (sentence: Sentence, mention: PartyMention): boolean =>
  !/^[وف]?من$/u.test(sentence.field.tokens[tokenOfTitle(sentence, mention) - 2]?.key ?? '');
const given = /^(?:ال)?(?:مقدم|ممول|مهدا|موجه)(?:ه|ا)?$|^(?:بتمويل|هديه|تبرع|منحه|بتبرع)$/u;
/** "فيه", which folds to the same key as "فئة". */
const isInIt = (sentence: Sentence, mention: PartyMention): boolean =>
  sentence.field.tokens[tokenOfTitle(sentence, mention) - 1]?.word.endsWith('\u0647') === true;
const brand = /^(?:نوع|طراز|ماركه|فيه)$/u;

/** Who was killed or hurt; not armed men who kill. */
function harmMark({ sentence, trigger, type, mention }: Beside): Verdict | undefined {
  const harm = isKiller(sentence, trigger, mention) ? -1 : harmAt(sentence, mention);
  return harm >= 0 ? harmedRole(sentence, trigger, type, mention, harm) : undefined;
}

/** "ضد س", "بحق 11 من قيادات س", "استهدف س"; a word of the trigger itself says nothing. */
function againstMark({ sentence, trigger, type, mention }: Beside): Verdict | undefined {
  const against = isPartOf(sentence, mention) ? '' : wordBeforeCount(sentence, mention);
  const isOfTrigger = against !== 'ضد' && mention.from - 1 >= trigger.from && mention.from - 1 < trigger.to;
  if (!againstWords.has(against) || isOfTrigger) return undefined;
  if (type === 'armed_clash' && against === 'ضد') return mention.canAct ? 'actors' : null; // "معارك ضد س": a side
  return isSubjectOfAim(sentence, mention) ? null : 'targets';
}

/** "حواجز قوات س": a thing struck stands for its owner; of people it is theirs alone. */
function ownerMark({ sentence, trigger, type, mention }: Beside): Verdict | undefined {
  if (mention.from <= trigger.from || !struck.has(type)) return undefined;
  const thing = thingOf(sentence, mention);
  if (thing <= trigger.from || mention.from - trigger.to > reach) return undefined;
  const isPrivate = mention.kind === 'person' || unorganised.has(mention.sector ?? '');
  if (isPrivate && !isEscort(sentence, thing)) return null; // "منزل فلان" is a house
  return type === 'armed_clash' || sentence.field.tokens[thing - 1]?.key === 'من' ? 'actors' : 'targets';
}

/** "اجتماع مع نظرائه القلقين من الاتفاق مع إيران": a "with" behind another is that of another noun. */
function isOfOther(sentence: Sentence, { from, to, form }: Trigger, mention: PartyMention): boolean {
  const { tokens } = sentence.field;
  const at = tokenOfTitle(sentence, mention) - 1;
  if (form.pos === 'verb' || at - to < looseReach || tokens[at]?.key !== 'مع') return false;
  return tokens.slice(from, at).some(({ key }) => key === 'مع');
}

/** Of talks and fights everyone near is a side, save who is told of them and where they are. */
function symmetricMark(
  { sentence, trigger, type, mention, before, clitic, isAfter }: Beside,
  { actors }: Parties,
): Verdict | undefined {
  if (!symmetric.has(type)) return undefined;
  const isTopic = isAfter && mention.kind === 'registered' && mention.number !== 'one' && before !== 'مع';
  if (isTopic && type === 'diplomatic_meeting' && actors.filter(({ canon }) => canon).length > 1) return null; // what two spoke of
  if (before === 'مع' && isOfOther(sentence, trigger, mention)) return null;
  const isMet = isNamedPerson(mention); // "لقائه بالوزير فلان", "استقبل للمرة الأولى …"
  if (isLoose(trigger, mention, before) || (clitic.includes('ب') && !isMet)) return null;
  if (clitic.includes('ل') && !isAfter && !isMet) return null; // "قالت مصادر للقوات المسلحة إن"
  return symmetricRole(mention, before);
}

/** "قصف للتحالف", "استهدافها للصحفيين": who does what happens, or whom it is done to. */
function forMark({ trigger, type, mention, before, clitic }: Beside): Verdict | undefined {
  if (!clitic.includes('ل') || mention.from <= trigger.from) return undefined;
  if (!isHappening(trigger, type) || !mention.canAct) return undefined;
  if (/^(?:ال)?تابع/u.test(before)) return null; // "المطار التابع للنظام"
  return unorganised.has(mention.sector ?? '') ? 'targets' : 'actors';
}

/** "طالب من س", "ضبط 44 عنصرا من تنظيم س"; else who stands behind "من" or "عن" takes no part, unless somebody is taken. */
function fromMark(
  { sentence, trigger, type, mention, before, isAfter }: Beside,
  found: Parties,
): Verdict | undefined {
  if (before === 'من' && isAfter && isMarked(trigger, 'demand')) return 'targets';
  if (mention.from > trigger.from && taking.has(type) && isWholeOf(sentence, mention)) return 'targets';
  if (before !== 'من' && before !== 'عن') return undefined;
  return isAfter && taking.has(type) && found.targets.length === 0 ? 'open' : null;
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

const facing = typesWith('target', 'across');

/** "أعدم مسلحون خمسة أسرى": armed men right behind the verb kill when no cause but people follow. */
function isKiller(sentence: Sentence, { from, form }: Trigger, mention: PartyMention): boolean {
  const { field } = sentence;
  if (form.pos !== 'verb' || form.voice === 'passive' || mention.from !== from + 1) return false;
  const next = field.tokens[mention.to];
  return (
    armed.has(mention.sector ?? '') &&
    next !== undefined &&
    next.kind !== 'punctuation' &&
    !isObject(sentence, mention) &&
    !killed.test(next.key)
  );
}
const killed = /^(?:في|خلال|جراء|اثر|برصاص|بنيران|ب.*|علي|بعد|قرب|عند|امس|اليوم|و.*)$/u;

/** "سلم نفسه للسلطات", "مثل أمام القاضي": the authority behind a preposition takes whoever gives himself up. */
const isReceiver = (sentence: Sentence, trigger: Trigger, mention: PartyMention): boolean =>
  isMarked(trigger, 'received') &&
  mention.from > trigger.from &&
  authorities.has(mention.sector ?? '') &&
  (cliticOf(sentence, mention).includes('ل') || /^(?:امام|الي)$/u.test(wordBefore(sentence, mention)));

/** "ضمن مناطق سيطرة س": who holds the ground takes no part; of "سيطرة س على" it is told that he took it. */
function isOfArea({ field }: Sentence, trigger: Trigger, { from }: PartyMention): boolean {
  const isArea = [from - 1, from - 2].some(
    (at) => areaWords.test(field.tokens[at]?.key ?? '') && (at < trigger.from || at >= trigger.to),
  );
  if (!isArea) return false;
  for (let at = from - 1; at >= from - 5; at--)
    if (/^(?:من|مصدر(?:ه|ها))$/u.test(field.tokens[at]?.key ?? '')) return false; // "قصف من مناطق سيطرة س"
  return true;
}
const areaWords = /^[بل]?(?:سيطره|نفوذ|انتشار|تسيطر|يسيطر)$/u;

const isAccused = ({ to }: Trigger, { kind, from }: PartyMention): boolean =>
  (kind === 'person' || kind === 'generic') && from - to <= reachOfSentence;
const reachOfSentence = 5; // tokens between a sentence carried out and on whom

const crowdReach = 9; // tokens between a gathering and who gathers

const looseReach = 4; // tokens behind talks or an agreement within which a party without a preposition is one of theirs

const isLoose = ({ to, form }: Trigger, { from }: PartyMention, before: string): boolean =>
  form.pos !== 'verb' && from - to > looseReach && !/^(?:مع|بين)$/u.test(before);

function symmetricRole(mention: PartyMention, before: string): Role | null {
  if (mention.kind === 'adjective' && delegates.test(before)) return 'actors'; // "وفد روسي"
  if (mention.kind === 'adjective' || !mention.canAct || isUnorganised(mention)) return null;
  if (before === 'من' && isState(mention.canon)) return null; // "الجزء الجنوبي من البلاد"
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
