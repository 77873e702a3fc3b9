import type { Feed, FeedEntry } from '@rasid/feeds';

type Json = Record<string, unknown>;

/** What is compared of a feed and of each item; texts as they are, dates as moments. */
export type Compared = Record<string, string | number | null>;
export type ComparedFeed = { feed: Compared; items: Compared[] };

const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {}); // any member may be missing
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : []);
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const moment = (...values: unknown[]): number | null => {
  const first = values.map(text).find((value) => value !== null);
  const time = Date.parse(first ?? '');
  return Number.isNaN(time) ? null : time;
};
const person = (value: unknown): string | null =>
  text(value) ?? text(object(value).name) ?? text(object(value).email);

/** Its three shapes: the universal one, that of its Atom parser and that of its RSS parser; and JSON Feed itself. */
export function expectedOf(document: unknown): ComparedFeed {
  const feed = object(document);
  return {
    feed: {
      title: text(feed.title),
      link: linkOf(feed),
      author:
        person(feed.author) ??
        person(list(feed.authors)[0]) ??
        person(feed.managingEditor) ??
        person(feed.webMaster),
      published: moment(feed.publishedParsed, feed.pubDateParsed),
      updated: moment(feed.updatedParsed, feed.lastBuildDateParsed),
    },
    items: list(feed.items ?? feed.entries).map((item) => ({
      title: text(item.title),
      link: linkOf(item),
      guid: text(item.guid) ?? text(object(item.guid).value) ?? text(item.id),
      published: moment(item.publishedParsed, item.pubDateParsed, item.date_published),
      updated: moment(item.updatedParsed, item.date_modified),
      author: person(item.author) ?? person(list(item.authors)[0]),
      summary: text(item.description) ?? text(item.summary),
      content:
        text(item.content) ??
        text(object(item.content).value) ??
        text(item.content_html) ??
        text(item.content_text),
    })),
  };
}

function linkOf(holder: Json): string | null {
  const stated = text(holder.link) ?? text(holder.home_page_url) ?? text(holder.url);
  return stated ?? text(list(holder.links).find(({ rel }) => rel === 'alternate')?.href);
}

export function readingOf(feed: Feed, entries: readonly FeedEntry[]): ComparedFeed {
  const { title, url, author, publishedAt, updatedAt } = feed;
  return {
    feed: { title, link: url, author, published: moment(publishedAt), updated: moment(updatedAt) },
    items: entries.map((entry) => ({
      title: entry.title,
      link: entry.url,
      guid: entry.id,
      published: moment(entry.publishedAt),
      updated: moment(entry.updatedAt),
      author: entry.author,
      summary: entry.summary,
      content: entry.content,
    })),
  };
}

/** Names of the fields that differ, with both values; a field that only one side has counts. */
export function differences(expected: ComparedFeed, read: ComparedFeed): string[] {
  const of = (name: string, a: Compared, b: Compared | undefined) =>
    Object.keys(a).flatMap((key) =>
      a[key] === b?.[key]
        ? []
        : [`${name}.${key}: ${JSON.stringify(a[key])}, read ${JSON.stringify(b?.[key])}`],
    );
  const count =
    expected.items.length === read.items.length
      ? []
      : [`${expected.items.length} items, read ${read.items.length}`];
  return [
    ...of('feed', expected.feed, read.feed),
    ...count,
    ...expected.items.flatMap((item, at) => of('item', item, read.items[at])),
  ];
}

/** Why some pairs differ on purpose: what the names of the pair begin with, the field, the reason. */
const reasons: readonly [pair: RegExp, field: string, why: string][] = [
  [
    /^parser\/atom\//,
    'item.published',
    'the Atom shape has no fallback, the universal shape of the same library takes the update for it; so do we',
  ],
  [
    /^parser\/json\//,
    'feed.',
    'the JSON shape has no date of the feed, the universal shape takes that of the first item; so do we',
  ],
  [/issue_275_extensions/, 'item.content', 'they leave a content of an unknown type escaped; we decode it'],
  [
    /issue_275|issue_309/,
    '',
    'the format shapes leave dc: and itunes: aside; we read them, as the universal shape does',
  ],
];

export const whyOf = (pair: string, difference: string): string =>
  reasons.find(([name, field]) => name.test(pair) && difference.startsWith(field))?.[2] ?? 'unexplained';
