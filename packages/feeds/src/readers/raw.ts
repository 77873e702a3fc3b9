import type { Enclosure, FeedKind, FeedPointer } from '../feed.ts';

/** A date as the feed writes it, with the element that holds it. */
export type RawDate = { field: string; text: string };

/** An entry as its reader found it: dates and links not yet read. */
export type RawEntry = {
  id: string | null;
  url: string | null;
  title: string | null;
  summary: string | null;
  content: string | null;
  authors: string[];
  /** Where the date may be, best first: the first that can be read counts. */
  published: RawDate[];
  updated: RawDate[];
  categories: string[];
  enclosures: Enclosure[];
};

export type RawPointer = { url: string; rel: FeedPointer['rel']; title?: string | null; updated?: RawDate[] };

export type RawFeed = {
  kind: FeedKind;
  title: string | null;
  url: string | null;
  language: string | null;
  author: string | null;
  /** Where the date may be, best first: the first that can be read counts. */
  published: RawDate[];
  updated: RawDate[];
  self: string | null;
  hubs: string[];
  ttlMinutes: number | null;
  pointers: RawPointer[];
  entries: RawEntry[];
};

export const blankFeed = (kind: FeedKind): RawFeed => ({
  kind,
  title: null,
  url: null,
  language: null,
  author: null,
  published: [],
  updated: [],
  self: null,
  hubs: [],
  ttlMinutes: null,
  pointers: [],
  entries: [],
});

export const blankEntry: RawEntry = {
  id: null,
  url: null,
  title: null,
  summary: null,
  content: null,
  authors: [],
  published: [],
  updated: [],
  categories: [],
  enclosures: [],
};
