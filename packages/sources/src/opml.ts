import type { Source } from './schema.ts';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const unescapeXml = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The catalogue as OPML 2.0, for feed readers. */
export function toOpml(sources: readonly Source[]): string {
  const outlines = sources.map(
    (source) =>
      `    <outline type="rss" text="${escapeXml(source.outlet.name.ar)}" title="${escapeXml(source.outlet.name.en)}" xmlUrl="${escapeXml(source.feed)}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head><title>Rasid</title></head>\n  <body>\n${outlines.join('\n')}\n  </body>\n</opml>\n`;
}

/** Feeds of an OPML file as entries of a catalogue; what OPML does not know gets a default to look over. */
export function fromOpml(opml: string): { sources: Source[]; problems: string[] } {
  const problems: string[] = [];
  const sources: Source[] = [];
  for (const [tag] of opml.matchAll(/<outline\b[^>]{0,4000}>/gi)) {
    const attribute = (name: string) =>
      unescapeXml(new RegExp(`\\b${name}\\s?=\\s?"([^"]{0,2000})"`, 'i').exec(tag)?.[1] ?? '').trim();
    const feed = attribute('xmlUrl');
    if (!feed) continue;
    if (!/^https?:\/\//.test(feed)) {
      problems.push(`not a web address: ${feed}`);
      continue;
    }
    const title = attribute('title') || attribute('text') || feed;
    const id = idOf(title, feed, new Set(sources.map((source) => source.id)));
    sources.push({
      id,
      outlet: { id, name: { ar: attribute('text') || title, en: title }, country: null },
      kind: 'other',
      language: 'ar',
      timeZone: 'Asia/Riyadh',
      feed,
      tags: [],
      paused: false,
      headers: {},
      minIntervalMs: 120_000,
      maxIntervalMs: 86_400_000,
    });
  }
  return { sources, problems };
}

function idOf(title: string, feed: string, taken: ReadonlySet<string>): string {
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50);
  const base = slug(title) || slug(new URL(feed).hostname) || 'source';
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}
