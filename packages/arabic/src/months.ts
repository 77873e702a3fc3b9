/** Month names of the four families by strong key. A name of two words is joined by one space. */
export const monthNames: ReadonlyMap<string, number> = new Map(
  [
    'يناير|كانون الثاني|جانفي',
    'فبراير|شباط|فيفري',
    'مارس|اذار',
    'ابريل|نيسان|افريل',
    'مايو|ايار|ماي',
    'يونيو|يونيه|حزيران|جوان',
    'يوليو|يوليه|تموز|جويليه|يوليوز',
    'اغسطس|اب|اوت|غشت|اغشت',
    'سبتمبر|ايلول|شتنبر',
    'اكتوبر|تشرين الاول|تشرين اول',
    'نوفمبر|تشرين الثاني|تشرين ثاني|نونبر',
    'ديسمبر|كانون الاول|كانون اول|دجنبر',
  ].flatMap((names, at) => names.split('|').map((name): [string, number] => [name, at + 1])),
);

/** Hijri months by strong key. */
export const hijriMonths: ReadonlyMap<string, number> = new Map(
  [
    'محرم',
    'صفر',
    'ربيع الاول',
    'ربيع الاخر|ربيع الثاني',
    'جمادي الاولي',
    'جمادي الاخره|جمادي الثانيه',
    'رجب',
    'شعبان',
    'رمضان',
    'شوال',
    'ذو القعده|ذي القعده',
    'ذو الحجه|ذي الحجه',
  ].flatMap((names, at) => names.split('|').map((name): [string, number] => [name, at + 1])),
);

/** Weekdays by strong key, 0 is Sunday as in JavaScript. */
export const weekdayNames: ReadonlyMap<string, number> = new Map([
  ['الاحد', 0],
  ['الاثنين', 1],
  ['الثلاثاء', 2],
  ['الاربعاء', 3],
  ['الخميس', 4],
  ['الجمعه', 5],
  ['السبت', 6],
]);
