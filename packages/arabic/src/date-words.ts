import { hijriMonths, monthNames, weekdayNames } from './months.ts';
import { ordinalStarts, ordinals } from './number-words.ts';

export type DayPart = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** Parts of the day, as the head of a phrase ("فجر الجمعة") and as an adverb ("فجراً"). */
export const dayParts: ReadonlyMap<string, DayPart> = new Map(
  (
    [
      ['dawn', 'فجر فجرا الفجر سحر'],
      ['morning', 'صباح صباحا الصباح صبيحه ضحي'],
      ['noon', 'ظهر ظهرا الظهر ظهيره الظهيره'],
      ['afternoon', 'عصر عصرا العصر'],
      ['evening', 'مساء المساء عشيه غروب مغرب عشاء مسا'],
      ['night', 'ليل ليلا الليل ليله الليله'],
    ] as const
  ).flatMap(([part, words]) => words.split(' ').map((word): [string, DayPart] => [word, part])),
);

export const nextWords = new Set(
  'المقبل المقبله القادم القادمه المزمع المقبلين المقبلتين القادمين'.split(' '),
);
export const lastWords = new Set(
  'الماضي الماضيه المنصرم المنصرمه الفايت الفايته الماضيين الماضيتين الاخير الاخيره الاخيرين السابق السابقه'.split(
    ' ',
  ),
);
export const nowWords = new Set('الجاري الجاريه الحالي الحاليه الراهن الراهنه'.split(' '));
export const sameWords = new Set('نفسه ذاته نفسها ذاتها عينه'.split(' '));

/** A part of a month or a year before its name; kept as a note. */
export const thirds: ReadonlyMap<string, 'early' | 'mid' | 'late'> = new Map(
  (
    [
      ['early', 'مطلع اوايل بدايه بدايات مستهل غره'],
      ['mid', 'منتصف اواسط'],
      ['late', 'اواخر نهايه نهايات ختام'],
    ] as const
  ).flatMap(([third, words]) =>
    words.split(' ').map((word): [string, 'early' | 'mid' | 'late'] => [word, third]),
  ),
);

/** Before a month's name they make it the name of a paper, a school, a street, a dam. */
export const namers = new Set(
  'صحيفه جريده مجله جامعه شارع حديقه مدرسه ملعب ساحه جسر سد حي مستشفي مطار مركز كليه ميدان مدينه نادي مخيم كوبري معمل مصنع دار وكاله قناه منطقه محور محطه'.split(
    ' ',
  ),
);
/** Before a day they make it the name of a movement, a war, an attack. */
export const eventNamers = new Set(
  'ثوره حرب انتفاضه حركه تيار قوي فريق حراك هجوم هجمات احداث عمليه انقلاب تحالف معركه ذكري طوفان اعتداءات'.split(
    ' ',
  ),
);
/** Days that stand for what happened on them, unless a year follows or they have just been. */
export const namedDays = new Set([
  '7 10',
  '25 1',
  '14 2',
  '30 6',
  '17 10',
  '11 9',
  '8 3',
  '14 3',
  '23 7',
  '6 10',
  '3 7',
]);

/** Words before a date without a year that say it is still to come. */
export const futureCues = new Set(
  'المقرر مقرر المقرره مقرره المزمع مزمع المرتقب المرتقبه المنتظر المنتظره يعتزم تعتزم يستعد تستعد سيعقد ستعقد سينعقد سيصل ستصل سيزور ستزور سيجتمع ستجتمع سيلتقي ستلتقي ستنطلق سينطلق سيبدا ستبدا سيقام ستقام سيجري ستجري سيناقش ستناقش سيبحث ستبحث سيحضر سيشهد ستشهد سيكون ستكون سيتم ستتم سيعلن ستعلن سيستضيف ستستضيف سيعود ستعود سيغادر سيتوجه سيواجه ستواجه ستستمر سيستمر ستغلق سيفتح ستفتح ستصدر سيصدر'.split(
    ' ',
  ),
);

/** Ten years by name: السبعينيات. */
export const decades: ReadonlyMap<string, number> = new Map(
  ['عشرين', 'ثلاثين', 'اربعين', 'خمسين', 'ستين', 'سبعين', 'ثمانين', 'تسعين'].flatMap((stem, at) =>
    [`${stem}يات`, `${stem}ات`, `ال${stem}يات`, `ال${stem}ات`].map((word): [string, number] => [
      word,
      1920 + 10 * at,
    ]),
  ),
);

/** Units of time: singular, dual and plural forms as they follow "ago" and numbers, in days or months. */
export const timeUnits: ReadonlyMap<string, { unit: TimeUnit; count: number | null }> = new Map(
  (
    [
      ['minute', 'دقيقه', 'دقيقتين', 'دقايق'],
      ['hour', 'ساعه', 'ساعتين', 'ساعات'],
      ['day', 'يوم يوما', 'يومين', 'ايام'],
      ['week', 'اسبوع اسبوعا', 'اسبوعين', 'اسابيع'],
      ['month', 'شهر شهرا', 'شهرين', 'اشهر شهور'],
      ['year', 'عام عاما سنه', 'عامين سنتين', 'اعوام سنوات سنين'],
      ['decade', 'عقد عقدا', 'عقدين', 'عقود'],
    ] as const
  ).flatMap(([unit, ...forms]) =>
    forms.flatMap((words, at) =>
      words
        .split(' ')
        .map((word): [string, { unit: TimeUnit; count: number | null }] => [
          word,
          { unit, count: at === 0 ? 1 : at === 1 ? 2 : null },
        ]),
    ),
  ),
);
export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'decade';

const others =
  'اليوم امس الامس البارحه غدا غد الغد اول قبل بعد منذ مذ خلال طوال الان الاسبوع الشهر العام السنه القرن العقد الساعات الساعه الايام الاشهر الشهور الاسابيع السنوات الاعوام اليومين الاسبوعين الشهرين العامين السنتين هذا هذه يوم نهار يومي عام سنه عامي سنتي شهر شهري اسبوع تاريخ الموافق موافق فاتح بين من حتي ال ساعه الليالي العشرين الثلاثين';

/** Every word a date can begin with or go on with, and how it is written with a particle: وأمس, لعام, للأسبوع. */
export const dateWord: ReadonlyMap<string, string> = index();

function index(): Map<string, string> {
  const words = new Set(others.split(' '));
  for (const table of [dayParts, thirds, decades, timeUnits, weekdayNames, ordinals, ordinalStarts])
    for (const word of table.keys()) words.add(word);
  for (const names of [monthNames, hijriMonths])
    for (const name of names.keys()) words.add(name.split(' ')[0] ?? name);
  const found = new Map<string, string>();
  for (const word of words) {
    for (const particle of word === 'من' || word === 'ال' ? [] : ['و', 'ف', 'ب', 'ل', 'وب', 'ول', 'ك'])
      if (!words.has(particle + word)) found.set(particle + word, word);
    if (!word.startsWith('ال') || word === 'ال') continue;
    found.set(`لل${word.slice(2)}`, word);
    found.set(`ولل${word.slice(2)}`, word);
  }
  for (const word of words) found.set(word, word);
  return found;
}
