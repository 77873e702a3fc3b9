import type { Feed, FeedEntry } from './feed.ts';

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : null;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** JSON Feed 1.0 and 1.1. Null when the document is no such feed. */
export function readJsonFeed(document: string): { feed: Feed; entries: FeedEntry[] } | null {
  let root: Record<string, unknown>;
  try {
    root = object(JSON.parse(document));
  } catch {
    return null;
  }
  if (!Array.isArray(root.items)) return null;
  const feed: Feed = {
    title: text(root.title),
    url: text(root.home_page_url),
    language: text(root.language),
    kind: 'json',
  };
  return { feed, entries: list(root.items).map((item) => ofItem(object(item))) };
}

function ofItem(item: Record<string, unknown>): FeedEntry {
  const authors = [object(item.author), ...list(item.authors).map(object)].flatMap(
    (author) => text(author.name) ?? [],
  );
  return {
    id: text(item.id),
    url: text(item.url) ?? text(item.external_url),
    title: text(item.title),
    summary: text(item.summary),
    content: text(item.content_html) ?? text(item.content_text),
    author: authors[0] ?? null,
    publishedAt: text(item.date_published),
    updatedAt: text(item.date_modified),
    categories: list(item.tags).flatMap((tag) => text(tag) ?? []),
    enclosures: list(item.attachments)
      .map(object)
      .flatMap((file) => (text(file.url) ? { url: text(file.url) ?? '', type: text(file.mime_type) } : [])),
  };
}
