import type { ExtractedEvent } from '@rasid/contracts';

type EventDate = NonNullable<ExtractedEvent['date']>;

const day = 86_400_000; // milliseconds
const weekDays = 6; // after its Monday
const slack = 7; // days around "last week" and "last month": writers count from the day of writing

/** "Hours ago" in the morning was last night. */
const hoursAgo = /^(?:قبل|منذ) (?:عدة |بضع )?ساعات$/u;

/** First and last moment a date can mean. */
function span({ start, end, precision, span: said }: EventDate): [number, number] {
  const from = Date.parse(start);
  if (hoursAgo.test(said?.text ?? '')) return [from - day, lastOf(end ?? start)];
  if (precision === 'week') return [from - slack * day, from + (weekDays + slack) * day];
  return [from, lastOf(end ?? start)];
}

function lastOf(text: string): number {
  const [year = 0, month] = text.split('-').map(Number);
  if (text.length === 4) return Date.UTC(year, 11, 31);
  return text.length === 7 ? Date.UTC(year, month ?? 1, 0) : Date.parse(text);
}

/** Whether two dates can be of one happening. */
export function canBeSame(a: EventDate | null, b: EventDate | null): boolean {
  if (!a || !b) return true;
  const [from, to] = span(a);
  const [start, end] = span(b);
  return from <= end && start <= to;
}

const fineness: Record<EventDate['precision'], number> = {
  day: 0,
  range: 1,
  week: 2,
  month: 3,
  year: 4,
  unknown: 5,
};

/** "اليوم" alone often dates the statement; a weekday or a date told further down is the day itself. */
const isBareToday = ({ span }: EventDate): boolean =>
  /^(?:(?:فجر|صباح|ظهر|عصر|مساء|ليل) )?اليوم$/u.test(span?.text ?? '');
const todaySlack = 2; // days

/** The finest of dates that can be of one happening with the first. */
export function finestOf(dates: readonly EventDate[]): EventDate | null {
  const [first] = dates;
  if (!first) return null;
  const rank = (date: EventDate) => fineness[date.precision] + (isBareToday(date) ? 0.5 : 0);
  const fits = (date: EventDate) =>
    canBeSame(date, first) ||
    (isBareToday(first) && Math.abs(Date.parse(date.start) - Date.parse(first.start)) <= todaySlack * day);
  return dates.reduce((best, each) => (rank(each) < rank(best) && fits(each) ? each : best), first);
}
