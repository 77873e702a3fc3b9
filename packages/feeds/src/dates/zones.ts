/** Minutes ahead of UTC of the abbreviations feeds use. Where one has several meanings, the one that fits news feeds. */
const abbreviations: ReadonlyMap<string, number> = new Map([
  ['z', 0],
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['wet', 0],
  ['west', 60],
  ['bst', 60],
  ['cet', 60],
  ['cest', 120],
  ['eet', 120],
  ['eest', 180],
  ['trt', 180],
  ['ast', 180], // Arabia; Atlantic time has no Arabic feed
  ['ksa', 180],
  ['msk', 180],
  ['irst', 210],
  ['gst', 240],
  ['pkt', 300],
  ['est', -300],
  ['edt', -240],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
]);

/** "بتوقيت …": the city a feed names instead of a zone. */
const cities: ReadonlyMap<string, string> = new Map([
  ['غرينتش', 'UTC'],
  ['جرينتش', 'UTC'],
  ['العالمي', 'UTC'],
  ['مكه', 'Asia/Riyadh'],
  ['السعوديه', 'Asia/Riyadh'],
  ['الرياض', 'Asia/Riyadh'],
  ['دمشق', 'Asia/Damascus'],
  ['سوريا', 'Asia/Damascus'],
  ['بغداد', 'Asia/Baghdad'],
  ['العراق', 'Asia/Baghdad'],
  ['بيروت', 'Asia/Beirut'],
  ['عمان', 'Asia/Amman'],
  ['الاردن', 'Asia/Amman'],
  ['القدس', 'Asia/Hebron'],
  ['فلسطين', 'Asia/Hebron'],
  ['غزه', 'Asia/Gaza'],
  ['القاهره', 'Africa/Cairo'],
  ['مصر', 'Africa/Cairo'],
  ['الخرطوم', 'Africa/Khartoum'],
  ['السودان', 'Africa/Khartoum'],
  ['طرابلس', 'Africa/Tripoli'],
  ['ليبيا', 'Africa/Tripoli'],
  ['تونس', 'Africa/Tunis'],
  ['الجزائر', 'Africa/Algiers'],
  ['المغرب', 'Africa/Casablanca'],
  ['صنعاء', 'Asia/Aden'],
  ['عدن', 'Asia/Aden'],
  ['ابوظبي', 'Asia/Dubai'],
  ['الامارات', 'Asia/Dubai'],
  ['دبي', 'Asia/Dubai'],
  ['الدوحه', 'Asia/Qatar'],
  ['قطر', 'Asia/Qatar'],
  ['الكويت', 'Asia/Kuwait'],
]);

export type Zone = { minutes: number } | { name: string };

const farthest = 14 * 60; // minutes: Kiribati

/** The zone a text states behind its time; null when it states none that exists. */
export function statedZone(rest: string): Zone | null {
  const offset =
    /^[\s,:.]{0,3}(?:\(?(?:gmt|utc|ut|z)\s?)?([+-]{1,2})(\d{1,2})(?::?(\d{2}))?(?::00)?(?![\d/.-])/.exec(
      rest,
    ) ?? /([+-])(\d{2}):?(\d{2})\)?$/.exec(rest);
  if (offset) {
    const [, sign = '', first = '', second] = offset;
    const digits = first + (second ?? '');
    const isShort = digits.length === 3; // "-700"
    const hours = Number(isShort ? digits.slice(0, 1) : first);
    const minutes = hours * 60 + Number(isShort ? digits.slice(1) : (second ?? 0));
    if (minutes <= farthest) return { minutes: sign.endsWith('-') ? -minutes : minutes };
  }
  const named = /\b(africa|asia|europe|america|atlantic|australia|pacific)\/[a-z_]{3,20}/.exec(rest)?.[0];
  if (named) return { name: named };
  for (const [word] of rest.matchAll(/(?<![a-z])[a-z]{1,4}(?![a-z])/g)) {
    const minutes = abbreviations.get(word);
    if (minutes !== undefined) return { minutes };
  }
  const city = /توقيت\s(?:مدينه\s)?(\S{2,10})/.exec(rest)?.[1]?.replace(/[).,]+$/, '');
  const zone = city && cities.get(city);
  return zone ? { name: zone } : null;
}
