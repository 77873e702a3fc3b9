import type { ArticleInput } from './reading.ts';

/** An article of the tests: of no known outlet, published at noon of Monday 10 March 2025. */
export const sampleArticle = (text: string, title = ''): ArticleInput => ({
  title,
  text,
  publishedAt: '2025-03-10T12:00:00Z',
  timeZone: 'UTC',
  outlet: { id: 'sample', country: null },
});
