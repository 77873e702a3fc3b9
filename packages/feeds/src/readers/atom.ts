import { baseWithin, folderOf, resolveLink } from '../html-links.ts';
import type { XmlDocument, XmlNode } from '../xml/scan.ts';
import { textOf } from '../xml/text.ts';
import { atomText } from './atom-text.ts';
import { childrenOf, dates, deepChildren, field, line, texts } from './fields.ts';
import { atomLinks, hrefOf, hrefsOf, type Link } from './links.ts';
import { mediaOf } from './media.ts';
import { people } from './people.ts';
import { blankFeed, type RawEntry, type RawFeed } from './raw.ts';
import { ttlOf } from './ttl.ts';

/** Atom 0.3 and 1.0. */
export function readAtom(document: XmlDocument, root: XmlNode): RawFeed {
  const base = baseWithin(root.attributes, null);
  const links = linksOf(document, root, base);
  return {
    ...blankFeed('atom'),
    title: line(construct(document, root, ['title'], base)),
    url: hrefOf(links, 'alternate'),
    language: root.attributes['xml:lang'] ?? root.attributes.lang ?? null,
    author: people(document, root, ['author', 'dc:creator'])[0] ?? null,
    updated: dates(document, root, ['updated', 'modified']),
    self: hrefOf(links, 'self'),
    hubs: hrefsOf(links, 'hub'),
    ttlMinutes: ttlOf(document, root),
    pointers: hrefsOf(links, 'next').map((url) => ({ url, rel: 'next' as const })),
    entries: deepChildren(root, 'entry').map((entry) => readEntry(document, entry, base)),
  };
}

function readEntry(document: XmlDocument, entry: XmlNode, around: string | null): RawEntry {
  const base = baseWithin(entry.attributes, around);
  const links = linksOf(document, entry, base);
  const updated = dates(document, entry, ['updated', 'modified', 'dcterms:modified']);
  const published = dates(document, entry, ['published', 'issued', 'created', 'dc:date']);
  const files = links.filter(({ rel }) => rel === 'enclosure');
  const media = field(document, entry, ['content:encoded', 'media:description'])?.text ?? null;
  const group = childrenOf(entry, 'media:group')[0];
  return {
    id: idOf(document, entry, base),
    url: hrefOf(links, 'alternate') ?? contentAddress(entry),
    title: line(
      construct(document, entry, ['title'], base) ??
        field(document, entry, ['dc:title', 'media:title'])?.text,
    ),
    summary:
      construct(document, entry, ['summary'], base) ??
      (group ? (field(document, group, ['media:description'])?.text ?? null) : null),
    content: construct(document, entry, ['content'], base) ?? media,
    authors: people(document, entry, ['author', 'dc:creator']),
    published: [...published, ...updated], // RFC 4287 requires only the second
    updated,
    categories: categoriesOf(document, entry),
    enclosures:
      files.length > 0
        ? files.map(({ href, type, length }) => ({ url: href, type, length }))
        : mediaOf(entry),
  };
}

function linksOf(document: XmlDocument, node: XmlNode, base: string | null): Link[] {
  return atomLinks(document, node, 'link').map((link) => ({
    ...link,
    href:
      base === null
        ? link.href
        : (resolveLink(link.href, link.href === '' ? base : folderOf(base)) ?? link.href),
  }));
}

function construct(
  document: XmlDocument,
  node: XmlNode,
  names: readonly string[],
  around: string | null,
): string | null {
  for (const name of names) {
    for (const child of childrenOf(node, name)) {
      const base = baseWithin(child.attributes, around);
      const text = atomText(document, child, base && folderOf(base));
      if (text !== null) return text;
    }
  }
  return null;
}

/** An id is an IRI: it is never resolved, except where the feed states a base for it. */
function idOf(document: XmlDocument, entry: XmlNode, base: string | null): string | null {
  const id = field(document, entry, ['id'])?.text ?? null;
  return id === null || base === null ? id : (resolveLink(id, folderOf(base)) ?? id);
}

/** `<content src="…">` names the page where there is no link to it. */
const contentAddress = (entry: XmlNode): string | null =>
  childrenOf(entry, 'content').find(({ attributes }) => /^text\/html/i.test(attributes.type ?? ''))
    ?.attributes.src ?? null;

function categoriesOf(document: XmlDocument, entry: XmlNode): string[] {
  const own = childrenOf(entry, 'category').map(
    (node) => node.attributes.label || node.attributes.term || textOf(document, node),
  );
  return [
    ...new Set([...own, ...texts(document, entry, 'dc:subject')].flatMap((category) => line(category) ?? [])),
  ];
}
