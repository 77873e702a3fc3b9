import { keptOf, type NumberMention } from '@rasid/arabic';
import { isJoined } from './count-joins.ts';
import { type CountKind, kindOfHead, kindOfNounHead } from './count-words.ts';
import type { CountClaim } from './counts.ts';
import { filterOf, mayHold, type Reading } from './forms.ts';
import type { Counted } from './people.ts';
import type { Sentence } from './reading.ts';

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
      if (!claim && isThing(field, before, number)) continue;
      return claim && isJoined(sentence, number, before) ? { claim } : null;
    }
    if (!kind && opening.test(field.tokens[at]?.key ?? '')) return null;
    if (!kind) continue;
    if (isOfPlace(field, at, number)) continue;
    const other = isFate.test(field.tokens[at - 1]?.key ?? '') ? undefined : kindAt(field.readings[at - 1]);
    const isMixed =
      kind === 'wounded' && other === 'killed' && field.tokens[at]?.key.startsWith('و') === true;
    return { kind, isMixed };
  }
  return null;
}

/** "لقوا حتفهم وأصيب 21": the first toll is told in full. */
const isFate = /^(?:(?:حتف|مصرع)(?:ه|ها|هما|هم|هن)|(?:قتل|استشهد|توفي|قضي)ت?ا|.*وا)$/u;

const rises = /^[ول]?(?:ارتفاع|ارتفع|ارتفعت|[يت]رتفع|بلوغ|صعود|وصول|زاد|زادت|قفز|قفزت)$/u;
const riseReach = 25; // tokens from "rose" to the figure: "ارتفاع عدد ضحايا انهيار … إلى 16"
const tollNouns: [CountKind, RegExp][] = [
  ['killed', /^و?(?:ال|ب|ل)?(?:قتلي|ضحايا|شهداء|وفيات|موتي)$/u],
  ['wounded', /^و?(?:ال|ب|ل)?(?:جرحي|مصابين|اصابات)$/u],
  ['arrested', /^(?:ال|ب|ل)?(?:معتقلين|موقوفين)$/u],
  ['missing', /^(?:ال|ب|ل)?مفقودين$/u],
];

/** "ارتفع عدد القتلى … إلى 122": the figure is of those whose number rose. */
export function risenKind({ field, from }: Sentence, number: Counted): CountKind | undefined {
  const { tokens } = field;
  if (tokens[number.from - 1]?.key !== 'الي' && !tokens[number.from]?.key.startsWith('ل')) return undefined;
  const first = Math.max(from, number.from - riseReach);
  for (let at = first, isRise = false, kind: CountKind | undefined; at < number.from; at++) {
    const key = tokens[at]?.key ?? '';
    isRise ||= rises.test(key);
    kind = tollNouns.find(([, nouns]) => nouns.test(key))?.[0] ?? kind;
    if (isRise && at === number.from - 1) return kind;
  }
  return undefined;
}

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

/** What comes after a number and says what became of those it counts. */
const fates: [CountKind, RegExp][] = [
  [
    'killed',
    /^(?:قتلوا|قتلو|قضوا|استشهدوا|لقوا|لقيا|لقي|قتلا|استشهدا|مصرعهم|حتفهم|مصرعه|حتفه|مصرعها|حتفها|مصرعهما|حتفهما|توفوا|توفيا)$/u,
  ],
  [
    'wounded',
    /^(?:اصيبوا|جرحوا|اصيبا|لاصابات|لاصابه|لجروح|لحروق|لاختناق|بجروح|بحروق|باصابات|باختناقات|بشظايا)$/u,
  ],
];
const fatesOfOne: [CountKind, RegExp][] = [
  ['killed', /^(?:قتل|استشهد|قضي|توفي|قتلت|استشهدت|توفيت)$/u],
  ['wounded', /^(?:اصيب|اصيبت|جرح|جرحت)$/u],
];

const asideReach = 8; // tokens of an aside: "تسعة أشخاص، معظمهم نساء وأطفال، قتلوا"
const asides = /^(?:معظم|غالبيت|اغلب|جميع|كل|بين|من)/u;

/** Where an aside in commas behind a number ends, or the number's own end. */
function asideEnd(tokens: Sentence['field']['tokens'], from: number): number {
  if (tokens[from]?.text !== '\u060c' || !asides.test(tokens[from + 1]?.key ?? '')) return from;
  for (let at = from + 2; at <= from + asideReach; at++) if (tokens[at]?.text === '\u060c') return at + 1;
  return from;
}

