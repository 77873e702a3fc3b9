import { attribute } from './discover.ts';
import type { Source, SourceEntry } from './schema.ts';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The catalogue as OPML 2.0, for feed readers: a folder a country, tags as categories. */
export function toOpml(sources: readonly Source[]): string {
  const folders = new Map<string, Source[]>();
  for (const source of sources) {
    const country = source.outlet.country ?? '';
    folders.set(country, [...(folders.get(country) ?? []), source]);
  }
  const lines = [...folders].flatMap(([country, list]) =>
    country === '' ? list.map((source) => `    ${outline(source)}`) : folder(country, list),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head><title>Rasid</title></head>\n  <body>\n${lines.join('\n')}\n  </body>\n</opml>\n`;
}

const folder = (country: string, sources: readonly Source[]): string[] => [
  `    <outline text="${country}">`,
  ...sources.map((source) => `      ${outline(source)}`),
  '    </outline>',
];

function outline({ outlet, feed, language, tags }: Source): string {
  const attributes = {
    type: 'rss',
    text: outlet.name.ar,
    title: outlet.name.en,
    xmlUrl: feed,
    language,
    category: tags.join(','),
  };
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value ? [`${name}="${escapeXml(value)}"`] : [],
  );
  return `<outline ${written.join(' ')}/>`;
}

/** Feeds of an OPML file as entries of a catalogue. Folders and categories become tags; a folder of two capitals is a country. */
export function fromOpml(opml: string): { sources: SourceEntry[]; problems: string[] } {
  const problems: string[] = [];
  const sources: SourceEntry[] = [];
  const taken = new Set<string>();
  const folders: string[] = [];
  for (const [tag] of opml.matchAll(
    /<\/outline\s{0,10}>|<outline\b(?:[^>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,200}>/gi,
  )) {
    if (tag.startsWith('</')) {
      folders.pop();
      continue;
    }
    const feed = attribute(tag, 'xmlUrl');
    const name = attribute(tag, 'title') || attribute(tag, 'text');
    if (!tag.endsWith('/>')) folders.push(feed ? '' : name);
    if (!feed) continue;
    if (!/^https?:\/\/./i.test(feed) || !URL.canParse(feed)) {
      problems.push(`not a web address: ${feed}`);
      continue;
    }
    const id = idFor(name, feed, taken);
    taken.add(id);
    sources.push(entryOf(tag, { id, feed, name: name || id }, folders));
  }
  return { sources, problems };
}

function entryOf(
  tag: string,
  known: { id: string; feed: string; name: string },
  folders: readonly string[],
): SourceEntry {
  const country = folders.find((name) => /^[A-Z]{2}$/.test(name)) ?? null;
  const named = folders.filter((name) => name !== '' && name !== country);
  const categories = attribute(tag, 'category')
    .split(',')
    .map((text) => text.trim().replace(/^\//, ''));
  const tags = [...new Set([...named, ...categories].filter(Boolean))];
  const language = attribute(tag, 'language').toLowerCase().slice(0, 2);
  return {
    id: known.id,
    outlet: { id: known.id, name: { ar: attribute(tag, 'text') || known.name, en: known.name }, country },
    feed: known.feed,
    ...(language.length === 2 && language !== 'ar' ? { language } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  };
}

/** An id that is not taken, from a name in Latin letters or from the host. */
export function idFor(name: string, feed: string, taken: ReadonlySet<string>): string {
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50);
  const base = slug(name) || slug(new URL(feed).hostname.replace(/^(?:www|feeds|rss)\./, '')) || 'source';
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}
