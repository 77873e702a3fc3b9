import type { XmlDocument, XmlNode } from '../xml/scan.ts';
import { childrenOf, dates, deepChildren, field, line } from './fields.ts';
import { blankEntry, blankFeed, type RawEntry, type RawFeed } from './raw.ts';

/** Sitemaps, with Google's news and image elements. */
export function readSitemap(document: XmlDocument, root: XmlNode): RawFeed {
  const urls = deepChildren(root, 'url');
  const publication = urls
    .flatMap((url) => childrenOf(url, 'news:news'))
    .flatMap((news) => childrenOf(news, 'news:publication'))[0];
  const about = (name: string) => (publication ? line(field(document, publication, [name])?.text) : null);
  return {
    ...blankFeed('sitemap'),
    title: about('news:name'),
    language: about('news:language'),
    entries: urls.map((url) => readUrl(document, url)),
  };
}

/** A list of sitemaps has no entries: it points to where they are. */
export function readSitemapIndex(document: XmlDocument, root: XmlNode): RawFeed {
  const pointers = deepChildren(root, 'sitemap').flatMap((sitemap) => {
    const url = field(document, sitemap, ['loc'])?.text;
    return url ? { url, rel: 'sitemap' as const, updated: dates(document, sitemap, ['lastmod']) } : [];
  });
  return { ...blankFeed('sitemap'), pointers };
}

function readUrl(document: XmlDocument, node: XmlNode): RawEntry {
  const news = childrenOf(node, 'news:news')[0] ?? node;
  const url = field(document, node, ['loc'])?.text ?? null;
  const keywords = field(document, news, ['news:keywords'])?.text.split(/[,،]/) ?? [];
  return {
    ...blankEntry,
    id: url,
    url,
    title: line(field(document, news, ['news:title'])?.text),
    published: dates(document, news, ['news:publication_date']),
    updated: dates(document, node, ['lastmod']),
    categories: [...new Set(keywords.flatMap((word) => line(word) ?? []))],
    enclosures: childrenOf(node, 'image:image').flatMap((image) => {
      const address = field(document, image, ['image:loc'])?.text;
      return address ? { url: address, type: 'image', length: null } : [];
    }),
  };
}
