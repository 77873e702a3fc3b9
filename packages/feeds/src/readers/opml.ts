import type { XmlDocument, XmlNode } from '../xml/scan.ts';
import { childrenOf, deepChildren, field, line } from './fields.ts';
import { blankFeed, type RawFeed } from './raw.ts';

/** A list of feeds, as readers export it. */
export function readOpml(document: XmlDocument, root: XmlNode): RawFeed {
  const head = childrenOf(root, 'head')[0];
  return {
    ...blankFeed('opml'),
    title: head ? line(field(document, head, ['title'])?.text) : null,
    pointers: outlines(root).flatMap(({ attributes }) => {
      const url = attributes.xmlurl?.trim();
      return url ? { url, rel: 'feed' as const, title: attributes.title || attributes.text || null } : [];
    }),
  };
}

/** Outlines are nested: folders hold feeds. */
function outlines(node: XmlNode): XmlNode[] {
  return deepChildren(node, 'outline').flatMap((outline) => [outline, ...outlines(outline)]);
}
