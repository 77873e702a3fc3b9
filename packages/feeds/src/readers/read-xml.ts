import { nameReader } from '../xml/names.ts';
import { scanXml, type XmlDocument, type XmlNode } from '../xml/scan.ts';
import { readAtom } from './atom.ts';
import { readOpml } from './opml.ts';
import type { RawFeed } from './raw.ts';
import { readRedirect } from './redirect.ts';
import { readRss } from './rss.ts';
import { readSitemap, readSitemapIndex } from './sitemap.ts';

/** One reader for each root element. */
const readers: Record<string, (document: XmlDocument, root: XmlNode) => RawFeed> = {
  rss: readRss,
  'rdf:rdf': readRss,
  rdf: readRss,
  channel: readRss,
  feed: readAtom,
  urlset: readSitemap,
  sitemapindex: readSitemapIndex,
  opml: readOpml,
  redirect: readRedirect,
};

/** The tolerant reading of an XML document; null when it is none of the kinds. */
export function readXml(text: string): { feed: RawFeed; problems: Set<string> } | null {
  const document = scanXml(text, nameReader());
  const root = findRoot(document.top);
  const read = root && readers[root.name];
  return read ? { feed: read(document, root), problems: document.problems } : null;
}

/** The root, or the first known element a few levels down, where something has been wrapped around the feed. */
function findRoot(top: XmlNode): XmlNode | null {
  let level = top.children;
  for (let depth = 0; depth < 4; depth++) {
    const found = level.find(({ name }) => Object.hasOwn(readers, name));
    if (found) return found;
    level = level.flatMap(({ children }) => children).slice(0, 200); // a page is not searched to its end
  }
  return null;
}
