import { once } from '../once.ts';
import { type Sentence, spanOf } from '../text/reading.ts';
import { kindAt } from './count-heads.ts';
import type { CountKind } from './count-words.ts';
import type { CountClaim } from './counts.ts';

const cumulative =
  /منذ (?:بداية|بدء|مطلع|اندلاع|انطلاق|ذلك (?:التاريخ|الحين|الوقت)|أكتوبر|السابع|عام|تشرين|7|يناير)|منذ \d{1,2} (?!عام|سن[ةو]|يوم|ساع|دقي)[\u0621-\u064A/]{4}|منذ (?:[^\s.،]{2,8} )?(?:سنوات|أعوام|أشهر|أسابيع|عقود)|(?:المستمرة?|المتواصلة?) منذ (?!أيام|يومين|ساعات|أمس|الصباح|فجر)|حتى (?:اللحظة|الآن|اليوم) من العام|خلال (?:الشهر|العام|عام|السنوات|الأشهر|السنة|أسبوع|أسبوعين|شهر|شهرين|أشهر|أسابيع|الأسابيع|[^\s.،]{1,6} (?:أشهر|سنوات|أعوام|أسابيع|شهرا|عاما))|(?:في|خلال) (?:الفترة (?:من|بين|الممتدة|الماضية|الأخيرة)|رمضان)|(?:أدت|أودت|أسفرت|خلفت|أوقعت) (?:الحرب|الحروب)|(?:أدى|أودى|أسفر|خلف|أوقع) (?:النزاع|الصراع)|(?:الحرب|الحروب|النزاع|الصراع) [^.،]{0,40}(?:أودت|أودى|أسفرت|أسفر|خلفت|خلف) |الحصيلة الإجمالية/u;
const harm =
  '(?:(?:أي|أية|وقوع|حدوث|تسجيل|سقوط|عن|في|من|أن|تسفر|يسفر|تسجل|تقع|يخلف|تخلف|توقع|يوقع|تذكر|تحدث)\\s){0,4}(?:[لب]?أي\\s|[لب]?أية\\s)?[لب]?(?:إصابات|اصابات|إصابة|حالة وفاة|وفيات|ضحايا|خسائر بشرية|خسائر في الأرواح|قتلى|جرحى|أضرار بشرية)(?: (?:أو|ولا) (?:أي |أية )?(?:وفيات|قتلى|ضحايا|إصابات|جرحى|خسائر في الأرواح))?(?=\\s|[.،,؛]|$)';
const zero = new RegExp(
  `(?:^|\\s)(?:(?:و?نف[تى]|و?[تي]نفي|و?من دون|و?دون|و?بدون|و?لم|[وبل]?عدم|و?بلا)\\s(?:\\S+\\s){0,5}?|و?لم [يت](?:سفر|ؤد|خلف|وقع|تسبب|نجم)\\s[^.،؛]{0,80}?\\s|ولا (?:[تي]وجد )?)${harm}|(?:لم يصب|أن يصاب) (?:أحد|أي)(?=\\s|[.،,])|لم [يت]صب (?:\\S+ )?(?:و\\S+|\\S+ون|(?:ال)?ركاب\\S*|(?:ال)?طاقم\\S*) بأ(?:ي أ)?ذى`,
  'u',
);
/** "ولم ترد معلومات عن إصابات": nobody knows yet. */
const unknown = /(?:ترد|يرد|تتوفر|تتوافر|[يت]تحدث|يعرف|ورود|معلومات|أنباء|يتضح|يتسن|تعرف|الكشف|تشر|يشر)/u;

const except = / (?:سوى|إلا|غير) /u; // "لم ينج سوى ثلاثة جرحى": they are told

const slight = /^ (?:خطيرة|بليغة|حرجة|جسيمة|كبيرة|أخرى|إضافية)/u; // "دون إصابات خطيرة": there may be others

/** The claims that nobody was harmed: "ضحايا" are the dead, "خسائر بشرية" both. */
export function zeroClaims(sentence: Sentence): CountClaim[] {
  const { field, start, end, from } = sentence;
  const found = zero.exec(field.text.slice(start, end));
  if (!found || unknown.test(found[0]) || except.test(found[0])) return [];
  if (slight.test(field.text.slice(start + found.index + found[0].length, end))) return [];
  const at = start + found.index + (found[0].length - found[0].trimStart().length);
  const span = spanOf(field, at, at + found[0].trim().length);
  const count = { min: 0, max: 0, qualifier: 'exact' as const, text: span.text, span };
  const kinds: CountKind[] = [];
  if (/(?<!ال)ضحايا|قتلى|وفاة|وفيات|الأرواح|بشرية/u.test(span.text)) kinds.push('killed');
  if (kinds.length === 0 || /إصاب|اصاب|جرحى|بشرية|يصب/u.test(span.text)) kinds.push('wounded');
  return kinds.map((kind) => ({ kind, at: from, count }));
}

/** Tests whether a claim stands in a part of the sentence that sums up more than one incident: "منذ بداية العام". */
export function cumulativeTest({ field, start, end }: Sentence): (claim: CountClaim) => boolean {
  const text = field.text.slice(start, end);
  const found = cumulative.exec(text);
  if (!found || isRecord(text, found.index)) return () => false;
  const marks = /[،,؛.]/u;
  let from = found.index;
  while (from > 0 && !marks.test(text[from - 1] ?? '')) from--;
  let to = found.index + found[0].length;
  while (to < text.length && !marks.test(text[to] ?? '')) to++;
  const isOpening = from === 0 || text.slice(0, from).trim().length < minPart;
  const isPast = isOpening && one.test(text.slice(to));
  return ({ count: { span } }) =>
    (isOpening && !isPast) || (span.start >= start + from && span.start < start + to);
}
/** "في أسوأ كارثة منذ عقود": how rare it is, no sum. */
const isRecord = (text: string, cue: number): boolean =>
  text.startsWith('منذ', cue) && record.test(text.slice(Math.max(0, cue - recordReach), cue));
const record = /(?:^|[\sل])(?:ال)?(?:أسوأ|أعنف|أكبر|أشد|أخطر|أدمى|أقوى|أول|أولى|مسبوقة?|مثيل|نظير)(?=\s)/u;
const recordReach = 45; // letters from "the worst" over what it is to "since"

/** "شهدت هجمات عدة خلال السنوات الماضية، كان أبرزها …": one of those summed up. */
const one = /^[،,؛] ?(?:و?قد )?(?:و?كان(?:ت)? )?(?:من )?(?:أبرزها|أشهرها|آخرها|أعنفها|أكثرها|بينها|أحدثها) /u;
const minPart = 12; // letters: less before the cue is no part of its own

const old = /حصيلة (?:سابقة|غير نهائية)|الحصيلة السابقة|^\s*وكان[^.]{0,120}حصيلة أولي/u;

/** "وكانت حصيلة سابقة أشارت إلى …": any other figure is newer. */
export const isOldToll = once(({ field, start, end }: Sentence): boolean =>
  old.test(field.text.slice(start, end)),
);

const then = /^(?:انذاك|حينها|وقتها|حينذاك|وقتذاك|يومها)$/u;

/** "وقد قتل آنذاك خمسة جنود": what was told before the news. */
export function isThen({ field: { tokens, readings }, from, to }: Sentence): boolean {
  for (let at = from + 1; at < to; at++)
    if (then.test(tokens[at]?.key ?? '')) return kindAt(readings[at - 1]) !== undefined;
  return false;
}
