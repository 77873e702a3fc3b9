import type { ExtractedEvent } from '@rasid/contracts';
import { type Candidate, candidatesOf, typedIn } from './candidates.ts';
import { countsOf } from './counts/counts.ts';
import { judge } from './decision/select.ts';
import { read } from './extract.ts';
import { extractEvents, readArticle } from './index.ts';
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

/** The happenings its sentences tell, each for itself. */
export function candidatesIn(...article: Parameters<typeof sampleArticle>): Candidate[] {
  const input = sampleArticle(...article);
  return readArticle(input).flatMap((sentence) =>
    candidatesOf({ sentence, typed: typedIn(sentence, []) }, input.publishedAt, []),
  );
}

/** The incidents such an article tells, before it is decided which are events. */
export function incidentsIn(...article: Parameters<typeof sampleArticle>): Merged[] {
  let told: readonly Merged[] = [];
  read(sampleArticle(...article), (merged, article) => {
    told = merged;
    return judge(merged, article);
  });
  return [...told];
}

/** What its sentences count of dead and wounded: "killed 2, wounded 3-". */
export const tollIn = (text: string): string =>
  readArticle(sampleArticle(text))
    .flatMap(countsOf)
    .filter(({ kind }) => kind === 'killed' || kind === 'wounded')
    .map(({ kind, count: { min, max } }) => `${kind} ${min}${min === max ? '' : `-${max ?? ''}`}`)
    .join(', ');
