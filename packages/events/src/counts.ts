import type { NumberMention } from '@rasid/arabic';
import type { Count } from '@rasid/contracts';
import { type CountKind, kindOfHead, kindOfNoun, plurals, singulars } from './count-words.ts';
import { standsAt } from './pattern.ts';
import { type Sentence, spanOf } from './reading.ts';
import { moneyClaims, seizedClaims } from './seized.ts';
import { wordList } from './triggers.ts';

/** A number of people or things, with the token it stands at. */
export type CountClaim = { kind: CountKind; count: Count; at: number };

const headReach = 6; // tokens from a verb or masdar to its number
const nounReach = 3; // tokens from a number to the verb after it: "ثلاثة أشخاص قتلوا"
const subset = wordList([
  'بينهم',
  'بينها',
  'منهم',
  'منها',
  'ضمنهم',
  'بينهن',
  'أحدهم',
  'أحدهما',
  'بينهما',
  'إحداهما',
]);
const cumulative =
  /منذ (?:بداية|بدء|مطلع|اندلاع|انطلاق|أكتوبر|السابع)|خلال (?:الشهر|العام|عام|السنوات|الأشهر)|الحصيلة الإجمالية/u;
const zero =
  /(?:دون|بدون|من دون|ولم|لم|عدم)(?:\s\S+){0,3}\s(?:إصابات|اصابات|إصابة|ضحايا|خسائر بشرية|قتلى)(?:\s|[.،,]|$)/u;

/** The counts a sentence states, in reading order; subsets and cumulative tolls are left out. */
export function countsOf(sentence: Sentence): CountClaim[] {
  const { field, start, end } = sentence;
  const text = field.text.slice(start, end);
  if (cumulative.test(text)) return [];
  const claims: CountClaim[] = [];
  const read = new Map<NumberMention, CountClaim>();
  for (const number of sentence.numbers) {
    if (number.trap || isSubset(sentence, number.from)) continue;
    const claim = claimOf(sentence, number, read);
    if (!claim) continue;
    read.set(number, claim);
    if (!claims.includes(claim)) claims.push(claim);
  }
  claims.push(...bareClaims(sentence, claims));
  const none = zero.exec(text);
  if (none && !claims.some(({ kind }) => kind === 'wounded'))
    claims.push(zeroClaim(sentence, start + none.index, none[0]));
  const things = [...seizedClaims(sentence), ...moneyClaims(sentence)];
  return [...claims.filter((claim) => !things.some((thing) => isOver(claim, thing))), ...things];
}

/** "ضبط 70 ألف حبة": one number counts pills or people, not both. */
const isOver = ({ count: { span: a } }: CountClaim, { count: { span: b } }: CountClaim): boolean =>
  a.field === b.field && a.start < b.end && b.start < a.end;

function zeroClaim(sentence: Sentence, start: number, text: string): CountClaim {
  const span = spanOf(sentence.field, start, start + text.trimEnd().length);
  return {
    kind: 'wounded',
    at: sentence.from,
    count: { min: 0, max: 0, qualifier: 'exact', text: span.text, span },
  };
}

function isSubset({ field, from }: Sentence, at: number): boolean {
  for (let i = Math.max(from, at - 3); i < at; i++) if (standsAt(subset, field.readings, i, at)) return true;
  return false;
}

/** The claim of a number; a number that goes on a list ("طفلان وامرأة") is added to the claim before it. */
function claimOf(
  sentence: Sentence,
  number: NumberMention,
  read: ReadonlyMap<NumberMention, CountClaim>,
): CountClaim | null {
  const { field } = sentence;
  const { min, max, qualifier, text } = number;
  const span = spanOf(field, number.start, number.end);
  const count: Count = { min, max, qualifier, text: text || span.text, span };
  const named = kindOfNoun.get(number.noun?.lemma ?? '');
  const moved = named === 'displaced' ? headBefore(sentence, number, read)?.kind : undefined; // "عاد 200 نازح"
  const own = moved === 'returned' || moved === 'evacuated' ? moved : named;
  const isBareSingular = number.kind === 'singular';
  if (own && !(isBareSingular && own !== 'killed' && own !== 'wounded')) {
    if (isBareSingular && isMasdar(sentence, number)) return null;
    return { kind: own, at: number.from, count };
  }
  if (isMissing(sentence, number)) return { kind: 'missing', at: number.from, count };
  const governed = headBefore(sentence, number, read);
  if (governed && 'claim' in governed)
    return isBareSingular || number.noun ? added(sentence, governed.claim, count) : null;
  const kind = governed?.kind ?? verbAfter(sentence, number);
  if (!kind || !isPeople(sentence, number)) return null;
  if (governed?.isMixed) return { kind: 'wounded', at: number.from, count: { ...count, qualifier: 'vague' } };
  return { kind, at: number.from, count };
}

/** "إصابة سبعة", "وفاة رجل": the masdar is no counted noun. */
const isMasdar = ({ field }: Sentence, { from }: NumberMention) =>
  /^(?:[وبل]?اصابه|[وبل]?وفاه)$/u.test(field.tokens[from]?.key ?? '');

type Governed = { kind: CountKind; isMixed: boolean } | { claim: CountClaim; isMixed?: never; kind?: never };

