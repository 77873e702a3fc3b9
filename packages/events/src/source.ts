import { compilePhrases } from '@rasid/arabic';
import type { ExtractedEvent } from '@rasid/contracts';
import { type Sentence, spanOf } from './reading.ts';

type Attribution = NonNullable<ExtractedEvent['source']>;

const speech =
  'قال;قالت;أفاد;أفادت;أعلن;أعلنت;ذكر;ذكرت;أكد;أكدت;أوضح;أوضحت;صرح;صرحت;كشف;كشفت;أضاف;أضافت;بحسب;حسب;وفقا ل;وفق;نقلا عن;نقلت عن;أشار;أشارت;لفت;أفاد به;رصد;وثق;يقول;تقول;بين';
const matcher = compilePhrases(
  speech.split(';').map((phrase) => ({ phrase, value: phrase })),
  { proclitics: true },
);
const enders =
  /^(?:ان|انه|انها|بان|بانه|عن|في|ل|الي|علي|اليوم|امس|ما|الذي|التي|خلال|حول|بيان|من|عبر|لـ|يوم|مساء|صباح|هذا|هذه|وجود|قيام|تنفيذ|مقتل|اعتقال|القبض|ضبط|سقوط|تسجيل|وفاه|اصابه)$/u;
const weekday = /^(?:ال)?(?:اثنين|ثلاثاء|ثلاثا|اربعاء|اربعا|خميس|جمعه|سبت|احد)$/u;
const titles =
  /^(?:ال)?(?:متحدث|ناطق|رسمي|باسم|اعلامي|رئيس|وزير|نائب|مدير|عام|عقيد|عميد|لواء|مقدم|رايد|نقيب|مسوول|امني|سيناتور|دكتور|ناشط|حقوقي|منسق|قايد|امير|ملك|مبعوث|سفير|ممثل|محافظ|امين)$/u;
const types: [RegExp, Attribution['sourceType']][] = [
  [/مصدر(?:ان)? (?:أمني|امني|عسكري)|الشرطة|الجيش|الأمن|الدفاع|العسكري|قيادة|الداخلية/u, 'military_police'],
  [/مصدر طبي|مستشفى|الصحة|الإسعاف|طبية/u, 'medical'],
  [/المرصد|الشبكة السورية|منظمة|هيومن|الدفاع المدني|العفو|الهلال/u, 'ngo_monitor'],
  [/وكالة|رويترز|فرانس|سانا|واس|الأناضول/u, 'agency'],
  [/مراسل|صحيفة|قناة|إذاعة|وسائل|تلفزيون|موقع|الصحف|أف أم/u, 'media'],
  [/شهود|شاهد/u, 'witness'],
  [/ناشط|تويتر|فيسبوك/u, 'social_media'],
  [/مصادر محلية|مصدر محلي|الأهالي|سكان/u, 'local_source'],
  [/مصدر|مصادر/u, 'anonymous_official'],
  [/حركة|كتائب|تنظيم|جماعة|قسد/u, 'party_to_conflict'],
];
const maxTokens = 7; // of a speaker's name with institution

/** Who is named as saying it in this sentence, titles removed; null for the outlet's own voice. */
export function sourceOf(sentence: Sentence): Attribution | null {
  const { tokens, text } = sentence.field;
  for (const match of matcher.find(tokens, sentence.from, sentence.to)) {
    let from = match.to;
    while (from < sentence.to && isSkipped(tokens[from]?.key ?? '')) from++;
    const first = from;
    while (from < sentence.to && titles.test(tokens[from]?.key ?? '')) from++;
    let to = from;
    while (to < sentence.to && to - from < maxTokens && !isEnd(tokens[to]?.key ?? '', tokens[to]?.kind)) to++;
    if (to === from) from = first;
    const start = tokens[from]?.start;
    const end = tokens[to - 1]?.end;
    if (start === undefined || end === undefined || to <= from || to - first > maxTokens + 3) continue;
    const name = text.slice(start, end);
    if (name.length < 3) continue;
    const whole = text.slice(tokens[first]?.start ?? start, end);
    const sourceType = types.find(([pattern]) => pattern.test(whole))?.[1] ?? 'official';
    const canon = sentence.actors.find((each) => each.start >= start && each.end <= end)?.canon ?? null;
    return { text: name, canon, sourceType, span: spanOf(sentence.field, start, end) };
  }
  return null;
}

const isSkipped = (key: string) => key === '"' || key === '“' || key === '”';
const isEnd = (key: string, kind?: string) =>
  enders.test(key) ||
  weekday.test(key) ||
  kind === 'number' ||
  (kind === 'punctuation' && !/["“”.]/u.test(key));
