import { keptOf, type NumberMention, nounAt } from '@rasid/arabic';
import type { Sentence } from '../text/reading.ts';
import { filterOf, mayHold, type Reading } from '../wordings/forms.ts';
import { isJoined } from './count-joins.ts';
import { type CountKind, kindOfHead, kindOfNounHead } from './count-words.ts';
import type { CountClaim } from './counts.ts';
import type { Counted } from './people.ts';

export const families: ReadonlySet<string> = new Set(['عايله', 'اسره']);

const headReach = 6; // tokens from a verb or masdar to its number
const farReach = 12; // to a number of people with its noun: subject and time of day may stand between
const nounReach = 3; // tokens from a number to the verb after it: "ثلاثة أشخاص قتلوا"

/** What the words before a number say of it: a kind, or that it goes on a list with a number before it. */
export type Governed =
  | { kind: CountKind; isMixed: boolean }
  | { claim: CountClaim; isMixed?: never; kind?: never };

/** "إصابة سبعة", "وفاة رجل": the masdar is no counted noun. */
export const isMasdar = ({ field }: Sentence, { from }: NumberMention): boolean =>
  /^(?:[وبل]?اصابه|[وبل]?وفاه)$/u.test(field.tokens[from]?.key ?? '');

const mayBeHead = filterOf(new Set(kindOfHead.keys()));

export function kindAt(readings: readonly Reading[] | undefined): CountKind | undefined {
  if (!readings || !mayHold(mayBeHead, readings)) return undefined;
  for (const reading of readings) {
    const kind = kindOfReading(reading);
    if (kind) return kind;
  }
  return undefined;
}

/** "حكمت بالإعدام على ثلاثة": what is sentenced to has not happened yet. */
function kindOfReading({ form, preposition }: Reading): CountKind | undefined {
  const kind = (preposition === 'ب' ? kindOfNounHead : kindOfHead).get(form);
  return kind === 'killed' && preposition === 'ب' && form === 'اعدام' ? 'sentenced' : kind;
}

/** The kind of the head word at a token; "قضت المحكمة بسجن …" is a verdict, "قضى …" a death. */
export function headAt({ readings, tokens }: Sentence['field'], at: number): CountKind | undefined {
  const kind = kindAt(readings[at]) ?? phraseKind(tokens, at);
  if (kind === 'captured' && tokens[at]?.word === 'ياسر') return undefined; // a name
  if (kind === 'killed' && (isTried(tokens, at) || isGivenBack(tokens, at))) return undefined;
  if (kind === 'killed' && isSentence(tokens, at)) return 'sentenced';
  return kind === 'killed' && isJudged(tokens, at) ? undefined : kind;
}

/** "قضت المحكمة بسجن …", "يقضي بتعيين …", "القضاء والأمن": a court, or what it rules; "القضاء على" is a killing; words only said. */
function isJudged(tokens: Sentence['field']['tokens'], at: number): boolean {
  const key = tokens[at]?.key ?? '';
  const next = tokens[at + 1]?.key ?? '';
  if (/^[وف]?(?:ال|بال|لل|ب|ل)?قضاء$/u.test(key)) return !next.startsWith('علي');
  if (key.startsWith('وصف')) return true; // "وصفته": described, not liquidated
  if (!/^[وفيت]*قض/u.test(key)) return false;
  if (/^[وف]?[يت]قضي$/u.test(key) && /^(?:ب|ان$)/u.test(next)) return true;
  const behind = tokens.slice(at + 1, at + 4).map((each) => each.key);
  return verdict.test(behind.join(' '));
}
const verdict = /(?:^| )(?:محكم|المحكم|ب(?:سجن|اعدام|حبس|السجن|الاعدام|الحبس|ادانه|براءه))/u;

/** "محاولة اغتيال السفير": nobody died. */
const isTried = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  /^[وف]?[بل]?(?:ال)?محاول(?:ه|ات|ته|تها)$/u.test(tokens[at - 1]?.key ?? '');

/** "بإعادة رفات جنديين": who died before. */
const isGivenBack = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  /^(?:رفات|جث|جثامين|جثمان)/u.test(tokens[at]?.key ?? '') &&
  /^[وف]?[بل]?(?:ال)?(?:اعاد|استعاد|تسليم|تسلم|سلم|تبادل|دفن)/u.test(tokens[at - 1]?.key ?? '');

/** "حكم إعدام سيدة": not done yet; "تنفيذ حكم إعدام" is. */
const isSentence = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  /^(?:ال)?(?:ب)?(?:ال)?اعدام$/u.test(tokens[at]?.key ?? '') &&
  /^[بل]?(?:ال)?(?:حكم|حكما|احكام|عقوبه)$/u.test(tokens[at - 1]?.key ?? '') &&
  !/^[وفب]?(?:تنفيذ|نفذ|نفذت|تنفذ|ينفذ)$/u.test(tokens[at - 2]?.key ?? '');

