import { lookupKey, type NumberMention } from '@rasid/arabic';
import type { Count, ExtractedEvent } from '@rasid/contracts';
import { type Sentence, spanOf } from './reading.ts';

type Kind = keyof ExtractedEvent['counts'];
export type CountClaim = { kind: Kind; count: Count; at: number };

const heads: Record<string, string> = {
  killed:
    'مقتل قتل قتلت قتلوا استشهاد استشهد استشهدوا مصرع مصرعهم مصرعه وفاة توفي لقي لقوا بحياة قضى قضوا يقتل تقتل اغتيال ومقتل وقتل حتفهم تحييد تحييدهم إعدام بمقتل وفيات',
  wounded: 'إصابة أصيب أصيبت أصيبوا جرح جرحت وإصابة وأصيب وجرح بإصابة يصيب بجروح',
  arrested: 'اعتقال اعتقلت اعتقل توقيف القبض أوقفت إيقاف أوقف واعتقال واعتقلت اعتقلوا تعتقل يعتقل',
  abducted: 'خطف اختطاف اختطف اختطفت اختطفوا احتجاز محتجزين',
  released: 'الإفراج أفرجت أفرج سراح تحرير إفراج',
  displaced: 'نزوح نزح نزحت تهجير تشريد نزحوا',
  evacuated: 'إجلاء أجلت أجلي إخلاء',
  returned: 'عودة عاد عادت',
  rescued: 'إنقاذ أنقذت أنقذ إنقاذهم انتشال',
  missing: 'فقدان فقد مفقودين',
  infected: 'إصابات حالات حالة',
  participants: 'تظاهر احتشد شارك بمشاركة خرج تجمع اعتصم',
};
const nouns: Record<string, string> = {
  killed: 'قتيل شهيد ضحيه جثه وفاه',
  wounded: 'جريح مصاب اصابه',
  arrested: 'معتقل موقوف',
  missing: 'مفقود',
  displaced: 'نازح',
  abducted: 'رهينه مخطوف',
  participants: 'متظاهر',
  munitions: 'غاره صاروخ قذيفه مسيره',
};
const invert = (table: Record<string, string>) =>
  new Map(
    Object.entries(table).flatMap(([kind, words]) =>
      words.split(' ').map((word): [string, string] => [lookupKey(word), kind]),
    ),
  );
const kindOfHead = invert(heads);
const kindOfNoun = invert(nouns);
/** "إصابة سبعة", "وفاة رجل": the masdar is no counted noun. */
const masdars = new Set(['اصابه', 'وفاه']);
const subset = new Set(['بينهم', 'بينها', 'منهم', 'منها', 'ضمنهم', 'بينهن'].map(lookupKey));
const peopleWords = new Set(
  'اشخاص مدنيين مدنيون عناصر اخرين اخرون اطفال شخص مدني مواطنين جنود مسلحين مواطن شاب طفل طفله امراه رجل سيده شابا شخصا عنصر ضابط جندي فتاه قيادي'.split(
    ' ',
  ),
);
const singular = new Set(
  'شخص مدني مواطن شاب طفل طفله امراه رجل سيده شابا شخصا ضابط جندي فتاه قيادي عنصر'.split(' '),
);
const headReach = 5; // tokens from the verb or masdar to its number
const cumulative = /منذ (?:بداية|بدء|مطلع|اندلاع)|خلال (?:الشهر|العام|عام|السنوات)/u;

/** The counts a sentence states, latest last; subsets and cumulative tolls are left out. */
export function countsOf(sentence: Sentence): CountClaim[] {
  const { field } = sentence;
  if (cumulative.test(field.text.slice(sentence.start, sentence.end))) return [];
  const claims: CountClaim[] = [];
  for (const number of sentence.numbers) {
    if (number.trap || isSubset(sentence, number.from)) continue;
    if (number.kind === 'singular' && masdars.has(number.noun?.lemma ?? '')) continue;
    const kind = kindOf(sentence, number);
    if (!kind) continue;
    const { min, max, qualifier, text } = number;
    const span = spanOf(field, number.start, number.end);
    claims.push({ kind, at: number.from, count: { min, max, qualifier, text: text || span.text, span } });
  }
  return [...claims, ...bareClaims(sentence, claims)];
}

function isSubset(sentence: Sentence, at: number): boolean {
  for (let i = Math.max(sentence.from, at - 3); i < at; i++)
    if (subset.has(sentence.field.tokens[i]?.key ?? '')) return true;
  return false;
}

function kindOf(sentence: Sentence, number: NumberMention): Kind | null {
  const { tokens, readings } = sentence.field;
  const named = number.noun && kindOfNoun.get(number.noun.lemma);
  if (named) return named as Kind; // a key of the table above
  for (let i = number.from - 1; i >= Math.max(sentence.from, number.from - headReach); i--) {
    if (tokens[i]?.kind === 'number') break;
    const kind = readings[i]?.map((form) => kindOfHead.get(form)).find(Boolean);
    if (kind) return isPeople(sentence, number) ? (kind as Kind) : null; // a key of the table above
  }
  for (let i = number.to; i < Math.min(sentence.to, number.to + 3); i++) {
    const word = tokens[i]?.key ?? '';
    if (/^(?:قتلوا|قتلو|قضوا|استشهدوا)$/u.test(word)) return 'killed';
    if (/^(?:اصيبوا|جرحوا)$/u.test(word)) return 'wounded';
  }
  return null;
}

/** Numbers of things (kilometres, years) are no casualties even after a casualty word. */
function isPeople(sentence: Sentence, number: NumberMention): boolean {
  const next = sentence.field.tokens[number.to]?.key ?? '';
  return (
    number.noun !== null || !/^(?:كم|كيلو|متر|سنه|سنوات|عام|ساعه|ايام|يوم|في|%|بالميه|دقيقه)/u.test(next)
  );
}

/** "مقتل مدنيين", "أصيب آخرون": a bare plural is two or more, one singular person is one. */
function bareClaims(sentence: Sentence, known: readonly CountClaim[]): CountClaim[] {
  const { tokens, readings } = sentence.field;
  const claims: CountClaim[] = [];
  for (let at = sentence.from; at < sentence.to - 1; at++) {
    const kind = readings[at]?.map((form) => kindOfHead.get(form)).find(Boolean);
    const next = tokens[at + 1];
    if (!kind || !next || !peopleWords.has(next.key)) continue;
    if ([...known, ...claims].some((claim) => claim.kind === kind)) continue;
    const isOne = singular.has(next.key);
    const count: Count = {
      min: isOne ? 1 : 2,
      max: isOne ? 1 : null,
      qualifier: isOne ? 'exact' : 'vague',
      text: next.text,
      span: spanOf(sentence.field, next.start, next.end),
    };
    claims.push({ kind: kind as Kind, at, count }); // a key of the table above
  }
  return claims;
}
