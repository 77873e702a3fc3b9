import type { CountKind, Event, EventTypeId, Genre, TerminalOutcome } from '@rasid/contracts';

/** A figure as the text gives it; null is open. */
export type FigureRange = { min: number | null; max: number | null };

/** The main event a reader finds in the text. `dayOffset` counts from the day of publication, null when the text has no date. */
export type ExpectedMain = {
  type: EventTypeId;
  /** Left out for what is told as fact. */
  modality?: Event['modality'];
  country: string | null;
  admin1: string | null;
  locality: string | null;
  dayOffset: number | null;
  counts: Partial<Record<CountKind, FigureRange>>;
};

/** What the pipeline has to make of a story. */
export type Expected = {
  outcome: TerminalOutcome;
  /** Id of the story whose words these are, for a copy. */
  copyOf?: string;
  /** Key of the incident the main event belongs to; stories of one happening share it. */
  incident?: string;
  genre?: Genre;
  main: ExpectedMain | null;
};

/**
 * What the outlet's server does when the page is asked for: the article, a picture gallery, a PDF, 404,
 * a path robots.txt forbids, a redirect into a private network, 503 once; `nowhere` has no link at all.
 */
export type Serving =
  | 'article'
  | 'gallery'
  | 'pdf'
  | 'missing'
  | 'denied'
  | 'private-redirect'
  | 'busy-once'
  | 'nowhere';

/** One file of data/stories. Texts may hold {{weekday:-1}}, {{date:-1}} and {{year:-10}} as in dates.ts. */
export type StoryFile = {
  id: string;
  outletId: string;
  slug: string;
  title: string;
  /** Paragraphs; one that starts with "## " is a heading. */
  paragraphs: string[];
  author: string | null;
  section: string;
  keywords: string[];
  /** Minutes before the start (first edition) or before the revision (second edition). */
  publishedOffsetMinutes: number;
  /** 2 appears with `revise()`. */
  edition: 1 | 2;
  /** Ids of the sources that list it. */
  feeds: string[];
  serve: Serving;
  language: 'ar' | 'fr';
  /** The feed carries the whole text. */
  feedContent?: boolean;
  /** What stands at the same address after `revise()`. */
  revision?: { title: string; paragraphs: string[]; expected: Expected };
  expected: Expected;
};

export type SampleOutlet = {
  id: string;
  name: { ar: string; en: string };
  country: string;
  kind: string;
  template: 'semantic' | 'classic' | 'blog' | 'shell';
  /** Numbers of articles start here. */
  firstNumber: number;
  sources: { id: string; path: string; format: FeedFormat; title: string; note: string }[];
};

export type FeedFormat = 'rss' | 'atom' | 'rss-1256' | 'rdf' | 'rss-broken' | 'json';

/** A story as it stands at one moment: placeholders filled, dates fixed. */
export type Piece = {
  id: string;
  number: number;
  path: string;
  title: string;
  paragraphs: string[];
  lead: string;
  author: string | null;
  section: string;
  keywords: string[];
  publishedAt: Date;
  updatedAt: Date | null;
  feeds: string[];
  serve: Serving;
  language: 'ar' | 'fr';
  feedContent: boolean;
};
