export type Qualifier = 'exact' | 'approx' | 'at_least' | 'at_most' | 'range' | 'vague';
export type Bounds = { min: number | null; max: number | null; qualifier: Qualifier };

export const exactly = (n: number): Bounds => ({ min: n, max: n, qualifier: 'exact' });
const moreThan = (n: number): Bounds => ({ min: n + 1, max: null, qualifier: 'at_least' });
export const atLeast = (n: number): Bounds => ({ min: n, max: null, qualifier: 'at_least' });
const lessThan = (n: number): Bounds => ({ min: null, max: n - 1, qualifier: 'at_most' });
const atMost = (n: number): Bounds => ({ min: null, max: n, qualifier: 'at_most' });
const about = (n: number): Bounds => ({ min: n, max: n, qualifier: 'approx' });

export type Apply = (n: number) => Bounds;
type Phrase<T> = { keys: string[]; value: T };

/** Phrases by their first word, the longest first. */
export type PhraseTable<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

function table<T>(rows: readonly (readonly [string, T])[]): PhraseTable<T> {
  const byFirst = new Map<string, Phrase<T>[]>();
  for (const [phrases, value] of rows)
    for (const phrase of phrases.split('|')) {
      const keys = phrase.split(' ');
      const first = keys[0] ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), { keys, value }]);
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  return byFirst;
}

/** The phrase of a table that stands at a place. */
export function phraseAt<T>(
  found: PhraseTable<T>,
  keys: readonly string[],
  at: number,
): { value: T; to: number } | null {
  const rows = found.get(keys[at] ?? '');
  if (rows === undefined) return null;
  for (const { keys: wanted, value } of rows)
    if (wanted.every((key, i) => keys[at + i] === key)) return { value, to: at + wanted.length };
  return null;
}

/** What stands before a number and bounds it. Source: annotation guideline, section 7. */
export const comparators = table<Apply>([
  ['اكثر من|ازيد من|يزيد عن|يزيد علي|تزيد عن|تزيد علي|ما يزيد عن|ما يزيد علي|مايزيد عن|مايزيد علي', moreThan],
  ['ما يربو علي|ما يربو عن|يربو علي|يربو عن|ما يفوق|يفوق|فوق|يتجاوز|تجاوز|تجاوزت|ما يتجاوز', moreThan],
  ['ما يزيد عددهم عن|ما يزيد عددهم علي|يزيد عددهم عن|يزيد عددهم علي', moreThan],
  [
    'ما لا يقل عن|مالا يقل عن|لا يقل عن|لا تقل عن|ما لايقل عن|لايقل عن|ما لا يقل عددهم عن|لا يقل عددهم عن',
    atLeast,
  ],
  ['علي ال اقل|كحد ادني|حد ادني', atLeast],
  ['اقل من|ما يقل عن|يقل عن|دون|ما دون', lessThan],
  [
    'لا يتجاوز|لا تتجاوز|لم يتجاوز|لم تتجاوز|لا يتعدي|لم يتعد|لا يزيد عن|لا يزيد علي|لا تزيد عن|لا تزيد علي',
    atMost,
  ],
  ['ما لا يزيد عن|ما لا يزيد علي|كحد اقصي|حد اقصي|علي الاكثر', atMost],
  [
    'نحو|حوالي|قرابه|زهاء|قراب|تقريبا|حدود|ما يقارب|مايقارب|ما يقرب من|مايقرب من|يقارب|يناهز|ما يناهز|تقارب',
    about,
  ],
]);

/** What stands after a number, or after its noun, and bounds it. */
export const trailing = table<Apply>([
  ['علي الاقل|علي اقل تقدير|كحد ادني|فاكثر|او اكثر|او يزيد|فما فوق|فصاعدا|علي اقل التقديرات', atLeast],
  ['علي الاكثر|علي اكثر تقدير|كحد اقصي|فاقل|او اقل|علي ابعد تقدير', atMost],
  ['تقريبا', about],
]);

/** Quantities without a number. Source: annotation guideline, section 7. */
export const vague = table<{ min: number; max: number | null }>([
  ['بضعه|بضع', { min: 3, max: 9 }],
  [
    'عدد من|عددا من|عددا كبيرا من|اعداد من|اعداد كبيره من|عده|بعض|مجموعه من|عدد كبير من|عدد قليل من|عدد غير قليل من|عدد اخر من|عددا اخر من',
    { min: 2, max: null },
  ],
  ['ال عديد من|عديد من|كثير من|ال كثير من|عديد ال', { min: 3, max: null }],
  ['عشرات|ال عشرات', { min: 20, max: 99 }],
  ['ميات|ال ميات', { min: 200, max: 999 }],
  ['الاف|ال الاف', { min: 2_000, max: 9_999 }],
  ['ملايين|ال ملايين', { min: 2_000_000, max: 9_999_999 }],
  ['مليارات|ال مليارات', { min: 2_000_000_000, max: 9_999_999_999 }],
  ['بضع عشرات|بضعه عشرات|عده عشرات', { min: 30, max: 99 }],
  ['بضع ميات|بضعه ميات', { min: 300, max: 999 }],
  ['عده ميات', { min: 200, max: 999 }],
  ['بضعه الاف|بضع الاف', { min: 3_000, max: 9_999 }],
  ['عده الاف', { min: 2_000, max: 9_999 }],
  ['عده ملايين|بضعه ملايين', { min: 2_000_000, max: 9_999_999 }],
  ['عشرات ال الاف|عشرات الاف|ال عشرات من ال الاف', { min: 20_000, max: 99_999 }],
  ['ميات ال الاف|ميات الاف', { min: 200_000, max: 999_999 }],
  ['عشرات ال ملايين', { min: 20_000_000, max: 99_999_999 }],
  ['ميات ال ملايين', { min: 200_000_000, max: 999_999_999 }],
]);
