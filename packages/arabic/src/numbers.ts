import { type NounForm, nounFormOf } from './counted-nouns.ts';
import { readNumeral } from './numerals.ts';
import type { Token } from './tokenize.ts';

export type Qualifier = 'exact' | 'approx' | 'at_least' | 'at_most' | 'range' | 'vague';

export type NumberMention = {
  /** Token range of number, comparator and counted noun. */
  from: number;
  to: number;
  start: number;
  end: number;
  text: string;
  min: number | null;
  max: number | null;
  qualifier: Qualifier;
  kind: 'digits' | 'words' | 'dual' | 'singular' | 'vague';
  noun: { from: number; to: number; lemma: string } | null;
  /** Why it counts nothing: an age, a time, money … */
  trap?: string;
};

type Bounds = Pick<NumberMention, 'min' | 'max' | 'qualifier'>;

/** Comparators by their keys: how many tokens, and what they make of N. Source: annotation guideline, section 7. */
const comparators: { keys: string[]; apply: (n: number) => Bounds }[] = [
  ...lines(['اكثر من', 'ما يزيد علي', 'ما يزيد عن', 'يزيد عن', 'ما يربو علي', 'فوق', 'ازيد من'], (n) => ({
    min: n + 1,
    max: null,
    qualifier: 'at_least',
  })),
  ...lines(['ما لا يقل عن', 'لا يقل عن', 'لا تقل عن', 'علي الاقل'], (n) => ({
    min: n,
    max: null,
    qualifier: 'at_least',
  })),
  ...lines(['اقل من', 'دون'], (n) => ({ min: null, max: n - 1, qualifier: 'at_most' })),
  ...lines(['لا يتجاوز', 'لا تتجاوز'], (n) => ({ min: null, max: n, qualifier: 'at_most' })),
  ...lines(['نحو', 'حوالي', 'قرابه', 'زهاء', 'ما يقارب', 'ما يقرب من', 'قرابه', 'تقريبا'], (n) => ({
    min: n,
    max: n,
    qualifier: 'approx',
  })),
];

function lines(phrases: string[], apply: (n: number) => Bounds) {
  return phrases.map((phrase) => ({ keys: phrase.split(' '), apply }));
}

const vague: { keys: string[]; min: number; max: number | null }[] = [
  { keys: ['عشرات', 'الالاف'], min: 20_000, max: 99_999 },
  { keys: ['عشرات', 'الاف'], min: 20_000, max: 99_999 },
  { keys: ['ميات', 'الالاف'], min: 200_000, max: 999_999 },
  { keys: ['عدد', 'من'], min: 2, max: null },
  { keys: ['العديد', 'من'], min: 3, max: null },
  { keys: ['عده'], min: 2, max: null },
  { keys: ['بعض'], min: 2, max: null },
  { keys: ['بضعه'], min: 3, max: 9 },
  { keys: ['بضع'], min: 3, max: 9 },
  { keys: ['عشرات'], min: 20, max: 99 },
  { keys: ['العشرات'], min: 20, max: 99 },
  { keys: ['ميات'], min: 200, max: 999 },
  { keys: ['الميات'], min: 200, max: 999 },
  { keys: ['الاف'], min: 2_000, max: 9_999 },
  { keys: ['الالاف'], min: 2_000, max: 9_999 },
];

/** Words after a number that say it counts no people and no things of an incident. */
const trapAfter: Record<string, string> = {};
for (const [trap, words] of [
  ['age', 'عاما سنوات سنه سنين ربيعا'],
  ['time', 'دقيقه دقايق ساعه ساعات ثانيه ثواني يوما ايام شهرا اشهر شهور اسبوع اسابيع صباحا مساء ظهرا فجرا'],
  [
    'money',
    'دولار دولارا دولارات ليره ليرات دينار دينارا ريال ريالا جنيه جنيها درهم درهما يورو روبل شيكل شيقل',
  ],
  ['distance', 'كيلومتر كيلومترا كيلومترات كم كلم متر مترا امتار ميل ميلا اميال هكتار هكتارا دونم دونما'],
  ['degree', 'درجه درجات بالميه % مليمتر'],
  ['weight', 'كيلوغرام كيلوغراما كغ طن طنا اطنان غرام غراما برميل برميلا لتر'],
] as const) {
  for (const word of words.split(' ')) trapAfter[word] = trap;
}
/** Words before a number that make it a name: an article, a unit, a time. */
const trapBefore = new Set(
  'الماده المرسوم القرار القانون رقم الفرقه اللواء الكتيبه الساعه عام العام سنه العيار عيار طراز الطريق البند الفصل قناه'.split(
    ' ',
  ),
);

/** Every quantity of the text with its bounds and, where it stands beside one, the noun it counts. */
export function findNumbers(text: string, tokens: readonly Token[]): NumberMention[] {
  const keys = tokens.map((token) => token.key);
  const found: NumberMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention = readAt(text, tokens, keys, at);
    if (mention) found.push(mention);
    at = mention ? mention.to : at + 1;
  }
  return found;
}

const startsWith = (keys: readonly string[], at: number, wanted: readonly string[]): boolean =>
  wanted.every((key, i) => keys[at + i] === key || (i === 0 && bareOf(keys[at + i] ?? '') === key));

