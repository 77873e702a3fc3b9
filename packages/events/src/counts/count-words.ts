import type { ExtractedEvent } from '@rasid/contracts';
import { wordList } from '../wordings/triggers.ts';

export type CountKind = keyof ExtractedEvent['counts'];

/** Words before a number that say what it counts. */
const heads: [CountKind, string][] = [
  [
    'killed',
    '#مقتل @قتل:يقتل #استشهاد @استشهد #مصرع #وفاة @توفي:يتوفى @قضى:يقضي #اغتيال @اغتال:يغتال:اغتيل:يغتال #تحييد @حيد #إعدام @أعدم #ارتقاء @ارتقى:يرتقي @أردى:يردي #تصفية @صفى:يصفي بحياة بأرواح حتفهم حتفه @شنق @فارق @صرع:يصرع مات ماتت ماتوا يموت وفيات @حصد أرواح #قضاء @أودى ضحيته ضحيتها #قتل رفات جثث جثتي جثامين جثماني',
  ],
  ['wounded', '#إصابة @أصاب:يصيب:أصيب:يصاب @جرح #جرح بجروح بجراح #إصابات'],
  ['arrested', '#اعتقال @اعتقل #توقيف @أوقف:يوقف #قبض @قبض القبض #إيقاف #ضبط @ضبط #احتجاز @احتجز #استيقاف'],
  ['abducted', '#خطف @خطف #اختطاف @اختطف'],
  ['released', '#إفراج @أفرج سراح سبيل #تحرير @حرر @عفا:يعفو #إخلاء'],
  ['displaced', '#نزوح @نزح #تهجير @هجر #تشريد @شرد'],
  ['evacuated', '#إجلاء @أجلى:يجلي:أجلي:يجلى @أخلى:يخلي'],
  ['returned', '#عودة @عاد:يعود'],
  ['rescued', '#إنقاذ @أنقذ'],
  ['missing', '#فقدان @فقد'],
  ['captured', '#أسر @أسر'],
  ['sentenced', '#إدانة @أدان:يدين:أدين:يدان @حكم #سجن @سجن'],
  ['hospitalised', '@نقل #نقل'],
  ['infected', '#حالة حالات @تسمم #تسمم'],
  ['participants', '@تظاهر @احتشد @شارك #مشاركة @خرج @تجمع @اعتصم @احتج @أضرب #تظاهر #خروج'],
  ['affected', '@حاصر #حصار @تضرر @حرم'],
];

/** Nouns that say themselves what is counted, by the lemma of the counted noun. */
export const kindOfNoun: ReadonlyMap<string, CountKind> = new Map(
  (
    [
      ['killed', 'قتيل شهيد ضحيه جثه وفاه قتلي شهداء ضحايا جثث'],
      ['wounded', 'جريح مصاب اصابه جرحي مصابين'],
      ['arrested', 'معتقل موقوف'],
      ['missing', 'مفقود'],
      ['displaced', 'نازح مهجر'],
      ['abducted', 'رهينه مخطوف مختطف'],
      ['participants', 'متظاهر محتج'],
      ['munitions', 'غاره صاروخ قذيفه مسيره طلقه ضربه قنبله عبوه لغم'],
      ['buildings_damaged', 'منزل مبني بيت'],
      ['infected', 'حاله'],
    ] as [CountKind, string][]
  ).flatMap(([kind, words]) => words.split(' ').map((word): [string, CountKind] => [word, kind])),
);

const formsOfHeads = (isTaken: (word: string) => boolean): ReadonlyMap<string, CountKind> =>
  new Map(
    heads.flatMap(([kind, words]) =>
      [...wordList(words.split(' ').filter(isTaken)).singles.keys()].map((form): [string, CountKind] => [
        form,
        kind,
      ]),
    ),
  );

/** Kinds by the forms of their head words. */
export const kindOfHead = formsOfHeads(() => true);
/** Of those the ones that can follow "ب": no verb does, "باردو" and "بصفته" only look like it. */
export const kindOfNounHead = formsOfHeads((word) => !word.startsWith('@'));

const manyPeople =
  'أشخاص مدنيين عناصر آخرين أطفال مواطنين جنود مسلحين شبان نساء رجال قياديين ضباط صحفيين صحافيين نشطاء ناشطين فلسطينيين إرهابيين طلاب لاجئين مهاجرين متظاهرين محتجين عمال قتلى جرحى شهداء ضحايا إصابات مقاتلين مصلين ركاب مسافرين صيادين شرطيين موظفين سائقين مزارعين متطوعين مسعفين مستوطنين مقيمين قاصرين نازحين عسكريين متهمين مطلوبين مشتبهين مجموعة عدد_آخر عدد_منهم عدد_ممن عدد_كبير عدد_أكبر عدد_مماثل أفراد سجناء أسرى معتقلين مواطنات فتيات سيدات مارة زبائن نزلاء سياح حجاج تلاميذ طلبة حراس العديد كثيرين'.split(
    ' ',
  );
/** People named without a number: plural ones are two or more, a singular one is one; sound plurals in both cases. */
export const plurals = wordList([
  ...new Set(
    manyPeople.flatMap((word) => (word.endsWith('ين') ? [word, word.replace(/ين$/u, 'ون')] : [word])),
  ),
]);
export const singulars = wordList(
  'رب_أسرة وزير وزيرا محام محاميا قاض قاضيا إعلامي شخص شخصا مدني مدنيا مواطن مواطنا شاب شابا طفل طفلا طفلة امرأة رجل رجلا سيدة ضابط ضابطا جندي جنديا فتاة فتى قيادي قياديا عنصر عنصرا شرطي مسلح مسلحا صحفي صحافي ناشط ناشطة أسير صياد راع راعي عامل سائق مزارع طالب طالبة إرهابي إرهابيا مسن مسنة رضيع لاجئ مهاجر مقاتل أحد إحدى وافد مقيم فلسطيني فلسطينيا سوري عراقي يمني لبناني مصري جزائري تونسي مغربي ليبي سوداني معلم طبيب مسعف مصور مراسل نائب عميد عقيد رائد نقيب ملازم زعيم متزعم قائد رئيس مسؤول عضو أمير متهم متهما مطلوب مطلوبا مشتبه تاجر مهرب لص لصا نشال'.split(
    ' ',
  ),
);

/** What stands before the name of one person; keys without the article. */
export const titles = new Set(
  'شاب طفل طفله فتي فتاه سيده مواطن مواطنه صحفي صحفيه صحافي صحافيه ناشط ناشطه قيادي عقيد عميد لواء رايد مقدم نقيب ملازم شيخ دكتور مهندس محامي محاميه نايب اسير مصور مصوره مراسل مراسله مسعف مسعفه طبيب طبيبه ممرض ممرضه معلم معلمه مدون كاتب شرطي جندي مساعد حاج اعلامي مدعو زميل ناطق معارض زعيم وزير قاضي رقيب عريف'.split(
    ' ',
  ),
);