const fateReach = 9; // tokens from people to their fate over what else is said of them: "8 أشخاص يحملون أحزمة ناسفة قتلوا في"

/** "ستة أشخاص، من بينهم انتحاري لقوا حتفهم", "… قتلوا أثناء": plural verbs that no object follows. */
function fateBehind({ field: { tokens }, to }: Sentence, number: Counted): CountKind | null {
  if (number.kind === 'singular' || (number.min ?? 0) < plural || !number.noun?.isPerson) return null;
  const isAside = tokens[number.to]?.text === '\u060c' && asides.test(tokens[number.to + 1]?.key ?? '');
  const first = isAside ? number.to + 1 : number.to;
  for (let at = first; at < Math.min(to, first + fateReach); at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || /^(?:ان|حيث|بينما|فيما|كما|بعد|بعدما|قبل|حين|عندما)$/u.test(token.key))
      return null;
    const kind = pluralFates.find(([, words]) => words.test(token.key))?.[0];
    if (kind)
      return tokens[at + 1]?.kind === 'number' || numeral.test(tokens[at + 1]?.key ?? '') ? null : kind;
  }
  return null;
}
const numeral = /^(?:ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر|عده|عدد|ميات|نحو|اكثر)/u;
const plural = 3; // a verb in the plural is of three or more
const pluralFates: [CountKind, RegExp][] = [
  ['killed', /^(?:قتلوا|قضوا|استشهدوا|مصرعهم|حتفهم|توفوا|اعدموا)$/u],
  ['wounded', /^(?:اصيبوا|جرحوا)$/u],
  ['hospitalised', /^نقلوا$/u],
];

export function verbAfter(sentence: Sentence, number: Counted): CountKind | null {
  const { field, from, to } = sentence;
  if (
    number.kind !== 'singular' &&
    /^[وف]?(?:لقي|لقيت|لقوا)$/u.test(field.tokens[number.from - 1]?.key ?? '')
  )
    return 'killed'; // "لقي 14 مقاتلا …، مصرعهم"
  const aside = asideEnd(field.tokens, number.to);
  const isPartOf = [0, number.noun ? 0 : 1].some((step) => field.tokens[number.to + step]?.key === 'من'); // "7 عناصر من قوات النظام أصيبوا", "22 فردا من"
  const last = Math.min(to, aside + nounReach + (isPartOf ? nounReach + 2 : 0));
  for (let at = aside; at < last; at++) {
    const word = field.tokens[at]?.key ?? '';
    if (at > aside && word.startsWith('و') && kindAt(field.readings[at])) break; // "واثنتان من بناتهما وإصابة 3"
    const ones = number.kind === 'singular' ? fatesOfOne : [];
    if (/^قتلت?$/u.test(word) && field.tokens[at + 1]?.kind === 'number') return null; // "شاب قتل 10 أشخاص"
    for (const [kind, words] of [...ones, ...fates]) if (words.test(word)) return kind;
    if (word === 'بين' && /قتيل|شهيد/u.test(field.tokens[at + 1]?.key ?? '')) return 'wounded';
    if (word === 'الحياه' && number.from > from && /فارق/u.test(field.tokens[number.from - 1]?.key ?? ''))
      return 'killed';
  }
  return fateBehind(sentence, number);
}

/** "350 عنصرا ما بين قتيل وجريح", "40 قتلوا أو أصيبوا": dead and wounded together. */
export function isBothBehind({ field: { tokens } }: Sentence, { to }: Counted): boolean {
  const keys = tokens.slice(to, to + bothReach).map(({ key }) => key);
  const at = keys.indexOf('بين');
  if (at >= 0 && /^(?:قتيل|شهيد|قتلي|شهداء)$/u.test(keys[at + 1] ?? '')) return true;
  const verb = keys.findIndex((key) => /^(?:قتلوا|سقطوا|استشهدوا)$/u.test(key));
  return verb >= 0 && (keys[verb + 1] === 'او' || /^و(?:اصيبوا|جرحوا)$/u.test(keys[verb + 1] ?? ''));
}
const bothReach = 9; // tokens from a number over whose people they are to what befell them

/** "ومئات جرحوا": the verb right behind overrules the one before. */
export const fateAt = ({ field }: Sentence, { kind, to }: Counted): CountKind | undefined =>
  kind === 'singular'
    ? undefined
    : pluralFates.find(([, words]) => words.test(field.tokens[to]?.key ?? ''))?.[0];
