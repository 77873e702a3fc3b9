import type { FeedFormat, Piece, SampleOutlet } from '../story.ts';
import { atomFeed } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import { rdfFeed } from './rdf.ts';
import { rssFeed } from './rss.ts';
import { undeclaredRssFeed } from './rss-1256.ts';
import { brokenRssFeed } from './rss-broken.ts';

/** `origin` is scheme, host and port of the outlet; `pieces` are those of this feed, newest first. */
export type FeedInput = { outlet: SampleOutlet; title: string; origin: string; pieces: readonly Piece[] };

/** How each format is written and what its server says it is. */
export const feedFormats: Record<
  FeedFormat,
  { contentType: string; write: (input: FeedInput) => string | Buffer }
> = {
  atom: { contentType: 'application/atom+xml; charset=utf-8', write: atomFeed },
  json: { contentType: 'application/feed+json', write: jsonFeed },
  rdf: { contentType: 'application/rdf+xml', write: rdfFeed },
  rss: { contentType: 'application/rss+xml; charset=utf-8', write: rssFeed },
  'rss-1256': { contentType: 'text/xml', write: undeclaredRssFeed },
  'rss-broken': { contentType: 'application/xml', write: brokenRssFeed },
};
