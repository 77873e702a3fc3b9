import type { Layout } from './rules/layouts.ts';

export type CleanArticle = {
  title: string;
  lead: string | null;
  /** Paragraphs joined by line breaks, characters as the page has them. */
  text: string;
  publishedAt: string | null;
  publishedBasis: 'feed' | 'meta' | 'jsonld' | 'url' | 'text' | null;
  updatedAt: string | null;
  authors: string[];
  section: string | null;
  keywords: string[];
  image: string | null;
  language: string;
  canonicalUrl: string;
  /** The site's own name. */
  outlet: string | null;
};

export type CleanOutcome =
  | 'article'
  | 'not-article'
  | 'no-text'
  | 'too-short'
  | 'not-arabic'
  | 'paywalled'
  | 'bot-wall';
/** The article stands there whenever something could be read, whatever the outcome. */
export type CleanResult = {
  outcome: CleanOutcome;
  article: CleanArticle | null;
  notes: string[];
  shape: Shape;
};

/** What a page looked like to the engine: what drifts when a site is rebuilt. */
export type Shape = {
  /** Letters of the text. */
  letters: number;
  /** Of the text's letters, those that are Arabic. */
  arabicShare: number;
  /** Of the page's letters, those outside the text. */
  otherShare: number;
  isDated: boolean;
};

export type FeedEntry = {
  title: string | null;
  summary: string | null;
  content: string | null;
  author: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
};

export type Page = {
  html: Uint8Array | string;
  url: string;
  contentType?: string | null;
  feedEntry?: FeedEntry | null;
  /** IANA zone of the outlet, for dates without one. */
  timeZone?: string;
  /** When the page was fetched: what it tells as "three hours ago" is reckoned from there; otherwise it is no date. */
  fetchedAt?: string | null;
  /** Layouts to read by; the shipped ones when not given. */
  layouts?: readonly Layout[];
};
