import { localDay } from './calendar.ts';
import { numeric, written } from './date-absolute.ts';
import { clock } from './date-clock.ts';
import { deicticDay, leadAt, weekday } from './date-day.ts';
import { ago, span, within, yearReader } from './date-span.ts';
import type { DateContext, DateForm, DateValue, Found, Reader } from './date-types.ts';
import { type DayPart, dateWord } from './date-words.ts';
import { keptOf } from './kept.ts';
import { mapped } from './mapped.ts';
import type { Token } from './tokenize.ts';

export type { DateValue };

export type DateMention = {
  from: number;
  to: number;
  start: number;
  end: number;
  text: string;
  /** Null when it cannot be resolved, for want of a publication date or because it stands for something else. */
  value: DateValue | null;
  form: DateForm;
  /** It lies ahead of the publication, by its own words or by those before it. */
  future: boolean;
  /** What the value rests on: the text alone, or the text and the day of publication. */
  basis: 'text' | 'publication';
  dayPart?: DayPart | undefined;
  /** "مطلع", "منتصف", "أواخر" before a month or a year. */
  third?: 'early' | 'mid' | 'late' | undefined;
  /** HH:MM of a time of day. */
  clock?: string | undefined;
};

const readers: readonly Reader[] = [
  clock,
  ago,
  within,
  deicticDay,
  weekday,
  ledDate,
  numeric,
  written,
  span,
  yearReader,
];

/** Dates and times of day of the text, resolved against the publication day in the outlet's zone. */
export function findDates(
  text: string,
  tokens: readonly Token[],
  reference: { publishedAt: string | null; timeZone: string },
): DateMention[] {
  const today = reference.publishedAt ? localDay(reference.publishedAt, reference.timeZone) : null;
  const keys = mapped(tokens, (token) => dateKeyOf(token) ?? token.key);
  const context: DateContext = { keys, words: mapped(tokens, ({ word }) => word), today, previous: null };
  const found: DateMention[] = [];
  for (let at = 0; at < keys.length; ) {
    const read = canBegin(tokens[at]) ? readAt(context, at) : null;
    if (!read) {
      at++;
      continue;
    }
    found.push(mentionOf(text, tokens, context, at, read));
    if (read.value) context.previous = read.value;
    at = read.to;
  }
  return found;
}

const canBegin = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'number' || dateKeyOf(token) !== null);

/** How a word of dates is written without its particle; null for other words. */
const dateKeyOf = (token: Token): string | null => (token.kind === 'word' ? dateWordOf(token) : null);
const dateWordOf = keptOf((key): string | null => dateWord.get(key) ?? null);

function readAt(context: DateContext, at: number): Found | null {
  for (const reader of readers) {
    const found = reader(context, at);
    if (found) return found;
  }
  return null;
}

/** "فجر 8 آب", "يوم 20 يناير", "بتاريخ 6/3/2025". */
function ledDate(context: DateContext, at: number): Found | null {
  const lead = leadAt(context, at);
  if (lead.to === at) return null;
  const found = numeric(context, lead.to) ?? written(context, lead.to) ?? span(context, lead.to);
  if (!found) return null;
  return { ...found, ...(lead.dayPart && { dayPart: lead.dayPart }) };
}

function mentionOf(
  text: string,
  tokens: readonly Token[],
  { keys, words }: DateContext,
  at: number,
  read: Found,
): DateMention {
  const before = keys[at - 1] ?? '';
  const isSince = (before === 'منذ' || before === 'مذ') && read.form !== 'named' && read.form !== 'clock';
  const isFresh = read.form === 'relative' && read.value?.precision === 'day';
  const first = tokens[at];
  const particle = (words[at] ?? '').length - (keys[at] ?? '').length;
  const isPlain = first?.text.length === first?.word.length && (words[at] ?? '').startsWith('و');
  const start = (first?.start ?? 0) + (particle === 1 && isPlain ? 1 : 0);
  const end = tokens[read.to - 1]?.end ?? start;
  const form = isSince && !isFresh ? 'since' : read.form;
  const isStated = read.form === 'absolute' && /\d{4}/.test(keys.slice(at, read.to).join(' '));
  return {
    from: at,
    to: read.to,
    start,
    end,
    text: text.slice(start, end),
    value: read.value,
    form,
    future: read.future ?? false,
    basis: isStated ? 'text' : 'publication',
    dayPart: read.dayPart,
    third: read.third,
    clock: read.clock,
  };
}
