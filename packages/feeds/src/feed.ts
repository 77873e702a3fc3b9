export type FeedKind = 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap';

export type FeedEntry = {
  id: string | null;
  url: string | null;
  title: string | null;
  summary: string | null;
  content: string | null;
  author: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
  categories: string[];
  enclosures: { url: string; type: string | null }[];
};

export type Feed = { title: string | null; url: string | null; language: string | null; kind: FeedKind };

/** A feed, with what had to be repaired; or why the document is none. */
export type FeedResult =
  | { feed: Feed; entries: FeedEntry[]; problems: string[] }
  | { error: 'html' | 'captcha' | 'empty' | 'not-a-feed'; problems: string[] };

export type FeedInput = {
  bytes: Uint8Array | string;
  /** Where it came from: base of relative links. */
  url: string | null;
  contentType?: string | null;
  timeZone?: string;
};
