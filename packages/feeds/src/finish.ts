import { readFeedDate } from './dates/feed-date.ts';
import { unescapeHtml } from './double-encoded.ts';
import type { DateBasis, Feed, FeedEntry, FeedInput } from './feed.ts';
import { resolveLink } from './html-links.ts';
import type { RawDate, RawEntry, RawFeed } from './readers/raw.ts';

const mostEntries = 20_000; // a feed is a window on news, not an archive

/** Dates read, links absolute, tags given back: the same for every kind. What had to be done is named once. */
export function finish(
  read: RawFeed,
  input: FeedInput,
  problems: Set<string>,
): { feed: Feed; entries: FeedEntry[] } {
  const timeZone = input.timeZone ?? 'UTC';
  const site = absolute(read.url);
  const base = input.url ?? absolute(read.self) ?? site;
  // "/a/1" begins at the root of the site, which may be another host than the feed's.
  const link = (url: string | null) => readLink(url, isRooted(url) ? (site ?? base) : base, problems);
  const date = (raw: RawDate[]) => readDate(raw, timeZone, problems);
  if (read.entries.length > mostEntries) problems.add(`more than ${mostEntries} entries`);
  const entries = read.entries
    .slice(0, mostEntries)
    .map((entry) => finishEntry(entry, { link, date, problems }));
  const feed: Feed = {
    title: read.title,
    url: link(read.url),
    language: read.language,
    kind: read.kind,
    author: read.author,
    publishedAt: date(read.published)?.iso ?? null,
    updatedAt: date(read.updated)?.iso ?? null,
    self: link(read.self),
    hubs: read.hubs.flatMap((hub) => link(hub) ?? []),
    ttlMinutes: read.ttlMinutes,
    pointers: read.pointers.flatMap((pointer) => {
      const url = link(pointer.url);
      const updatedAt = date(pointer.updated ?? [])?.iso ?? null;
      return url ? { url, rel: pointer.rel, title: pointer.title ?? null, updatedAt } : [];
    }),
  };
  return { feed, entries };
}

type Means = {
  link: (url: string | null) => string | null;
  date: (raw: RawDate[]) => { iso: string; basis: DateBasis } | null;
  problems: Set<string>;
};

function finishEntry(entry: RawEntry, { link, date, problems }: Means): FeedEntry {
  const html = (text: string | null) => {
    if (text === null) return null;
    const plain = unescapeHtml(text);
    if (plain !== text) problems.add('double-encoded HTML');
    return plain;
  };
  const published = date(entry.published);
  const updated = date(entry.updated);
  return {
    id: entry.id,
    url: link(entry.url),
    title: entry.title,
    summary: html(entry.summary),
    content: html(entry.content),
    author: entry.authors[0] ?? null,
    authors: entry.authors,
    publishedAt: published?.iso ?? null,
    publishedBasis: published?.basis ?? null,
    updatedAt: updated?.iso ?? null,
    updatedBasis: updated?.basis ?? null,
    categories: entry.categories,
    enclosures: entry.enclosures.flatMap((file) => {
      const url = link(file.url);
      return url ? { ...file, url } : [];
    }),
  };
}

function readDate(candidates: RawDate[], timeZone: string, problems: Set<string>) {
  for (const { field, text } of candidates) {
    const found = readFeedDate(text, timeZone);
    if (!found) continue;
    const { iso, zone, precision, calendar } = found;
    if (zone === 'assumed' && precision !== 'day') problems.add('dates without a zone');
    return { iso, basis: { field, zone, precision, calendar } };
  }
  if (candidates.length > 0) problems.add('unreadable dates');
  return null;
}

const isRooted = (url: string | null): boolean => url !== null && /^\s{0,9}\/(?!\/)/.test(url);

const absolute = (url: string | null): string | null => (url && /^https?:\/\//i.test(url) ? url : null);

/** An address as the feed has it, made absolute; blanks and line ends within it are written as URLs have them. */
function readLink(url: string | null, base: string | null, problems: Set<string>): string | null {
  const trimmed = url?.replace(/[\t\r\n]+/g, '').trim();
  if (!trimmed) return null;
  if (/^(?:javascript|data|mailto|about|blob):/i.test(trimmed)) {
    problems.add('links that lead nowhere');
    return null;
  }
  const single = trimmed.replaceAll('&amp;', '&');
  if (single !== trimmed) problems.add('double-encoded links');
  const found = resolveLink(single, base);
  if (found === null) {
    problems.add('relative links without a base');
    return single;
  }
  if (found !== single) problems.add('relative links');
  if (!/\s/.test(found)) return found;
  problems.add('blanks in links');
  return found.replace(/\s/g, '%20');
}
