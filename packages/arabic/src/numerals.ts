/** Words of numbers by their strong key: units add up, scales multiply. Source: arabic-guide rules of number words. */
const units: Record<string, number> = {};
const put = (value: number, words: string) => {
  for (const word of words.split(' ')) units[word] = value;
};
put(1, 'واحد واحده احد احدي');
put(2, 'اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي');
put(3, 'ثلاث ثلاثه');
put(4, 'اربع اربعه');
put(5, 'خمس خمسه');
put(6, 'ست سته');
put(7, 'سبع سبعه');
put(8, 'ثمان ثماني ثمانيه');
put(9, 'تسع تسعه');
put(10, 'عشر عشره');
put(20, 'عشرون عشرين');
put(30, 'ثلاثون ثلاثين');
put(40, 'اربعون اربعين');
put(50, 'خمسون خمسين');
put(60, 'ستون ستين');
put(70, 'سبعون سبعين');
put(80, 'ثمانون ثمانين');
put(90, 'تسعون تسعين');
put(100, 'مئه مايه ميه');
put(200, 'مايتان مايتين ميتان ميتين مايتا مايتي ميتا ميتي');
put(1_000, 'الف الفا');
put(2_000, 'الفان الفين الفا');
put(1_000_000, 'مليون مليونا');
put(2_000_000, 'مليونان مليونين مليوني');
put(1_000_000_000, 'مليار مليارا');
for (const [stem, value] of [
  ['ثلاث', 3],
  ['اربع', 4],
  ['خمس', 5],
  ['ست', 6],
  ['سبع', 7],
  ['ثمان', 8],
  ['ثماني', 8],
  ['تسع', 9],
] as const) {
  put(value * 100, `${stem}ميه ${stem}مايه ${stem}مئه`);
}

const scales: Record<string, number> = {};
for (const [words, value] of [
  ['ميه مايه ميات', 100],
  ['الف الفا الاف', 1_000],
  ['مليون مليونا ملايين', 1_000_000],
  ['مليار مليارا مليارات', 1_000_000_000],
] as const) {
  for (const word of words.split(' ')) scales[word] = value;
}

export type Numeral = { value: number; words: number };

/** Value of a digit token such as 1,200 or 3.5 or the Maghrebi 1.200; null when it is none. */
export function digitsOf(word: string): number | null {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(word)) return Number(word.replace(/[.,]/g, ''));
  if (/^\d+(?:[.,]\d+)?$/.test(word)) return Number(word.replace(',', '.'));
  return null;
}

/** Reads the longest number from a list of token keys: words, digits with a scale, both mixed ("3 الاف و500"). */
export function readNumeral(keys: readonly string[], from: number): Numeral | null {
  let total = 0;
  let group: number | null = null;
  let at = from;
  for (; at < keys.length; at++) {
    const key = keys[at] ?? '';
    const isFirst = at === from;
    const joined = !isFirst && key.startsWith('و') ? key.slice(1) : null;
    const bare = joined === '' ? (keys[at + 1] ?? '') : (joined ?? key);
    const value = digitsOf(bare) ?? units[bare];
    if (!isFirst && joined === null) {
      // without "and" only a scale, or ten after a unit, goes on with the number
      const scale = scales[key];
      if (scale !== undefined && group !== null && group < scale) {
        total += group * scale;
        group = null;
        continue;
      }
      if (group !== null && group >= 1 && group <= 9 && (key === 'عشر' || key === 'عشره')) {
        group += 10;
        continue;
      }
      break;
    }
    if (value === undefined || value === null) break;
    if (
      !isFirst &&
      group !== null &&
      (value >= group || value === 0) &&
      !(group < 10 && value >= 20 && value < 100)
    )
      break;
    group = (group ?? 0) + value;
    if (joined === '') at++;
  }
  if (at === from) return null;
  return { value: total + (group ?? 0), words: at - from };
}
