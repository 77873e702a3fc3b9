/** Units of time as pages tell how long ago: one, two, several, and the minutes in one. Words as `lookupKey` folds them. */
export type AgoUnit = { one: string; two: readonly string[]; several: readonly string[]; minutes: number };

const hour = 60;
const day = 24 * hour;
const unit = (one: string, two: string, several: string, minutes: number): AgoUnit => ({
  one,
  two: two.split(' '),
  several: several.split(' '),
  minutes,
});

export const agoUnits: readonly AgoUnit[] = [
  unit('ثانيه', 'ثانيتين ثانيتان', 'ثواني ثوان', 1 / 60),
  unit('دقيقه', 'دقيقتين دقيقتان', 'دقائق دقايق', 1),
  unit('ساعه', 'ساعتين ساعتان', 'ساعات', hour),
  unit('يوم', 'يومين يومان', 'ايام', day),
  unit('اسبوع', 'اسبوعين اسبوعان', 'اسابيع', 7 * day),
  unit('شهر', 'شهرين شهران', 'اشهر شهور', 30 * day), // a page this old is told to the month
  unit('second', '', 'seconds secs', 1 / 60),
  unit('minute', '', 'minutes min mins', 1),
  unit('hour', '', 'hours hrs', hour),
  unit('day', '', 'days', day),
  unit('week', '', 'weeks', 7 * day),
  unit('month', '', 'months', 30 * day),
];

/** "Three hours": both genders, for pages and readers mix them. */
export const agoNumbers: ReadonlyMap<string, number> = new Map(
  [
    'واحد واحده a an one',
    'two',
    'ثلاث ثلاثه three',
    'اربع اربعه four',
    'خمس خمسه five',
    'ست سته six',
    'سبع سبعه seven',
    'ثمان ثماني ثمانيه eight',
    'تسع تسعه nine',
    'عشر عشره ten',
  ].flatMap((words, at) => words.split(' ').map((word): [string, number] => [word, at + 1])),
);

/** What stands before and says no more than "published". */
export const agoLabels = new Set(
  'نشر نشرت تم النشر بتاريخ تاريخ كتب اضيف اضيفت اخر تحديث منشور published posted updated last'.split(' '),
);

export const justNow = new Set([
  'الان',
  'منذ لحظات',
  'قبل لحظات',
  'منذ قليل',
  'قبل قليل',
  'منذ ثوان',
  'just now',
]);

/** One line a wording: what it says in minutes before the page was fetched, and a near miss that says nothing. */
export const agoExamples: readonly (readonly [says: string, minutes: number, saysNothing: string])[] = [
  ['منذ 3 ساعات', 180, 'منذ 3 ساعات والنار مشتعلة'],
  ['نُشر قبل ٥ دقائق', 5, 'قُتل قبل ٥ دقائق'],
  ['قبل ساعتين', 120, 'قبل الساعتين'],
  ['منذ ساعة واحدة', 60, 'منذ ساعة متأخرة'],
  ['منذ 21 ساعة', 1_260, 'منذ 2021'],
  ['قبل ثلاث ساعات', 180, 'قبل ثلاث جولات'],
  ['أحمد العلي | منذ 40 دقيقة', 40, 'في الدقيقة 40'],
  ['منذ لحظات', 0, 'لحظات حاسمة'],
  ['آخر تحديث: قبل 7 دقائق', 7, 'آخر تحديث قبل الافتتاح'],
  ['8 ساعات مضت', 480, '8 ساعات عمل'],
  ['3 hours ago', 180, '3 hours'],
];
