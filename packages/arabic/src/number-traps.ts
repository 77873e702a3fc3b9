import { thirds } from './date-words.ts';
import { hijriMonths, monthNames } from './months.ts';

/** Words after a number that say it counts no people and no things of an incident, by what it measures. */
const after = new Map<string, string>();
for (const [trap, words] of [
  ['age', 'عاما سنوات سنه سنين ربيعا اعوام عام خريفا'],
  [
    'time',
    'بتوقيت بالتوقيت دقيقه دقايق ساعه ساعات ثانيه ثواني ثوان يوما ايام يوم شهرا اشهر شهور شهر اسبوع اسبوعا اسابيع صباحا مساء ظهرا فجرا عصرا ليلا ليله ليال عقود عقدا قرون قرنا',
  ],
  [
    'money',
    'دولار دولارا دولارات ليره ليرات دينار دينارا دنانير ريال ريالا ريالات جنيه جنيها جنيهات درهم درهما دراهم يورو روبل روبلا شيكل شيكلا شيقل دج اوقيه فرنك فرنكا سنت سنتا $ € جنيهات',
  ],
  [
    'distance',
    'كيلومتر كيلومترا كيلومترات كم كلم كيلو متر مترا امتار ميل ميلا اميال هكتار هكتارا هكتارات دونم دونما دونمات سنتيمتر سنتيمترا سم عقده قدم قدما فدان فدانا',
  ],
  ['degree', 'درجه درجات'],
  ['percent', '% باليه بالميه بالمايه'],
  [
    'weight',
    'كيلوغرام كيلوغراما كيلوغرامات كغ كغم كجم كيلوجرام كيلوجراما طن طنا اطنان غرام غراما غرامات جرام جراما برميل برميلا لتر لترا ليتر ليترا ميغاوات مليمتر ملم مم',
  ],
  ['ordinal', 'لاندلاع لتاسيس لاستقلال لانطلاق لميلاد لرحيل'],
] as const) {
  for (const word of words.split(' ')) after.set(word, trap);
}

/** Words before a number that make it a name, a time, a rank. */
const before = new Map<string, string>();
for (const [trap, words] of [
  [
    'name',
    'فصل الماده ماده المواد القرار قرار المرسوم مرسوم القانون قانون رقم الفرقه اللواء لواء الكتيبه كتيبه العيار عيار طراز الطريق البند الفقره فقره الفصل قناه القناه الرقم المجموعه مجموعه نسخه النسخه الدوره دوره الماده الجلسه برقم فيينا النموذج',
  ],
  ['time', 'الساعه ساعه تمام'],
  ['date', 'عام العام سنه لعام بعام منذ بتاريخ تاريخ يوم موسم لسنه للعام حتي لموسم'],
  ['age', 'عمره عمرها بعمر سن العمر'],
] as const) {
  for (const word of words.split(' ')) before.set(word, trap);
}
const yearWords = new Set(['عام', 'العام', 'سنه', 'لعام', 'بعام', 'موسم', 'لسنه', 'للعام', 'منذ', 'لموسم']);
/** Prepositions after which a bare number of four digits is a year. */
const yearAfter = new Set([
  'في',
  'منذ',
  'حتي',
  'الي',
  'من',
  'بين',
  'و',
  '/',
  '-',
  '(',
  ',',
  'عامي',
  'سنتي',
  'خلال',
]);

export type NumberPlace = {
  /** Keys around the number in the tokens: the ones before it (nearest last) and those from its end. */
  before: readonly string[];
  after: readonly string[];
  value: number;
  isDigits: boolean;
  isAttached: boolean;
  isListMark: boolean;
  hasNoun: boolean;
};

/** Hours are told in digits or as ordinals: "وأصيب اثنان مساء السبت" counts people. */
const dayParts = new Set(['صباحا', 'مساء', 'ظهرا', 'فجرا', 'عصرا', 'ليلا']);

/** What a word measures: time, money, weight …; undefined for words that can be counted. */
export const measureOf = (key: string): string | undefined =>
  key === 'اليوم' ? undefined : (after.get(key) ?? after.get(key.replace(/^ال/, ''))); // "وأصيب 173 اليوم": today

const withoutParticle = (key: string): string => key.replace(/^(?:ولل|وال|بال|لل|ال|و|ب|ل|ف)/, '');

/** Why a number counts nothing; undefined when it may count. */
export function trapOf(place: NumberPlace): string | undefined {
  const { after: next, value, hasNoun } = place;
  const previous = place.before.at(-1) ?? '';
  if (next[0] === 'في' && (next[1] === 'الميه' || next[1] === 'المايه')) return 'percent';
  const measured = measureOf(next[0] ?? '');
  if (measured && (place.isDigits || !dayParts.has(next[0] ?? ''))) return measured;
  const isYearly = place.isDigits && value >= 1_900 && value <= 2_100;
  if (isYearly && yearWords.has(previous)) return 'date';
  if (hasNoun) return previous === 'الساعه' ? 'time' : undefined;
  if (place.isDigits) {
    if (place.isAttached && !/^[\u0621-\u064A]{3,}\u0647$/u.test(previous)) return 'name'; // "وفاة12" lacks its blank
    if (place.isListMark) return 'list';
    if (isDay(place)) return 'date';
    if (next[0] === ':' || previous === ':') return 'time';
    if (/^[a-z]/i.test(previous) || (/^[a-z]/i.test(place.before.at(-2) ?? '') && previous === '-'))
      return 'name';
    if (isYearly && isYear(place)) return 'date';
    if (previous.startsWith('ال') && before.get(place.before.at(-2) ?? '') === 'name') return 'name'; // القرار الأممي 2216
  }
  const named = before.get(previous) ?? before.get(withoutParticle(previous));
  if (named === 'date' && !yearWords.has(previous) && !place.isDigits) return undefined; // "يوم ثلاثة قتلى"
  return named;
}

/** "30 من آب", "8/ أيلول", "6 مارس", "3/12". */
function isDay({ after: next, before: previous, value }: NumberPlace): boolean {
  if ((next[0] === '/' || previous.at(-1) === '/') && value <= 2_100) return true;
  if (value > 31)
    return isMonth(previous.at(-1), '') || monthNames.has(`${previous.at(-2)} ${previous.at(-1)}`);
  const at = next[0] === 'من' || next[0] === '/' || next[0] === 'شهر' ? 1 : 0;
  return isMonth(next[at], next[at + 1]) || isMonth(next[at + 1], next[at + 2], at === 1);
}

const isMonth = (first = '', second = '', isAsked = true): boolean =>
  isAsked &&
  (monthNames.has(first) ||
    hijriMonths.has(first) ||
    monthNames.has(`${first} ${second}`) ||
    hijriMonths.has(`${first} ${second}`));

function isYear({ before: previous }: NumberPlace): boolean {
  const last = previous.at(-1) ?? '';
  const bare = last.length > 2 ? last.replace(/^و/, '') : last;
  return yearAfter.has(bare) || thirds.has(bare) || isMonth(bare) || isMonth(previous.at(-2), last);
}
