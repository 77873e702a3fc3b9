import type { Element, ParentNode } from 'domhandler';
import { isTag } from 'domhandler';
import { getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Feed, FeedEntry, FeedKind } from './feed.ts';

const kinds: Record<string, FeedKind> = {
  rss: 'rss',
  channel: 'rss',
  feed: 'atom',
  'rdf:rdf': 'rdf',
  urlset: 'sitemap',
};
const maxEntries = 5_000; // a feed is a window on news, not an archive

/** Reads what strict parsers refuse: cut off, with bare ampersands, doubled attributes, unclosed tags. Null when it is no feed. */
export function readTolerantly(xml: string): { feed: Feed; entries: FeedEntry[] } | null {
  const document = parseDocument(xml, { xmlMode: true, decodeEntities: true, lowerCaseTags: true });
  const root = document.children.find(
    (node): node is Element => isTag(node) && kinds[node.name] !== undefined,
  );
  const kind = root && kinds[root.name];
  if (!root || !kind) return null;
  const items = getElementsByTagName(
    kind === 'atom' ? 'entry' : kind === 'sitemap' ? 'url' : 'item',
    root,
    true,
    maxEntries,
  );
  const channel = getElementsByTagName('channel', root, true, 1)[0] ?? root;
  const feed = {
    title: field(channel, 'title'),
    url: linkOf(channel),
    language: field(channel, 'language', 'dc:language') ?? root.attribs['xml:lang'] ?? null,
    kind,
  };
  return { feed, entries: items.map((item) => (kind === 'sitemap' ? ofSitemap(item) : ofItem(item))) };
}

const childrenOf = (parent: ParentNode, name: string): Element[] =>
  parent.children.filter((node): node is Element => isTag(node) && node.name === name);

/** Text of the first child with one of the names; XHTML content keeps its tags as text. */
function field(parent: ParentNode, ...names: string[]): string | null {
  for (const name of names) {
    const element = childrenOf(parent, name)[0];
    const text = element ? textContent(element).trim() : '';
    if (text) return text;
  }
  return null;
}

function linkOf(parent: ParentNode): string | null {
  const links = childrenOf(parent, 'link');
  const chosen =
    links.find((link) => link.attribs.href && (link.attribs.rel ?? 'alternate') === 'alternate') ??
    links.find((link) => textContent(link).trim());
  return chosen?.attribs.href?.trim() ?? (chosen ? textContent(chosen).trim() || null : null);
}

function ofItem(item: Element): FeedEntry {
  const guid = childrenOf(item, 'guid')[0];
  const guidText = guid ? textContent(guid).trim() : null;
  const isPermanent = guid && guid.attribs.ispermalink !== 'false' && guid.attribs.isPermaLink !== 'false';
  const author = childrenOf(item, 'author')[0];
  return {
    id: guidText || field(item, 'id') || item.attribs['rdf:about'] || null,
    url: linkOf(item) ?? (isPermanent && /^https?:/.test(guidText ?? '') ? guidText : null),
    title: field(item, 'title'),
    summary: field(item, 'description', 'summary'),
    content: field(item, 'content:encoded', 'content'),
    author:
      field(item, 'dc:creator') ??
      (author ? (field(author, 'name') ?? (textContent(author).trim() || null)) : null),
    publishedAt: field(item, 'pubdate', 'published', 'dc:date', 'date', 'issued'),
    updatedAt: field(item, 'updated', 'modified'),
    categories: childrenOf(item, 'category').flatMap(
      (category) => category.attribs.term ?? (textContent(category).trim() || []),
    ),
    enclosures: childrenOf(item, 'enclosure').flatMap(({ attribs }) =>
      attribs.url ? { url: attribs.url, type: attribs.type ?? null } : [],
    ),
  };
}

function ofSitemap(item: Element): FeedEntry {
  const url = field(item, 'loc');
  const news = childrenOf(item, 'news:news')[0];
  return {
    id: url,
    url,
    title: news ? field(news, 'news:title') : null,
    summary: null,
    content: null,
    author: null,
    publishedAt: news ? field(news, 'news:publication_date') : null,
    updatedAt: field(item, 'lastmod'),
    categories: (news ? (field(news, 'news:keywords') ?? '') : '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
    enclosures: [],
  };
}