function headBefore(
  sentence: Sentence,
  number: NumberMention,
  read: ReadonlyMap<NumberMention, CountClaim>,
): Governed | null {
  const { field, from, numbers } = sentence;
  for (let at = number.from - 1; at >= Math.max(from, number.from - headReach); at--) {
    const before = numbers.find((each) => each !== number && at >= each.from && at < each.to);
    const kind = kindAt(field.readings[at]);
    if (before && !(kind && isMasdar(sentence, before))) {
      const claim = read.get(before);
      return claim && isJoined(sentence, number, before) ? { claim } : null;
    }
    if (!kind) continue;
    const other = kindAt(field.readings[at - 1]);
    const isMixed =
      kind === 'wounded' && other === 'killed' && field.tokens[at]?.key.startsWith('و') === true;
    return { kind, isMixed };
  }
  return null;
}

export const kindAt = (readings: readonly { form: string }[] | undefined): CountKind | undefined =>
  readings?.map(({ form }) => kindOfHead.get(form)).find(Boolean);

const listReach = 6; // tokens in which a list goes on: "طفلة في قرية س وسيدة في قرية ص"

/** "طفلان وامرأة": joined by و, at once or after the place of the one before; never "وإصابة". */
function isJoined({ field }: Sentence, number: NumberMention, before: NumberMention): boolean {
  const distance = number.from - before.to;
  const isOne = number.kind === 'singular' && before.kind === 'singular';
  return field.tokens[number.from]?.key.startsWith('و') === true && distance <= (isOne ? listReach : 1);
}

function added(sentence: Sentence, claim: CountClaim, count: Count): CountClaim | null {
  const { count: known } = claim;
  if (known.qualifier === 'vague' || count.qualifier === 'vague') return null;
  const span = spanOf(sentence.field, known.span.start, count.span.end);
  claim.count = {
    min: known.min === null || count.min === null ? null : known.min + count.min,
    max: known.max === null || count.max === null ? null : known.max + count.max,
    qualifier: known.qualifier,
    text: span.text,
    span,
  };
  return claim;
}

function verbAfter({ field, to }: Sentence, number: NumberMention): CountKind | null {
  const isPartOf = field.tokens[number.to]?.key === 'من'; // "7 عناصر من قوات النظام أصيبوا"
  const last = Math.min(to, number.to + nounReach + (isPartOf ? nounReach + 2 : 0));
  for (let at = number.to; at < last; at++) {
    const word = field.tokens[at]?.key ?? '';
    if (number.kind === 'singular' && /^(?:قتل|استشهد|قضي|توفي|قتلت)$/u.test(word)) return 'killed';
    if (number.kind === 'singular' && /^(?:اصيب|اصيبت|جرح)$/u.test(word)) return 'wounded';
    if (/^(?:قتلوا|قتلو|قضوا|استشهدوا|لقوا|قتلا|استشهدا)$/u.test(word)) return 'killed';
    if (/^(?:اصيبوا|جرحوا|اصيبا)$/u.test(word)) return 'wounded';
    if (word === 'بين' && /قتيل|شهيد/u.test(field.tokens[at + 1]?.key ?? '')) return 'wounded';
  }
  return null;
}

/** "أربعة آخرين في عداد المفقودين": what comes after says it against the word before. */
const isMissing = ({ field }: Sentence, { to }: NumberMention): boolean =>
  [0, 1, 2].some((step) => /مفقود/u.test(field.tokens[to + step]?.key ?? ''));

/** Numbers of things (kilometres, years) are no casualties even after a casualty word. */
function isPeople({ field }: Sentence, number: NumberMention): boolean {
  const next = field.tokens[number.to]?.key ?? '';
  if (number.noun) return number.noun.isPerson;
  return !/^(?:كم|كيلو|متر|سنه|سنوات|عام|ساعه|ايام|يوم|%|بالميه|دقيقه|اشهر|شهر|مليون|مليار|دولار|الف|طن|مره)/u.test(
    next,
  );
}

const bareReach = 2; // tokens from the casualty word to the people: "سقوط عدد من الجرحى"

/** "مقتل مدنيين", "أصيب آخرون": a bare plural is two or more, one singular person is one. */
function bareClaims(sentence: Sentence, known: readonly CountClaim[]): CountClaim[] {
  const { field, from, to } = sentence;
  const claims: CountClaim[] = [];
  for (let at = from; at < to - 1; at++) {
    const kind = kindAt(field.readings[at]);
    if (!kind || [...known, ...claims].some((claim) => claim.kind === kind)) continue;
    for (let next = at + 1; next <= Math.min(at + bareReach, to - 1); next++) {
      const isOne = standsAt(singulars, field.readings, next, to);
      if (!isOne && !standsAt(plurals, field.readings, next, to)) continue;
      const token = field.tokens[next];
      if (!token || token.key.startsWith('ال')) break; // definite people were named before
      const span = spanOf(field, token.start, token.end);
      const bounds = isOne
        ? { min: 1, max: 1, qualifier: 'exact' as const }
        : { min: 2, max: null, qualifier: 'vague' as const };
      claims.push({ kind, at, count: { ...bounds, text: span.text, span } });
      break;
    }
  }
  return claims;
}
