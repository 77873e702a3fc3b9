import { baseWithin } from '../html-links.ts';
import type { XmlDocument, XmlNode } from '../xml/scan.ts';
import { textOf } from '../xml/text.ts';
import { childrenOf, dates, deepChildren, field, line, texts } from './fields.ts';
import { atomLinks, hrefOf, hrefsOf, plainLink } from './links.ts';
import { enclosuresOf } from './media.ts';
import { people } from './people.ts';
import { blankFeed, type RawEntry, type RawFeed } from './raw.ts';
import { ttlOf } from './ttl.ts';

/** Where each field of an item is looked for, best first; the order is that of gofeed, with what others add behind it. */
const places = {
  title: ['title', 'dc:title', 'atom:title', 'itunes:title', 'media:title'],
  summary: [
    'description',
    'dc:description',
    'itunes:summary',
    'atom:summary',
    'summary',
    'media:description',
  ],
  content: [
    'content:encoded',
    'atom:content',
    'content',
    'fulltext',
    'full-text',
    'fullitem',
    'xhtml:body',
    'body',
  ],
  authors: ['author', 'dc:author', 'dc:creator', 'itunes:author', 'atom:author', 'creator'],
  published: [
    'pubdate',
    'dc:date',
    'atom:published',
    'dcterms:created',
    'dcterms:issued',
    'published',
    'date',
  ],
  updated: ['dc:date', 'atom:updated', 'dcterms:modified', 'updated', 'modified', 'lastmod'],
} as const;

const channelPlaces = {
  title: ['title', 'dc:title'],
  language: ['language', 'dc:language'],
  author: ['managingeditor', 'webmaster', 'dc:author', 'dc:creator', 'itunes:author'],
  published: ['pubdate'],
  updated: ['lastbuilddate', 'dc:date', 'atom:updated', 'dcterms:modified'],
} as const;

/** RSS 0.9x to 2.0 and RDF. */
export function readRss(document: XmlDocument, root: XmlNode): RawFeed {
  const kind = root.name.startsWith('rdf') ? 'rdf' : 'rss';
  const channel = root.name === 'channel' ? root : (childrenOf(root, 'channel')[0] ?? root);
  const base = baseWithin(channel.attributes, baseWithin(root.attributes, null));
  const links = atomLinks(document, channel, 'atom:link');
  const moved = field(document, channel, ['itunes:new-feed-url'])?.text;
  const nextPages = hrefsOf(links, 'next').map((url) => ({ url, rel: 'next' as const }));
  return {
    ...blankFeed(kind),
    title: line(field(document, channel, channelPlaces.title)?.text),
    url: plainLink(document, channel, base) ?? hrefOf(links, 'alternate'),
    language:
      field(document, channel, channelPlaces.language)?.text ??
      channel.attributes['xml:lang'] ??
      root.attributes['xml:lang'] ??
      null,
    author: people(document, channel, channelPlaces.author)[0] ?? null,
    published: dates(document, channel, channelPlaces.published),
    updated: dates(document, channel, channelPlaces.updated),
    self: hrefOf(links, 'self'),
    hubs: hrefsOf(links, 'hub'),
    ttlMinutes: ttlOf(document, channel),
    pointers: [...(moved ? [{ url: moved, rel: 'moved' as const }] : []), ...nextPages],
    entries: deepChildren(root, 'item').map((item) => readItem(document, item, base)),
  };
}

function readItem(document: XmlDocument, item: XmlNode, around: string | null): RawEntry {
  const base = baseWithin(item.attributes, around);
  const guid = childrenOf(item, 'guid')[0];
  const id = guid ? textOf(document, guid) || null : (field(document, item, ['atom:id'])?.text ?? null);
  return {
    id,
    url: linkOf(document, item, base) ?? (guid ? permanentAddress(id, guid) : null),
    title: line(field(document, item, places.title)?.text),
    summary: field(document, item, places.summary)?.text ?? null,
    content: field(document, item, places.content)?.text ?? null,
    authors: people(document, item, places.authors),
    published: dates(document, item, places.published),
    updated: dates(document, item, places.updated),
    categories: categoriesOf(document, item),
    enclosures: enclosuresOf(item),
  };
}

/** FeedBurner's own link goes through a server of theirs; they keep the article's beside it. */
function linkOf(document: XmlDocument, item: XmlNode, base: string | null): string | null {
  const link = plainLink(document, item, base) ?? hrefOf(atomLinks(document, item, 'atom:link'), 'alternate');
  if (link === null || /^https?:\/\/(?:feedproxy\.google|feeds\.feedburner)\.com\//i.test(link))
    return field(document, item, ['feedburner:origlink'])?.text ?? link;
  return link;
}

function permanentAddress(id: string | null, guid: XmlNode): string | null {
  const isStated = (guid.attributes.ispermalink ?? 'true').trim().toLowerCase() !== 'false';
  return isStated && id !== null && /^https?:\/\/\S+$/i.test(id) ? id : null;
}

function categoriesOf(document: XmlDocument, item: XmlNode): string[] {
  const keywords = [...texts(document, item, 'itunes:keywords'), ...texts(document, item, 'media:keywords')];
  const all = [
    ...childrenOf(item, 'category').map((node) => textOf(document, node) || node.attributes.term),
    ...keywords.flatMap((words) => words.split(/[,،]/)),
    ...texts(document, item, 'dc:subject'),
    ...childrenOf(item, 'atom:category').map(({ attributes }) => attributes.label || attributes.term),
    ...childrenOf(item, 'itunes:category')
      .flatMap((category) => [category, ...childrenOf(category, 'itunes:category')])
      .map(({ attributes }) => attributes.text),
    ...texts(document, item, 'media:category'),
  ];
  return [...new Set(all.flatMap((category) => line(category) ?? []))];
}
