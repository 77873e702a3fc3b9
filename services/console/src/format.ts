import type { Count, Names } from '@rasid/contracts';
import type { Language } from './reader.ts';

export type Format = ReturnType<typeof createFormat>;

/** Western digits in both languages: columns line up and stand beside ids and times of logs. */
const localeOf = { ar: 'ar-u-nu-latn', en: 'en-GB' } as const;

/** A count without an end above, and one without an end below. */
const bounds = { ar: ['* على الأقل', '* على الأكثر'], en: ['≥ *', '≤ *'] } as const;

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Numbers, times and names in the reader's language. `timeZone` is IANA; by default the server's. */
export function createFormat(language: Language, timeZone?: string) {
  const locale = localeOf[language];
  const zone = timeZone === undefined ? {} : { timeZone };
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const millis = new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond', unitDisplay: 'short' });
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  return {
    number: (value: number): string => numbers.format(value),
    percent: (share: number): string => percents.format(share),
    /** Date and time of an ISO instant; what is no time stays as it is. */
    time: (iso: string): string => (isTime(iso) ? times.format(new Date(iso)) : iso),
    /** A date as precise as it is given: YYYY-MM-DD, YYYY-MM or YYYY. */
    date(text: string): string {
      if (!isTime(text)) return text;
      if (/^\d{4}-\d\d-\d\d/.test(text)) return days.format(new Date(text.slice(0, 10)));
      return /^\d{4}-\d\d$/.test(text) ? months.format(new Date(`${text}-01`)) : text;
    },
    /** How long ago, or in how long. */
    relative(iso: string, nowMs: number): string {
      if (!isTime(iso)) return iso;
      const seconds = Math.round((Date.parse(iso) - nowMs) / 1000);
      const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
      return ago.format(Math.trunc(seconds / size), unit);
    },
    /** A length of time in its largest whole unit. */
    duration(ms: number): string {
      const [unit, size] = steps.find(([, size]) => ms / 1000 >= size) ?? ['second', 1];
      const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
      return new Intl.NumberFormat(locale, options).format(ms / 1000 / size);
    },
    milliseconds: (ms: number): string => millis.format(Math.round(ms)),
    country: (code: string | null): string =>
      code && /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : (code ?? ''),
    name: (names: Names): string => names[language] || names.ar || names.en,
    /** The range of a count: `3`, `3–5`, `≥ 3`, or the words of the text when it gives no number. In Arabic in words: read from the right, `≥ 3` is "three at most". */
    count({ min, max, text }: Pick<Count, 'min' | 'max' | 'text'>): string {
      if (min === null && max === null) return text;
      if (min === max && min !== null) return numbers.format(min);
      const [least, most] = bounds[language];
      if (max === null && min !== null) return least.replace('*', numbers.format(min));
      if (min === null && max !== null) return most.replace('*', numbers.format(max));
      return `${numbers.format(min ?? 0)}–${numbers.format(max ?? 0)}`;
    },
  };
}

const isTime = (text: string): boolean => !Number.isNaN(Date.parse(text));
