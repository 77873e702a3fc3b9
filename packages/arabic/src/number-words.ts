/** Words of numbers by their strong key. Nominative, genitive, accusative, both genders, both spellings of a hundred. */
export const units: ReadonlyMap<string, number> = new Map(
  Object.entries({
    1: 'واحد واحده واحدا',
    2: 'اثنان اثنين اثنتان اثنتين',
    3: 'ثلاث ثلاثه',
    4: 'اربع اربعه',
    5: 'خمس خمسه',
    6: 'ست سته',
    7: 'سبع سبعه',
    8: 'ثمان ثماني ثمانيه',
    9: 'تسع تسعه',
    10: 'عشر عشره',
    20: 'عشرون عشرين',
    30: 'ثلاثون ثلاثين',
    40: 'اربعون اربعين',
    50: 'خمسون خمسين',
    60: 'ستون ستين',
    70: 'سبعون سبعين',
    80: 'ثمانون ثمانين',
    90: 'تسعون تسعين',
    100: 'ميه مايه',
    200: 'ميتان ميتين ميتا ميتي مايتان مايتين مايتا مايتي',
    300: 'ثلاثميه ثلاثمايه ثلثمايه',
    400: 'اربعميه اربعمايه',
    500: 'خمسميه خمسمايه',
    600: 'ستميه ستمايه',
    700: 'سبعميه سبعمايه',
    800: 'ثمانميه ثمانمايه ثمانيميه ثمانيمايه',
    900: 'تسعميه تسعمايه',
  }).flatMap(([value, words]) => words.split(' ').map((word): [string, number] => [word, Number(value)])),
);

/** Words that only begin eleven and twelve (أحد عشر, اثنا عشر), or one-and-twenty. */
export const teenStarts: ReadonlyMap<string, number> = new Map([
  ['احد', 1],
  ['احدي', 1],
  ['اثنا', 2],
  ['اثني', 2],
  ['اثنتا', 2],
  ['اثنتي', 2],
]);

/** Scales after a number. */
export const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({
    1000: 'الف الفا الاف',
    1000000: 'مليون مليونا ملايين',
    1000000000: 'مليار مليارا مليارات بليون بلايين',
    1000000000000: 'تريليون تريليونا تريليونات ترليون ترليونا',
  }).flatMap(([value, words]) => words.split(' ').map((word): [string, number] => [word, Number(value)])),
);

/** Scales that are a number by themselves; ألفا alone is the dual before its noun, after a number the accusative. */
export const loneScales: ReadonlyMap<string, number> = new Map([
  ['الف', 1_000],
  ['الفان', 2_000],
  ['الفين', 2_000],
  ['الفا', 2_000],
  ['الفي', 2_000],
  ['مليون', 1_000_000],
  ['مليونان', 2_000_000],
  ['مليونين', 2_000_000],
  ['مليونا', 2_000_000],
  ['مليوني', 2_000_000],
  ['مليار', 1_000_000_000],
  ['بليون', 1_000_000_000],
  ['ملياران', 2_000_000_000],
  ['مليارين', 2_000_000_000],
  ['مليارا', 2_000_000_000],
  ['ملياري', 2_000_000_000],
  ['تريليون', 1_000_000_000_000],
  ['ترليون', 1_000_000_000_000],
  ['تريليونا', 2_000_000_000_000],
  ['تريليوني', 2_000_000_000_000],
]);

/** Parts of a whole. */
export const fractions: ReadonlyMap<string, number> = new Map([
  ['نصف', 1 / 2],
  ['ثلث', 1 / 3],
  ['ثلثا', 2 / 3],
  ['ثلثي', 2 / 3],
  ['ربع', 1 / 4],
  ['ارباع', 1 / 4],
  ['اخماس', 1 / 5],
]);

/** Ordinals, which count nothing: masculine stem; the feminine adds teh marbuta (heh in keys). */
export const ordinals: ReadonlyMap<string, number> = new Map(
  ['اول', 'ثاني', 'ثالث', 'رابع', 'خامس', 'سادس', 'سابع', 'ثامن', 'تاسع', 'عاشر'].flatMap((word, at) => [
    [word, at + 1] as [string, number],
    [`${word}ه`, at + 1] as [string, number],
    [`ال${word}`, at + 1] as [string, number],
    [`ال${word}ه`, at + 1] as [string, number],
  ]),
);
export const ordinalStarts: ReadonlyMap<string, number> = new Map([
  ['الاولي', 1],
  ['اولي', 1],
  ['الحادي', 1],
  ['الحاديه', 1],
  ['حادي', 1],
]);
