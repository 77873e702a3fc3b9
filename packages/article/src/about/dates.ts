import { parseDateTime } from '@rasid/arabic';
import type { Block } from '../text/survey.ts';
import type { CleanArticle, Page } from '../types.ts';
import { articleObject, type Metadata } from './metadata.ts';

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

export function datesOf(metadata: Metadata, page: Page, blocks: readonly Block[], timeZone: string): Dates {
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