/** Two words that say together what befell people: "راح ضحية الحادث 26 شخصا", "التخلص من حياة زوجته". */
function phraseKind(tokens: Sentence['field']['tokens'], at: number): CountKind | undefined {
  const token = tokens[at];
  const key = token?.key;
  if (key === 'ضحيه' && /^[وف]?(?:راح|ذهب|راحت|ذهبت|يذهب|تروح)$/u.test(tokens[at - 1]?.key ?? ''))
    return 'killed';
  if (token && falls(token) && isFallen(tokens, at)) return 'killed';
  if (key !== 'حياه') return undefined;
  const before = tokens[at - 1]?.key === 'من' ? tokens[at - 2]?.key : tokens[at - 1]?.key;
  return /^[وف]?[بل]?(?:ال)?(?:تخلص|تخلصت|انهي|انهت|انهاء|ازهق)$/u.test(before ?? '') ? 'killed' : undefined;
}

const falls = keptOf((key) => /^[وف]?سقط(?:ت|وا)?$/u.test(key)); // every word of a sentence is asked
const fallReach = 14; // tokens from those who fell to those wounded with them

/** "سقط أكثر من 12 عنصرا … وأصيب آخرون": who fell beside the wounded is dead, unless from a height. */
function isFallen(tokens: Sentence['field']['tokens'], at: number): boolean {
  for (let next = at + 1; next < at + fallReach; next++) {
    const key = tokens[next]?.key ?? '';
    if (/^(?:[.؛:]|.*(?:طابق|ارتفاع|سطح|شرفه|علو|بير))$/u.test(key)) return false;
    if (/^و(?:اصيب|جرح)ت?$/u.test(key)) return next > at + 1;
  }
  return false;
}

/** "قتل في معركة تحرير المطار 20 عنصرا": a place is freed, nobody. */
const isOfPlace = ({ tokens }: Sentence['field'], at: number, number: Counted): boolean =>
  /^[وف]?[بل]?(?:تحرير|اخلاء|حصار)$/u.test(tokens[at]?.key ?? '') && number.from - at > 1;

/** "قتل انفجاران في كابول 26 شخصا": what killed them stands between. */
const isThing = (field: Sentence['field'], before: Counted, number: Counted): boolean =>
  before.noun?.isPerson === false &&
  number.noun?.isPerson === true &&
  number.from - before.to < nounReach &&
  headAt(field, before.from - 1) !== undefined;

/** "قتلت عائلة من ثلاثة أشخاص": whose number follows. */
const isFamily = ({ tokens }: Sentence['field'], { noun, to }: Counted): boolean =>
  families.has(noun?.lemma ?? '') && /^(?:من|مولفه|مكونه)$/u.test(tokens[to]?.key ?? '');

/** Words that open a clause of its own: "اغتيال العقيد حيث أطلق شخصان النار". */
const opening = /^(?:حيث|عندما|حينما|حين|فيما|بينما|ثم|و(?:اجبر|اضطر|دفع|دمر|شرد)ت?)$/u;

export function headBefore(
  sentence: Sentence,
  people: readonly Counted[],
  number: Counted,
  read: ReadonlyMap<NumberMention, CountClaim>,
): Governed | null {
  const { field, from } = sentence;
  const isPlain = number.kind === 'singular' || !number.noun?.isPerson;
  const reach = isPlain ? headReach : farReach;
  for (let at = number.from - 1; at >= Math.max(from, number.from - reach); at--) {
    const before = people.find((each) => each !== number && at >= each.from && at < each.to);
    const kind = headAt(field, at);
    if (before && !(kind && isMasdar(sentence, before))) {
      const claim = read.get(before);
      if (!claim && (isThing(field, before, number) || isFamily(field, before))) continue;
      return claim && isJoined(sentence, number, before) ? { claim } : null;
    }
    if (!kind && opening.test(field.tokens[at]?.key ?? '')) return null;
    if (!kind) continue;
    if (isOfPlace(field, at, number)) continue;
    const isTold = isFate.test(field.tokens[at - 1]?.key ?? '') || isOfOneBefore(field.tokens, at - 1);
    const other = isTold ? undefined : kindAt(field.readings[at - 1]);
    const isMixed =
      besideKilled.has(kind) && other === 'killed' && field.tokens[at]?.key.startsWith('و') === true;
    return { kind, isMixed };
  }
  return null;
}

/** What is told with the killed under one number: "مقتل وإصابة 40", "قتل وأسر عدد". */
const besideKilled = new Set<CountKind>(['wounded', 'captured', 'arrested']);

/** "لقوا حتفهم وأصيب 21": the first toll is told in full. */
const isFate = /^(?:(?:حتف|مصرع)(?:ه|ها|هما|هم|هن)|(?:قتل|استشهد|توفي|قضي)ت?ا|.*وا)$/u;

/** "إن فلسطينيا قتل وأصيب العشرات": the one killed stands before the verb. */
const isOfOneBefore = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  /^(?:قتل|قتلت|استشهد|استشهدت|توفي|توفيت)$/u.test(tokens[at]?.key ?? '') &&
  /^.{3,}(?:ا|ه)$/u.test(tokens[at - 1]?.key ?? '') &&
  (tokens[at - 2]?.key === 'ان' || nounAt(tokens[at - 1]?.key ?? '')?.isPerson === true);

