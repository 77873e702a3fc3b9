import { nounAt } from '@rasid/arabic';
import type { Sentence } from '../text/reading.ts';
import { kindAt } from './count-heads.ts';
import type { CountKind } from './count-words.ts';
import type { Counted } from './people.ts';

const nounReach = 3; // tokens from a number to the verb after it: "ثلاثة أشخاص قتلوا"

/** What comes after a number and says what became of those it counts. */
const fates: [CountKind, RegExp][] = [
  [
    'killed',
    /^(?:قتلوا|قتلو|قضوا|قضيا|استشهدوا|لقوا|لقيا|لقي|قتلا|استشهدا|مصرعهم|حتفهم|مصرعه|حتفه|مصرعها|حتفها|مصرعهما|حتفهما|توفوا|توفيا)$/u,
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

/** "أن عددا من الأشخاص أصيب": a singular verb that nobody else can be the object of. */
const passives = fatesOfOne.map(([kind, words]): [CountKind, RegExp] => [
  kind,
  kind === 'killed' ? /^(?:استشهد|توفي)$/u : words,
]);

/** "رجلا واحدا على الأقل قتل". */
const pastHedge = (tokens: Sentence['field']['tokens'], at: number): number =>
  tokens[at]?.key === 'علي' && tokens[at + 1]?.key === 'الاقل' ? at + 2 : at;

const asideReach = 8; // tokens of an aside: "تسعة أشخاص، معظمهم نساء وأطفال، قتلوا"
const asides = /^(?:معظم|غالبيت|اغلب|جميع|كل|بين|من)/u;

/** Where an aside in commas behind a number ends, or the number's own end. */
function asideEnd(tokens: Sentence['field']['tokens'], from: number): number {
  if (tokens[from]?.text !== '\u060c' || !asides.test(tokens[from + 1]?.key ?? '')) return from;
  for (let at = from + 2; at <= from + asideReach; at++) if (tokens[at]?.text === '\u060c') return at + 1;
  return from;
}

const fateReach = 14; // tokens from people to their fate over what else is said of them: "8 أشخاص يحملون أحزمة ناسفة قتلوا في"

/**
 * "40 راكبا بينهم 12 طفلا لقوا حتفهم", "ستة أشخاص، من بينهم انتحاري، قتلوا أثناء": a verb in the plural that no object
 * follows, over an aside that tells who some of them are.
 */
function fateBehind({ field: { tokens }, to }: Sentence, number: Counted): CountKind | null {
  if (number.kind === 'singular' || (number.min ?? 0) < plural || !number.noun?.isPerson) return null;
  let [isAside, hasOthers] = [false, false];
  for (let at = number.to; at < Math.min(to, number.to + fateReach); at++) {
    const token = tokens[at];
    const isComma = token?.text === '\u060c';
    if (isComma && !isAside && !asides.test(tokens[at + 1]?.key ?? '')) return null;
    if (isComma) continue;
    if (isOthers(tokens, at, number)) isAside = true;
    if (isAside && token?.kind === 'number') hasOthers = true;
    if (!token || (token.kind !== 'word' && !isAside && !/^["«»()]$/u.test(token.text))) return null;
    if (opens.test(token.key)) return null;
    const kind = pluralFates.find(([, words]) => words.test(token.key))?.[0];
    if (kind) return (hasOthers && kind !== 'killed') || !isOfThem(tokens, at) ? null : kind; // "بينهم 50 أصيبوا" are those 50
  }
  return null;
}

const opens =
  /^(?:ان|حيث|بينما|فيما|كما|بعد|بعدما|قبل|حين|عندما|الذي|التي|الذين|و(?:قال|اضاف|اكد|اصيب|جرح|قتل)ت?)$/u;
/** An aside on some of them; "خمسة منهم قتلوا" has none. */
const isOthers = (tokens: Sentence['field']['tokens'], at: number, { to }: Counted): boolean =>
  partOf.test(tokens[at]?.key ?? '') &&
  (at > to || tokens[at + 1]?.kind === 'number' || /^بين/u.test(tokens[at]?.key ?? ''));
const partOf = /^(?:بينهم|بينها|منهم|منها|ضمنهم|معظمهم|غالبيتهم|اغلبهم)$/u;
/** No object behind: "خمسة رجال قتلوا شرطيا" killed somebody, "قتلوا السبت" were killed. */
function isOfThem(tokens: Sentence['field']['tokens'], at: number): boolean {
  const next = tokens[at + 1];
  if (!next || !eitherVoice.test(tokens[at]?.key ?? '')) return true;
  return next.kind !== 'number' && !numeral.test(next.key) && !nounAt(next.key.replace(/^ال/u, ''))?.isPerson;
}
const eitherVoice = /^(?:قتلوا?|جرحوا?|اعدموا|قتلت|جرحت)$/u;
const numeral = /^(?:ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر|عده|عدد|ميات|نحو|اكثر)/u;
const plural = 3; // a verb in the plural is of three or more
const pluralFates: [CountKind, RegExp][] = [
  ['killed', /^(?:قتلوا|قضوا|استشهدوا|مصرعهم|حتفهم|توفوا|اعدموا)$/u],
  ['wounded', /^(?:اصيبوا|جرحوا)$/u],
  ['hospitalised', /^نقلوا$/u],
];

/** Words before a number that what befell those people behind it overrules: "نقلت الوكالة أن 100 مسلح لقوا حتفهم". */
export const isWeakHead = (kind: CountKind): boolean => weakHeads.has(kind);
const weakHeads = new Set<CountKind>(['hospitalised', 'rescued', 'participants', 'affected', 'returned']);

export function verbAfter(sentence: Sentence, number: Counted): CountKind | null {
  const { field, from, to } = sentence;
  if (
    number.kind !== 'singular' &&
    /^[وف]?(?:لقي|لقيت|لقوا)$/u.test(field.tokens[number.from - 1]?.key ?? '')
  )
    return 'killed'; // "لقي 14 مقاتلا …، مصرعهم"
  const aside = asideEnd(field.tokens, pastHedge(field.tokens, number.to));
  const isPartOf = [0, number.noun ? 0 : 1].some((step) => field.tokens[number.to + step]?.key === 'من'); // "7 عناصر من قوات النظام أصيبوا", "22 فردا من"
  const last = Math.min(to, aside + nounReach + (isPartOf ? nounReach + 2 : 0));
  for (let at = aside; at < last; at++) {
    const word = field.tokens[at]?.key ?? '';
    if (at > aside && word.startsWith('و') && kindAt(field.readings[at])) break; // "واثنتان من بناتهما وإصابة 3"
    const isOne = number.kind === 'singular' || (number.min === 1 && number.noun !== null && at === aside);
    const ones = isOne ? fatesOfOne : number.kind === 'vague' ? passives : [];
    if (/^قتلت?$/u.test(word) && field.tokens[at + 1]?.kind === 'number') return null; // "شاب قتل 10 أشخاص"
    if (isOthers(field.tokens, at, number)) break; // "بينهم 50 أصيبوا"
    if (isDeed(field.tokens, at)) continue;
    for (const [kind, words] of [...ones, ...fates])
      if (words.test(word)) return isOfThem(field.tokens, at) ? kind : null;
    if (word === 'بين' && /قتيل|شهيد/u.test(field.tokens[at + 1]?.key ?? '')) return 'wounded';
    if (word === 'الحياه' && number.from > from && /فارق/u.test(field.tokens[number.from - 1]?.key ?? ''))
      return 'killed';
  }
  return isTreated(field.tokens, number) ? 'wounded' : fateBehind(sentence, number);
}

/** "أقدم شاب على قتل ثلاثة": a killing that a preposition brings is no fate of him. */
const isDeed = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  tokens[at]?.key === 'قتل' && /^(?:علي|عن|في|بعد|قبل|الي|من|خلال)$/u.test(tokens[at - 1]?.key ?? '');

const care = /^(?:ال)?(?:علاج|علاجا|رعايه|اسعافات)$/u;
const careReach = 9; // tokens from those who receive it over where they are from to "treatment"

/** "25 شخصا يتلقون العلاج", "يتلقى رجلان … الرعاية الطبية": who is treated is hurt. */
function isTreated(tokens: Sentence['field']['tokens'], { from, to, noun }: Counted): boolean {
  const isBehind = /^[يت]تلقو?[ني]$/u.test(tokens[to]?.key ?? '');
  if (noun ? !noun.isPerson : !isBehind) return false; // "وأن 23 يتلقون العلاج"
  if (!isBehind && !/^[وف]?[يت]تلقي$/u.test(tokens[from - 1]?.key ?? '')) return false;
  return tokens.slice(to, to + careReach).some(({ key }) => care.test(key));
}

/** "350 عنصرا ما بين قتيل وجريح", "40 قتلوا أو أصيبوا": dead and wounded together. */
export function isBothBehind({ field: { tokens } }: Sentence, { to }: Counted): boolean {
  const keys = tokens.slice(to, to + bothReach).map(({ key }) => key);
  const at = keys.indexOf('بين');
  const isMany = /^(?:قتلي|شهداء)$/u.test(keys[at + 1] ?? '') && /^و/u.test(keys[at + 2] ?? ''); // "بين قتلى القصف" are some of them
  if (at >= 0 && (isMany || /^(?:قتيل|شهيد)$/u.test(keys[at + 1] ?? ''))) return true;
  const verb = keys.findIndex((key) => /^(?:قتلوا|سقطوا|استشهدوا)$/u.test(key));
  const [next = '', last = ''] = verb < 0 ? [] : keys.slice(verb + 1);
  const isNamed = /^(?:قتلي|شهداء)$/u.test(next) && /^و(?:جرحي|مصابين)$/u.test(last); // "سقطوا قتلى وجرحى"
  return isNamed || next === 'او' || /^و(?:اصيبوا|جرحوا)$/u.test(next);
}
const bothReach = 9; // tokens from a number over whose people they are to what befell them

/** "ومئات جرحوا", "و23 يتلقون العلاج": the verb right behind overrules the one before. */
export function fateAt({ field: { tokens } }: Sentence, number: Counted): CountKind | undefined {
  if (number.kind === 'singular' || !isOfThem(tokens, number.to)) return undefined;
  if (isTreated(tokens, number)) return 'wounded';
  return pluralFates.find(([, words]) => words.test(tokens[number.to]?.key ?? ''))?.[0];
}
