import { parseDateTime } from '@rasid/arabic';
import Parser from 'rss-parser';
import { decodeFeed, mendXml } from './decode.ts';
import type { Feed, FeedEntry, FeedInput, FeedResult } from './feed.ts';
import { readJsonFeed } from './json-feed.ts';
import { tidy, unescapeTags } from './text.ts';
import { readTolerantly } from './tolerant.ts';

const maxLength = 20_000_000; // characters: the largest real feeds have two million

/** Reads a feed of any kind. rss-parser first; what it refuses goes to the tolerant reader, and `problems` says so. */
export async function parseFeed(input: FeedInput): Promise<FeedResult> {
  const { text, problems } = decodeFeed(input.bytes, input.contentType ?? null);
  const body = text.slice(0, maxLength).replace(/^\ufeff/, '');
  if (body.trim() === '') return { error: 'empty', problems };
  if (/^\s*[{[]/.test(body)) {
    const json = readJsonFeed(body);
    return json ? finish(json, input, problems) : { error: 'not-a-feed', problems };
  }
  const mended = mendXml(body);
  problems.push(...mended.problems);
  const page = pageInstead(mended.text);
  if (page) return { error: page, problems };
  const tolerant = readTolerantly(mended.text);
  const strict = await readStrictly(mended.text, problems);
  if (!tolerant) return strict ? finish(strict, input, problems) : { error: 'not-a-feed', problems };
  return finish(strict ? combine(strict, tolerant) : tolerant, input, problems);
}

/** A page served in place of the feed, with status 200. */
function pageInstead(text: string): 'html' | 'captcha' | null {
  const opening = text.slice(0, 4_000);
  if (
    /<(?:rss|feed|rdf:RDF|urlset|channel)[\s>]/i.test(opening) ||
    !/<(?:!doctype html|html|head|body)[\s>]/i.test(opening)
  )
    return null;
  return /captcha|challenge|just a moment|are you a robot|access denied/i.test(text.slice(0, 20_000))
    ? 'captcha'
    : 'html';
}

const parser = new Parser({
  customFields: {
    item: [
      ['dc:date', 'dcDate'],
      ['updated', 'updated'],
      ['content:encoded', 'encoded'],
    ],
  },
});

async function readStrictly(
  xml: string,
  problems: string[],
): Promise<{ feed: Feed; entries: FeedEntry[] } | null> {
  if (/<urlset[\s>]/i.test(xml.slice(0, 2_000))) return null; // rss-parser knows no sitemaps
  try {
    const parsed = await parser.parseString(xml);
    const kind = /<rdf:RDF/i.test(xml.slice(0, 2_000))
      ? 'rdf'
      : /<feed[\s>]/i.test(xml.slice(0, 2_000))
        ? 'atom'
        : 'rss';
    const feed: Feed = {
      title: textOf(parsed.title),
      url: textOf(parsed.link),
      language: textOf(parsed.language),
      kind,
    };
    return {
      feed,
      entries: parsed.items.map((item) => ofParsed(item as unknown as Record<string, unknown>)),
    }; // its own type lacks the custom fields
  } catch (error) {
    problems.push(
      `not well-formed: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`.slice(0, 120),
    );
    return null;
  }
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.trim() : null;

function ofParsed(item: Record<string, unknown>): FeedEntry {
  const enclosure = item.enclosure as { url?: string; type?: string } | undefined;
  return {
    id: textOf(item.guid) ?? textOf(item.id) ?? textOf(item['rdf:about']),
    url: textOf(item.link),
    title: textOf(item.title),
    summary: textOf(item.summary) ?? textOf(item.content) ?? textOf(item.description),
    content: textOf(item.encoded) ?? textOf(item['content:encoded']),
    author: textOf(item.creator) ?? textOf(item.author),
    publishedAt: textOf(item.pubDate) ?? textOf(item.dcDate),
    updatedAt: textOf(item.updated),
    categories: Array.isArray(item.categories)
      ? item.categories.flatMap(
          (category) => textOf(category) ?? textOf((category as { _?: unknown } | null)?._) ?? [],
        )
      : [],
    enclosures: enclosure?.url ? [{ url: enclosure.url, type: enclosure.type ?? null }] : [],
  };
}

/** Fields the strict reading lacks are filled from the tolerant one, item by item when both see the same items. */
function combine(
  strict: { feed: Feed; entries: FeedEntry[] },
  tolerant: { feed: Feed; entries: FeedEntry[] },
) {
  if (strict.entries.length !== tolerant.entries.length)
    return strict.entries.length > tolerant.entries.length ? strict : tolerant;
  const fill = <T extends object>(first: T, second: T): T => {
    const filled = Object.entries(first).map(([key, value]) => [
      key,
      value === null || (Array.isArray(value) && value.length === 0)
        ? (second as Record<string, unknown>)[key]
        : value,
    ]);
    return Object.fromEntries(filled) as T; // the keys of T with its own values
  };
  const entries = strict.entries.map((entry, at) => {
    const other = tolerant.entries[at];
    return other
      ? {
          ...fill(entry, other),
          content: other.content ?? entry.content,
          summary: other.summary ?? entry.summary,
        }
      : entry;
  });
  return { feed: fill(strict.feed, tolerant.feed), entries };
}

/** Links absolute, dates in ISO 8601, titles as plain text; the kind of damage is named once. */
function finish(
  read: { feed: Feed; entries: FeedEntry[] },
  input: FeedInput,
  problems: string[],
): FeedResult {
  const zone = { timeZone: input.timeZone ?? 'UTC' };
  const date = (text: string | null) => {
    if (!text) return null;
    const parsed = parseDateTime(text, zone)?.iso ?? null;
    if (!parsed && !problems.includes('unreadable dates')) problems.push('unreadable dates');
    return parsed;
  };
  const base = input.url ?? read.feed.url;
  const link = (url: string | null) => {
    const absolute = resolve(url, base);
    if (url && absolute && !/^https?:/i.test(url) && !problems.includes('relative links'))
      problems.push('relative links');
    return absolute;
  };
  const html = (text: string | null) => {
    if (text === null) return null;
    const plain = unescapeTags(text);
    if (plain !== text && !problems.includes('double-encoded HTML')) problems.push('double-encoded HTML');
    return plain;
  };
  const entries = read.entries.map((entry) => ({
    ...entry,
    summary: html(entry.summary),
    content: html(entry.content),
    url: link(entry.url),
    title: tidy(entry.title),
    author: tidy(entry.author),
    publishedAt: date(entry.publishedAt),
    updatedAt: date(entry.updatedAt),
    categories: entry.categories.flatMap((category) => tidy(category) ?? []),
  }));
  const feed = { ...read.feed, title: tidy(read.feed.title), url: resolve(read.feed.url, input.url) };
  return { feed, entries, problems };
}

function resolve(url: string | null, base: string | null): string | null {
  if (!url) return null;
  try {
    const absolute = new URL(url.trim(), base ?? undefined);
    return /^https?:$/.test(absolute.protocol) ? absolute.href : null;
  } catch {
    return null;
  }
}
