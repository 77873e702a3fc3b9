import { detectLanguage, parseDateTime } from '@rasid/arabic';
import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import type { Document } from 'domhandler';
import { absolute } from './address.ts';
import { type Block, collectBlocks } from './blocks.ts';
import { chooseContainer, paragraphsOf } from './choose.ts';
import { decodePage } from './decode.ts';
import { authorsOf, imageOf, keywordsOf, sectionOf, titleOf } from './fields.ts';
import { articleObject, type Metadata, readMetadata } from './metadata.ts';
import { verdictOf } from './verdict.ts';

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
export type CleanResult = { outcome: CleanOutcome; article: CleanArticle | null; notes: string[] };

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
};

/** Reads the article of a page. Never throws on content: what cannot be read has a named outcome. */
export function cleanPage(page: Page): CleanResult {
  const decoded =
    typeof page.html === 'string'
      ? { text: page.html, charset: 'utf-16', notes: [] }
      : decodePage(page.html, page.contentType ?? null);
  const $ = load(decoded.text.slice(0, maxCharacters), asHtml);
  const document = rootOf($);
  const metadata = readMetadata($);
  const title = titleOf(metadata, page.feedEntry?.title ?? null);
  const blocks = blocksOf(document, title);
  const { text, from } = bodyOf(blocks, metadata, title, page.feedEntry ?? null);
  const timeZone = page.timeZone ?? 'UTC';
  const dates = datesOf(metadata, page, blocks, timeZone);
  const article: CleanArticle = {
    title,
    lead: leadOf(metadata, text),
    text,
    ...dates,
    authors: authorsOf(metadata, page.feedEntry?.author ?? null),
    section: sectionOf(metadata),
    keywords: keywordsOf(metadata),
    image: imageOf(metadata, page.url),
    language: languageOf(`${title}\n${text}`, metadata.htmlLanguage),
    canonicalUrl: absolute(metadata.canonical ?? metadata.meta.get('og:url') ?? null, page.url) ?? page.url,
    outlet: metadata.meta.get('og:site_name') ?? null,
  };
  const outcome = verdictOf({ article, blocks, metadata });
  return { outcome, article: text || title ? article : null, notes: [...decoded.notes, `text from ${from}`] };
}

const maxCharacters = 5_000_000; // no article is longer
/** htmlparser2's tolerant HTML, four times as fast as parse5 and without a second DOM. */
const asHtml = { xml: { xmlMode: false, decodeEntities: true } };

function rootOf($: CheerioAPI): Document {
  const root = $.root()[0];
  if (!root) throw new TypeError('cheerio gave no document'); // it always gives one
  return root;
}

const enough = 400; // letters: below, a wrapper with an unlucky name may have hidden the article

/** The page's blocks; with names of elements ignored when they hid nearly everything. */
function blocksOf(document: Document, title: string): Block[] {
  const strict = collectBlocks(document);
  if (pageText(strict, title).length >= enough) return strict;
  const lenient = collectBlocks(document, { byName: false });
  return pageText(lenient, title).length > 2 * pageText(strict, title).length + 100 ? lenient : strict;
}

function pageText(blocks: readonly Block[], title: string): string {
  const container = chooseContainer(blocks);
  return container ? paragraphsOf(blocks, container, title).join('\n') : '';
}

const fuller = 1.3; // another source of the text must be clearly longer to be taken

/** The page's text, or the feed's or the embedded one where it is clearly fuller. */
function bodyOf(
  blocks: readonly Block[],
  metadata: Metadata,
  title: string,
  entry: FeedEntry | null,
): { text: string; from: string } {
  const candidates = [{ text: pageText(blocks, title), from: 'page' }];
  const body = articleObject(metadata.linked)?.articleBody;
  if (typeof body === 'string') candidates.push({ text: plain(body, title), from: 'jsonld' });
  if ((candidates[0]?.text.length ?? 0) < 250) {
    for (const state of metadata.embedded.slice(0, 20))
      candidates.push({ text: plain(state.text, title), from: 'state' });
  }
  if (entry?.content) candidates.push({ text: plain(entry.content, title), from: 'feed' });
  return candidates.reduce((best, next) =>
    next.text.length > Math.max(best.text.length * fuller, 80) ? next : best,
  );
}

/** Text of HTML or of plain text, in paragraphs. */
export function plain(html: string, title: string): string {
  if (!/<[a-z][^>]{0,300}>/i.test(html))
    return html
      .split(/\r?\n/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join('\n');
  const blocks = collectBlocks(rootOf(load(`<div>${html}</div>`, asHtml)));
  const container = blocks[0]?.parent;
  if (!container) return '';
  let root = container;
  while (root.parent && 'name' in root.parent) root = root.parent;
  return paragraphsOf(blocks, root, title).join('\n');
}

function leadOf(metadata: Metadata, text: string): string | null {
  const described = metadata.meta.get('og:description') ?? metadata.meta.get('description') ?? null;
  return described?.replace(/\s+/g, ' ').trim() || (text.split('\n')[0] ?? null) || null;
}

function languageOf(text: string, declared: string | null): string {
  const { language } = detectLanguage(text);
  if (language !== 'other' && language !== 'und') return language;
  const own = declared?.slice(0, 2).toLowerCase();
  return own && own !== 'ar' ? own : language; // a template may say "ar" around a text that is not
}

type Dates = Pick<CleanArticle, 'publishedAt' | 'publishedBasis' | 'updatedAt'>;

const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'parsely-pub-date',
  'sailthru.date',
  'article:published',
  'og:published_time',
  'publication_date',
  'date.created',
  'datecreated',
];
const updatedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
];

function datesOf(metadata: Metadata, page: Page, blocks: readonly Block[], timeZone: string): Dates {
  const read = (value: unknown) =>
    typeof value === 'string' ? (parseDateTime(value, { timeZone })?.iso ?? null) : null;
  const object = articleObject(metadata.linked);
  const updatedAt =
    read(object?.dateModified) ?? first(updatedNames, (name) => read(metadata.meta.get(name)));
  const fromLinked = read(object?.datePublished);
  if (fromLinked) return { publishedAt: fromLinked, publishedBasis: 'jsonld', updatedAt };
  const fromMeta = first(publishedNames, (name) => read(metadata.meta.get(name)));
  if (fromMeta) return { publishedAt: fromMeta, publishedBasis: 'meta', updatedAt };
  const fromFeed = read(page.feedEntry?.publishedAt);
  if (fromFeed) return { publishedAt: fromFeed, publishedBasis: 'feed', updatedAt };
  const fromTime = first(metadata.times.slice(0, 5), (time) => read(time.value) ?? read(time.text));
  if (fromTime) return { publishedAt: fromTime, publishedBasis: 'meta', updatedAt };
  const fromText = first(blocks.filter(({ text }) => text.length < 90).slice(0, 80), ({ text }) =>
    read(text),
  );
  if (fromText) return { publishedAt: fromText, publishedBasis: 'text', updatedAt };
  const inUrl = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(page.url);
  const fromUrl = inUrl ? read(`${inUrl[1]}-${inUrl[2]}-${inUrl[3]}`) : null;
  return { publishedAt: fromUrl, publishedBasis: fromUrl ? 'url' : null, updatedAt };
}

function first<T, R>(items: readonly T[], pick: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = pick(item);
    if (found !== null) return found;
  }
  return null;
}