const rises =
  /^[ول]?(?:ارتفاع|ارتفع|ارتفعت|[يت]رتفع|[يت]رفع|بلوغ|صعود|وصول|وصل|وصلت|[يت]صل|زاد|زادت|قفز|قفزت)$/u;
const riseReach = 25; // tokens from "rose" to the figure: "ارتفاع عدد ضحايا انهيار … إلى 16"
const tollNouns: [CountKind, RegExp][] = [
  ['killed', /^و?(?:ال|ب|ل)?(?:قتلي|ضحايا|شهداء|وفيات|موتي|متوفين)$/u],
  ['wounded', /^و?(?:ال|ب|ل)?(?:جرحي|مصابين|اصابات)$/u],
  ['arrested', /^(?:ال|ب|ل)?(?:معتقلين|موقوفين)$/u],
  ['missing', /^(?:ال|ب|ل)?مفقودين$/u],
];

/** "ارتفع عدد القتلى … إلى 122": the figure is of those whose number rose. */
export function risenKind({ field, from }: Sentence, number: Counted): CountKind | undefined {
  const { tokens } = field;
  if (tokens[number.from - 1]?.key !== 'الي' && !tokens[number.from]?.key.startsWith('ل')) return undefined;
  if (/^و?(?:ب?ال)?اضافه$/u.test(tokens[number.from - 2]?.key ?? '')) return undefined; // "بالإضافة إلى 40 مفقودا"
  const first = Math.max(from, number.from - riseReach);
  for (let at = first, isRise = false, kind: CountKind | undefined; at < number.from; at++) {
    const key = tokens[at]?.key ?? '';
    isRise ||= rises.test(key);
    kind = tollNouns.find(([, nouns]) => nouns.test(key))?.[0] ?? kind;
    if (isRise && at === number.from - 1) return kind;
  }
  return undefined;
}

/** "عدد الجرحى في حالة صعبة بلغ 10", "ارتفع إلى 27 عدد القتلى": the figure of a tally. */
export function talliedKind({ field: { tokens }, from }: Sentence, number: Counted): CountKind | undefined {
  const kindAfter = (at: number) =>
    /^(?:عدد|حصيله|اجمالي)$/u.test(tokens[at]?.key.replace(/^[وب]?(?:ال)?/u, '') ?? '')
      ? tollNouns.findLast(([, nouns]) =>
          [1, 2].some((step) => nouns.test(unjoined(tokens[at + step]?.key))),
        )?.[0]
      : undefined;
  if (/^(?:الي)$/u.test(tokens[number.from - 1]?.key ?? '') && rises.test(tokens[number.from - 2]?.key ?? ''))
    return kindAfter(number.to);
  const isBehind = kindAfter(number.from - 2);
  if (isBehind) return isBehind; // "بلغ عدد المصابين 4"
  const second = tokens[number.from - 1]?.key ?? '';
  if (second.startsWith('وال') && isTallied(tokens, number.from))
    return tollNouns.find(([, nouns]) => nouns.test(unjoined(second)))?.[0]; // "عدد القتلى 26 والمصابين 28"
  const isTold = [number.from, number.from - 1].some((at) => reaches.test(tokens[at]?.key ?? ''));
  if (!isTold) return undefined;
  for (let at = number.from - 1; at >= Math.max(from, number.from - reachedReach); at--) {
    const kind = kindAfter(at);
    if (kind) return kind;
  }
  return undefined;
}
/** A tally begins shortly before. */
const isTallied = (tokens: Sentence['field']['tokens'], before: number): boolean =>
  tokens
    .slice(Math.max(0, before - tallyReach), before)
    .some(({ key }) => /^[وب]?(?:ال)?(?:عدد|حصيله)$/u.test(key));

/** "عدد القتلى والجرحى": of both together, which counts as wounded. */
const unjoined = (key = ''): string => key.replace(/^و(?=ال)/u, '');
const reaches = /^(?:ل?[يت]?بلغت?|[يت]?تجاوزت?|فاقت?|[يت]فوق|هو)$/u;
const tallyReach = 10; // tokens from "the number of wounded" to its figure
const reachedReach = 16; // to one that it "reached": what they died of may stand between

/** "ارتفعت حصيلة العملية إلى القضاء على 14": what a toll rose to, told by what befell them. */
export function isRisen({ field: { tokens }, from }: Sentence, number: Counted): boolean {
  let isTo = number.qualifier === 'range' && tokens[number.from - 1]?.key === 'من'; // "من 12 إلى 15"
  for (let at = number.from - 1; at >= Math.max(from, number.from - riseReach); at--) {
    const key = tokens[at]?.key ?? '';
    isTo ||= key === 'الي';
    if (isTo && rises.test(key)) return /^(?:ال)?(?:حصيل|عدد)/u.test(tokens[at + 1]?.key ?? '');
  }
  return false;
}
