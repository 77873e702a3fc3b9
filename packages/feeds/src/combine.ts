import type { RawEntry, RawFeed } from './readers/raw.ts';

/**
 * Two readings of one document as one. Where they agree on the items, the tolerant one has every field as the feed
 * writes it, and rss-parser's fills what it has not; where rss-parser saw more items, its list counts.
 */
export function combine(strict: RawEntry[], tolerant: RawFeed, problems: Set<string>): RawFeed {
  if (strict.length > tolerant.entries.length) {
    problems.add(`two readings: ${strict.length} and ${tolerant.entries.length} items`);
    return { ...tolerant, entries: strict };
  }
  if (strict.length < tolerant.entries.length || tolerant.kind === 'atom') return tolerant;
  const entries = tolerant.entries.map((entry, at) => fill(entry, strict[at]));
  return { ...tolerant, entries };
}

/** Not the address or the id: rss-parser takes an enclosure's or a guid's for want of one. */
function fill(entry: RawEntry, other: RawEntry | undefined): RawEntry {
  if (!other) return entry;
  return {
    ...entry,
    title: entry.title ?? other.title,
    summary: entry.summary ?? other.summary,
    content: entry.content ?? other.content,
    published: entry.published.length > 0 ? entry.published : other.published,
    authors: entry.authors.length > 0 ? entry.authors : other.authors,
  };
}
