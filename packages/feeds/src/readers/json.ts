import { line } from './fields.ts';
import { mendJson } from './mend-json.ts';
import { personName } from './people.ts';
import { blankFeed, type RawDate, type RawEntry, type RawFeed } from './raw.ts';

type Json = Record<string, unknown>;

const text = (value: unknown): string | null => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}; // any of its members may be missing
const date = (field: string, value: unknown): RawDate[] => {
  const words = text(value);
  return words === null ? [] : [{ field, text: words }];
};

/** JSON Feed 1.0 and 1.1. Null when the document is no such feed. */
export function readJson(document: string): { feed: RawFeed; problems: Set<string> } | null {
  const problems = new Set<string>();
  const root = object(parse(document, problems));
  if (!Array.isArray(root.items)) return null;
  const items = root.items.filter((item) => typeof item === 'object' && item !== null).map(object);
  const next = text(root.next_url);
  const [first] = items;
  const feed: RawFeed = {
    ...blankFeed('json'),
    published: date('date_published', first?.date_published), // it has no date of its own: the newest item's
    updated: date('date_modified', first?.date_modified),
    title: line(text(root.title)),
    url: text(root.home_page_url),
    language: text(root.language),
    author: authorsOf(root)[0] ?? null,
    self: text(root.feed_url),
    hubs: list(root.hubs).flatMap((hub) => text(object(hub).url) ?? []),
    pointers: next ? [{ url: next, rel: 'next' }] : [],
    entries: items.map(readItem),
  };
  return { feed, problems };
}

function parse(document: string, problems: Set<string>): unknown {
  try {
    return JSON.parse(document);
  } catch {
    const mended = mendJson(document);
    if (mended) problems.add(mended.problem);
    return mended?.value;
  }
}

function readItem(item: Json): RawEntry {
  const files = list(item.attachments)
    .map(object)
    .flatMap((file) => {
      const url = text(file.url);
      const length = typeof file.size_in_bytes === 'number' ? file.size_in_bytes : null;
      return url ? { url, type: text(file.mime_type), length } : [];
    });
  const image = text(item.image) ?? text(item.banner_image);
  return {
    id: text(item.id),
    url: text(item.url) ?? text(item.external_url),
    title: line(text(item.title)),
    summary: text(item.summary),
    content: text(item.content_html) ?? text(item.content_text),
    authors: authorsOf(item),
    published: date('date_published', item.date_published),
    updated: date('date_modified', item.date_modified),
    categories: [...new Set(list(item.tags).flatMap((tag) => line(text(tag)) ?? []))],
    enclosures: files.length > 0 || image === null ? files : [{ url: image, type: 'image', length: null }],
  };
}

/** Version 1.1 has a list; 1.0 had one author. */
function authorsOf(holder: Json): string[] {
  const listed = Array.isArray(holder.authors) ? list(holder.authors) : [holder.authors];
  const people = [...listed, holder.author].map((author) =>
    personName(text(object(author).name) ?? text(author)),
  );
  return [...new Set(people.flatMap((name) => name ?? []))];
}
