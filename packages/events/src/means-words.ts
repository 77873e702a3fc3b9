import { standsAt, standsIn } from './pattern.ts';
import type { Sentence } from './reading.ts';
import { wordList } from './triggers.ts';

/** What force was used with, by words; the first list with a word in reach decides. */
export const means = {
  air: wordList(['$air', '$air-adj', '#غارة', 'غارات', 'براميل', 'من_الجو', 'طيران', 'الطيران']),
  bomb: wordList([
    '#عبوة',
    'عبوات',
    'بعبوتين',
    '#لغم',
    'ألغام',
    'مفخخة',
    'مفخخ',
    '#انتحاري',
    'انتحارية',
    'ناسف',
    'ناسفة',
    '#قنبلة',
    'قنابل',
    '#متفجرة',
    'متفجرات',
    'مخلفات_الحرب',
  ]),
  ground: wordList(['$artillery', 'دبابة', 'دبابات', 'بالدبابات', '#بارجة', 'بوارج', 'زوارق', '#زورق_حربي']),
  hand: wordList([
    '$fire',
    '#سكين',
    'بسكين',
    'طعنا',
    'بالأسلحة',
    'رشاشة',
    '#قناص',
    'قنص',
    'دهسا',
    'بندقية',
    '#كاتم',
    'سلاحا',
    'مسدس',
    'مسدسا',
    'رشاشا',
    'سلاح_ناري',
    'سلاح_رشاش',
    'سلاح_أبيض',
  ]),
  clash: wordList(['#اشتباك', 'اشتباكات', 'معارك', 'مواجهات', 'تبادل_إطلاق', 'تبادل_لإطلاق']),
  fight: wordList([
    '#اشتباك',
    'اشتباكات',
    'معارك',
    'مواجهات_مع',
    'مواجهات_مسلحة',
    'تبادل_إطلاق',
    'تبادل_لإطلاق',
  ]),
  /** Named as the cause of harm only: elsewhere "the battle" is a figure of speech. */
  battle: wordList(['معركة', 'القتال', 'قتال', 'المعارك', 'عمليات_عسكرية', 'جبهات', 'جبهة_القتال']),
  answer: wordList([
    'بالمثل',
    'مصدر_النيران',
    'مصدر_النار',
    'مصادر_النيران',
    'رد_أفراد',
    'رد_عناصر',
    'ردت_عناصر',
    'ردت_القوات',
    'ردت_الشرطة',
    'ردت_القوة',
    'ردت_الدورية',
    'ورد_الجيش',
    'بادلهم',
    'بادلوهم',
  ]),
  kin: wordList(['$kin']),
  crime: wordList([
    'خلاف',
    'خلافات',
    'مشاجرة',
    'شجار',
    'جنائي',
    'جريمة',
    'عصابة',
    'عائلتين',
    'سرقة',
    'ثأر',
    'سطو',
    'لصوص',
    '@سرق:يسرق',
    '@سلب',
    'بقصد_السرقة',
    'بهدف_السرقة',
    'بدافع_السرقة',
    'بداعي_السرقة',
    'أفضلية_المرور',
    'الميراث',
  ]),
  accident: wordList([
    '#حادث',
    '#حريق',
    'غرق',
    '#غاز',
    'أسطوانة',
    'اصطدام',
    'تصادم',
    'انقلاب',
    'كهربائي',
    'انهيار',
    'شاحن',
    'جوال',
    'بطارية',
    'أنبوبة',
    'مولد',
    'خزان',
    'ألعاب_نارية',
    'مرجل',
  ]),
  crowd: wordList(['$protest-noun', '$crowd', 'مسيرة', 'مسيرات']),
};
export type Means = keyof typeof means;

/** "قاعدة جوية", "الدفاع الجوي": what is called after the air and strikes nobody. */
const bases = wordList(
  'قاعدة قواعد القاعدة #مطار الدفاع دفاع الدفاعات دفاعات الخطوط خطوط النقل نقل رحلات الرحلات الأرصاد كلية'.split(
    ' ',
  ),
);
const baseReach = 3; // tokens: "قاعدة العند الجوية"
const airAdjectives = wordList(['$air-adj']);
/** "مسيرة الأعلام", "مسيرة سلمية": people march, nothing flies. */
const marches = wordList(
  'مسيرة مسيرات'
    .split(' ')
    .flatMap((noun) =>
      'احتجاجية سلمية حاشدة جماهيرية شعبية تضامنية استفزازية صامتة ليلية راجلة وطنية نسائية طلابية الأعلام العودة للمستوطنين مستوطنين احتجاج تضامن'
        .split(' ')
        .map((kind) => `${noun}_${kind}`),
    ),
);

/** Whether the word of the air at a token belongs to a base or a march. */
export function isEarthbound(readings: Sentence['field']['readings'], at: number, first: number): boolean {
  if (standsAt(marches, readings, at, readings.length)) return true;
  return (
    standsAt(airAdjectives, readings, at, at + 1) &&
    standsIn(bases, readings, Math.max(first, at - baseReach), at)
  );
}
