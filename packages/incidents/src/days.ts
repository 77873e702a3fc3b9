import type { Report, Slots } from './report.ts';

export type Days = { from: number; to: number };

const dayMs = 24 * 3600 * 1000;
const dayNumber = (iso: string): number => Math.floor((Date.parse(iso) || 0) / dayMs);

/** The day of publication where the outlet is, as days since 1970: the time is kept with its offset. */
export const publicationDay = ({ publishedAt }: Pick<Report, 'publishedAt'>): number =>
  dayNumber(publishedAt.slice(0, 10));

/** The days an event is said to have happened on; null when the text does not say. */
export function statedDays({ event }: { event: Pick<Slots, 'date'> | null }): Days | null {
  const date = event?.date;
  if (!date || date.precision === 'unknown') return null;
  const from = dayNumber(fullDay(date.start, false));
  const to = dayNumber(fullDay(date.end ?? date.start, true));
  return { from, to: date.precision === 'week' ? from + 6 : Math.max(from, to) };
}

/** First or last day of a date that may be a year or a month. */
function fullDay(date: string, isLast: boolean): string {
  if (date.length >= 10) return date.slice(0, 10);
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  if (date.length === 7)
    return isLast ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : `${date}-01`;
  return isLast ? `${date.slice(0, 4)}-12-31` : `${date.slice(0, 4)}-01-01`;
}
