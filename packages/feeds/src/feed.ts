export type FeedKind = 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap' | 'opml';

/** Where a date was read, and what of it the feed itself states. */
export type DateBasis = {
  /** The element or member that held it: "pubDate", "dc:date", "updated" … */
  field: string;
  /** Whether the feed states the zone or the outlet's was taken. */
  zone: 'stated' | 'assumed';
  precision: 'second' | 'minute' | 'day';
  calendar: 'gregorian' | 'hijri';
};

export type Enclosure = { url: string; type: string | null; length: number | null };

export type FeedEntry = {
  id: string | null;
  url: string | null;
  /** As the feed has it: plain text as a rule, but a few feeds put markup into it (see `plainText`). */
  title: string | null;
  summary: string | null;
  content: string | null;
  /** The first of `authors`. */
  author: string | null;
  authors: string[];
  publishedAt: string | null;
  publishedBasis: DateBasis | null;
  updatedAt: string | null;
  updatedBasis: DateBasis | null;
  categories: string[];
  enclosures: Enclosure[];
};

/** Another document this one sends its reader to. */
export type FeedPointer = {
  url: string;
  rel: 'sitemap' | 'feed' | 'next' | 'moved';
  title: string | null;
  /** When it last changed, where the pointing document says so. */
  updatedAt: string | null;
};

export type Feed = {
  title: string | null;
  url: string | null;
  language: string | null;
  kind: FeedKind;
  author: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
  /** The feed's own address as it states it. */
  self: string | null;
  /** WebSub hubs. */
  hubs: string[];
  /** How long the feed asks to be left alone: ttl, or the period of sy:. */
  ttlMinutes: number | null;
  pointers: FeedPointer[];
};

export type FeedError = 'html' | 'captcha' | 'login' | 'empty' | 'not-a-feed';

/** A feed, with what had to be repaired; or why the document is none. */
export type FeedResult =
  | { feed: Feed; entries: FeedEntry[]; problems: string[] }
  | { error: FeedError; problems: string[] };

export type FeedInput = {
  bytes: Uint8Array | string;
  /** Where it came from: base of relative links. */
  url: string | null;
  contentType?: string | null;
  /** The outlet's, for dates that state none. */
  timeZone?: string;
};