/** Without "and" and the preposition that may be written onto a quantity. */
const bareOf = (key: string): string => (key.length > 3 ? key.replace(/^[وف]?[بل]?/, '') : key);

function readAt(
  text: string,
  tokens: readonly Token[],
  keys: readonly string[],
  at: number,
): NumberMention | null {
  const comparator = comparators.find((candidate) => startsWith(keys, at, candidate.keys));
  const numberAt = at + (comparator?.keys.length ?? 0);
  const numeral = numeralAt(keys, numberAt);
  if (numeral) return withNumeral(text, tokens, keys, { at, numberAt, numeral, apply: comparator?.apply });
  const quantity = vague.find((candidate) => startsWith(keys, at, candidate.keys));
  if (quantity) {
    const nounAt = skip(keys, at + quantity.keys.length, ['من']);
    const noun = nounOf(keys, nounAt);
    const bounds: Bounds = { min: quantity.min, max: quantity.max, qualifier: 'vague' };
    return build(text, tokens, {
      at,
      to: noun ? nounAt + 1 : at + quantity.keys.length,
      kind: 'vague',
      bounds,
      noun,
      nounAt,
    });
  }
  return ofNoun(text, tokens, keys, at);
}

/** The dual is two; "a number of" and the like aside, a bare singular is for the reader of the frame to count. */
function ofNoun(
  text: string,
  tokens: readonly Token[],
  keys: readonly string[],
  at: number,
): NumberMention | null {
  const form = formOf(keys[at] ?? '')?.find(({ number }) => number === 'dual');
  if (form)
    return build(text, tokens, { at, to: at + 1, kind: 'dual', bounds: exactly(2), noun: form, nounAt: at });
  const single = formOf(keys[at] ?? '')?.find(({ number }) => number === 'singular');
  if (!single) return null;
  return build(text, tokens, {
    at,
    to: at + 1,
    kind: 'singular',
    bounds: exactly(1),
    noun: single,
    nounAt: at,
  });
}

const exactly = (n: number): Bounds => ({ min: n, max: n, qualifier: 'exact' });

function numeralAt(keys: readonly string[], at: number) {
  const whole = readNumeral(keys, at);
  if (whole) return whole;
  const key = keys[at] ?? '';
  const bare = bareOf(key);
  return bare === key ? null : readNumeral([bare, ...keys.slice(at + 1, at + 12)], 0);
}

type Numbered = {
  at: number;
  numberAt: number;
  numeral: { value: number; words: number };
  apply: ((n: number) => Bounds) | undefined;
};

function withNumeral(
  text: string,
  tokens: readonly Token[],
  keys: readonly string[],
  facts: Numbered,
): NumberMention {
  const { at, numberAt, numeral } = facts;
  let to = numberAt + numeral.words;
  let bounds = facts.apply?.(numeral.value) ?? exactly(numeral.value);
  const second =
    keys[to] === '-' || keys[to] === 'الي' || keys[to] === 'او'
      ? readNumeral(keys, to + 1)
      : keys[at - 1] === 'بين'
        ? numeralAt(keys, to)
        : null;
  if (second && second.value > numeral.value) {
    bounds = { min: numeral.value, max: second.value, qualifier: 'range' };
    to += second.words + (keys[to] === '-' || keys[to] === 'الي' || keys[to] === 'او' ? 1 : 0);
  }
  const nounAt = skip(keys, to, ['من', 'اخرين', 'اخرون']);
  const noun = nounOf(keys, nounAt);
  if (noun && keys[nounAt + 1] === 'علي' && keys[nounAt + 2] === 'الاقل')
    bounds = { min: numeral.value, max: null, qualifier: 'at_least' };
  const kind = /\d/.test(keys[numberAt] ?? '') ? 'digits' : 'words';
  const mention = build(text, tokens, { at, to: noun ? nounAt + 1 : to, kind, bounds, noun, nounAt });
  const trap = trapAfter[keys[to] ?? ''] ?? (trapBefore.has(keys[at - 1] ?? '') ? 'name' : undefined);
  return trap && !noun ? { ...mention, trap } : mention;
}

const formOf = (key: string): NounForm[] | undefined =>
  nounFormOf.get(key) ??
  nounFormOf.get(bareOf(key)) ??
  nounFormOf.get(key.replace(/^[وف]?(?:ال|لل|بال)/, ''));
const nounOf = (keys: readonly string[], at: number): NounForm | null => formOf(keys[at] ?? '')?.[0] ?? null;
const skip = (keys: readonly string[], at: number, words: string[]): number =>
  words.includes(keys[at] ?? '') ? at + 1 : at;

type Built = {
  at: number;
  to: number;
  kind: NumberMention['kind'];
  bounds: Bounds;
  noun: NounForm | null;
  nounAt: number;
};

function build(
  text: string,
  tokens: readonly Token[],
  { at, to, kind, bounds, noun, nounAt }: Built,
): NumberMention {
  const start = tokens[at]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const counted = noun ? { from: nounAt, to: nounAt + 1, lemma: noun.lemma } : null;
  return { from: at, to, start, end, text: text.slice(start, end), ...bounds, kind, noun: counted };
}
