/** The two forms nearly all feeds use: read at once, without asking what else a date could be. */
const rfc822 =
  /^(?:[A-Za-z]{3}, )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:([+-])(\d{2})(\d{2})|GMT|Z|UTC?)$/;
const iso8601 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{3}))?(?:([+-])(\d{2}):?(\d{2})|Z)$/;
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const dayMs = 24 * 3600 * 1000;

/** Local time and offset from UTC, in milliseconds; null for any other form, and for what no calendar or clock has. */
export function usualDate(text: string): { local: number; offset: number } | null {
  const rss = rfc822.exec(text);
  if (rss) {
    const [, day, month, year, hour, minute, second, sign, hours, minutes] = rss;
    const at = months.indexOf(month ?? '') / 3;
    return checked([year, at, day, hour, minute, second], 0, sign, hours, minutes);
  }
  const atom = iso8601.exec(text);
  if (!atom) return null;
  const [, year, month, day, hour, minute, second, ms, sign, hours, minutes] = atom;
  return checked([year, Number(month) - 1, day, hour, minute, second], Number(ms ?? 0), sign, hours, minutes);
}

type Part = string | number | undefined;

function checked(parts: Part[], ms: number, sign?: string, hours?: string, minutes?: string) {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  if (year < 1970 || year > 2100 || hour > 23 || minute > 59 || second > 59) return null;
  const midnight = Date.UTC(year, month, day);
  if (day < 1 || new Date(midnight).getUTCMonth() !== month || midnight % dayMs !== 0) return null;
  const offset = (sign === '-' ? -60_000 : 60_000) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  if (Math.abs(offset) > 14 * 3_600_000) return null;
  return { local: midnight + ((hour * 60 + minute) * 60 + second) * 1000 + ms, offset };
}
