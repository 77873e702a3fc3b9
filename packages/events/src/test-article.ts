import type { ExtractedEvent } from '@rasid/contracts';
import { judge } from './decision/select.ts';
import { read } from './extract.ts';
import { extractEvents } from './index.ts';
import type { Merged } from './merging/merge.ts';
import type { ArticleInput } from './text/reading.ts';

/** An article of the tests: of no known outlet, published at noon of Monday 10 March 2025. */
export const sampleArticle = (
  text: string,
  title = '',
  publishedAt: string | null = '2025-03-10T12:00:00Z',
): ArticleInput => ({
  title,
  text,
  publishedAt,
  timeZone: 'UTC',
  outlet: { id: 'sample', country: null },
});

/** The events of such an article, in reading order. */
export const eventsIn = (...article: Parameters<typeof sampleArticle>): ExtractedEvent[] =>
  extractEvents(sampleArticle(...article)).events;

/** Their types. */
export const typesIn = (...article: Parameters<typeof sampleArticle>): string[] =>
  eventsIn(...article).map(({ type }) => type);

/** The incidents such an article tells, before it is decided which are events. */
export function incidentsIn(...article: Parameters<typeof sampleArticle>): Merged[] {
  let told: readonly Merged[] = [];
  read(sampleArticle(...article), (merged, genre, sentences) => {
    told = merged;
    return judge(merged, genre, sentences);
  });
  return [...told];
}
