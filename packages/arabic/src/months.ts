/** Month names of the four families by strong key. A name of two words is joined by one space. */
export const monthNames: ReadonlyMap<string, number> = numbered([
  'يناير|كانون الثاني|كانون ثاني|جانفي',
  'فبراير|شباط|فيفري',
  'مارس|اذار',
  'ابريل|نيسان|افريل',
  'مايو|ايار|ماي',
  'يونيو|يونيه|حزيران|جوان',
  'يوليو|يوليه|تموز|جويليه|يوليوز',
  'اغسطس|اب|اوت|غشت|اغشت',
  'سبتمبر|ايلول|شتنبر',
  'اكتوبر|تشرين الاول|تشرين اول',
  'نوفمبر|تشرين الثاني|تشرين ثاني|نونبر|نوفمبير',
  'ديسمبر|كانون الاول|كانون اول|دجنبر',
]);

/** Hijri months by strong key. */
export const hijriMonths: ReadonlyMap<string, number> = numbered([
  'محرم|المحرم',
  'صفر',
  'ربيع الاول|ربيع اول',
  'ربيع الاخر|ربيع الثاني|ربيع ثاني',
  'جمادي الاولي|جمادي الاول',
  'جمادي الاخره|جمادي الثانيه|جمادي الاخر|جمادي الثاني',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعده|ذي القعده',
  'ذو الحجه|ذي الحجه',
]);

/** Weekdays by strong key, 0 is Sunday as in JavaScript. */
export const weekdayNames: ReadonlyMap<string, number> = new Map([
  ['الاحد', 0],
  ['الاثنين', 1],
  ['الثلاثاء', 2],
  ['الثلاثا', 2],
  ['الاربعاء', 3],
  ['الاربعا', 3],
  ['الخميس', 4],
  ['الجمعه', 5],
  ['السبت', 6],
]);

function numbered(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap((names, at) => names.split('|').map((name): [string, number] => [name, at + 1])),
  );
}
