import type { Article, ExtractedEvent, Story } from '@rasid/contracts';

/** One event as one article tells it, with what linking needs to know of the article. */
export type Report = {
  recordId: string;
  article: Pick<Article, 'id' | 'title' | 'lead' | 'url' | 'publishedAt' | 'outlet' | 'origin'>;
  story: Story;
  event: ExtractedEvent;
};

const dayMs = 24 * 3600 * 1000;

/** The days an event can have happened on, as days since 1970; without a date of its own the days before publication. */
export function daysOf(report: Pick<Report, 'event' | 'article'>): {
  from: number;
  to: number;
  isStated: boolean;
} {
  const { date } = report.event;
  const published = Math.floor((Date.parse(report.article.publishedAt) || 0) / dayMs);
  if (!date || date.precision === 'unknown') return { from: published - 2, to: published, isStated: false };
  const from = Math.floor(Date.parse(fullDay(date.start, false)) / dayMs);
  const to = date.end
    ? Math.floor(Date.parse(fullDay(date.end, true)) / dayMs)
    : Math.floor(Date.parse(fullDay(date.start, true)) / dayMs);
  return { from, to: date.precision === 'week' ? from + 6 : Math.max(from, to), isStated: true };
}

/** First or last day of a date that may be a year or a month. */
function fullDay(date: string, isLast: boolean): string {
  if (date.length >= 10) return date.slice(0, 10);
  if (date.length === 7)
    return isLast
      ? new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).toISOString().slice(0, 10)
      : `${date}-01`;
  return isLast ? `${date.slice(0, 4)}-12-31` : `${date.slice(0, 4)}-01-01`;
}
