const weekdays = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'] as const;

const months = [
  ['كانون الثاني', 'يناير'],
  ['شباط', 'فبراير'],
  ['آذار', 'مارس'],
  ['نيسان', 'أبريل'],
  ['أيار', 'مايو'],
  ['حزيران', 'يونيو'],
  ['تموز', 'يوليو'],
  ['آب', 'أغسطس'],
  ['أيلول', 'سبتمبر'],
  ['تشرين الأول', 'أكتوبر'],
  ['تشرين الثاني', 'نوفمبر'],
  ['كانون الأول', 'ديسمبر'],
] as const;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Baghdad has been three hours ahead of UTC all year since 2008. */
const zoneMs = 3 * hourMs;

/** The first instant of the local day that holds `at`. */
export const startOfDay = (at: Date): Date =>
  new Date(Math.floor((at.getTime() + zoneMs) / dayMs) * dayMs - zoneMs);

/** The local calendar day `days` away from `at`, with its names. */
export function arabicDay(at: Date, days = 0) {
  const local = new Date(at.getTime() + zoneMs + days * dayMs);
  const [levant, gulf] = months[local.getUTCMonth()] ?? months[0];
  return {
    weekday: weekdays[local.getUTCDay()] ?? weekdays[0],
    day: local.getUTCDate(),
    levant,
    gulf,
    month: local.getUTCMonth() + 1,
    year: local.getUTCFullYear(),
    time: local.toISOString().slice(11, 16),
  };
}

/** A date line as an Arabic site prints it: "الثلاثاء 24 تشرين الثاني 2026 - 10:15". */
export function arabicDateLine(at: Date): string {
  const { weekday, day, levant, year, time } = arabicDay(at);
  return `${weekday} ${day} ${levant} ${year} - ${time}`;
}

/** ISO date and time with the zone's offset, as JSON-LD writes it. */
export const localIso = (at: Date): string =>
  new Date(at.getTime() + zoneMs).toISOString().replace(/\.\d+Z$/, '+03:00');

/**
 * Fills {{weekday:-1}} (الاثنين), {{date:-1}} (23 تشرين الثاني/نوفمبر) and {{year:-10}} (2016), counted from `at`,
 * so that texts are always of today. Anything else in braces stays and fails the data test.
 */
export function fillDates(text: string, at: Date): string {
  return text.replace(/\{\{(weekday|date|year):(-?\d{1,3})\}\}/g, (_, word: string, offset: string) => {
    if (word === 'year') return String(arabicDay(at).year + Number(offset));
    const { weekday, day, levant, gulf } = arabicDay(at, Number(offset));
    return word === 'weekday' ? weekday : `${day} ${levant}/${gulf}`;
  });
}
