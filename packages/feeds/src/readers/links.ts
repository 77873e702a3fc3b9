import { baseWithin, folderOf, resolveLink } from '../html-links.ts';
import type { XmlDocument, XmlNode } from '../xml/scan.ts';
import { decode, textOf } from '../xml/text.ts';
import { childrenOf } from './fields.ts';

export type Link = {
  href: string;
  rel: string;
  type: string | null;
  length: number | null;
  title: string | null;
};

/** Atom's links, in an Atom feed or in another as `atom:link`; some write the address between the tags. */
export function atomLinks(document: XmlDocument, node: XmlNode, name: 'link' | 'atom:link'): Link[] {
  return childrenOf(node, name).flatMap((link) => {
    const { attributes } = link;
    const href = attributes.href ?? textOf(document, link);
    if (attributes.href === undefined && href === '') return [];
    return {
      href: href.trim(),
      rel: (attributes.rel || 'alternate').trim().toLowerCase(),
      type: attributes.type || null,
      length: sizeOf(attributes.length),
      title: attributes.title || null,
    };
  });
}

/** The address of a `<link>`: its words, or its href. Of several, the last counts, as other readers have it. */
export function plainLink(document: XmlDocument, node: XmlNode, around: string | null = null): string | null {
  const links = childrenOf(node, 'link').flatMap((link) => {
    const rel = (link.attributes.rel ?? 'alternate').toLowerCase();
    const address =
      textOf(document, link) ||
      (rel === 'alternate' && link.attributes.href?.trim()) ||
      spilled(document, link);
    const base = baseWithin(link.attributes, around);
    if (!address) return [];
    return base === null ? address : (resolveLink(address, folderOf(base)) ?? address);
  });
  return links.at(-1) ?? null;
}

/** `<link/>https://…`: what an HTML serialiser makes of a link. */
function spilled(document: XmlDocument, link: XmlNode): string | null {
  if (link.start !== link.end) return null;
  const after = document.source.slice(link.end, link.end + 2_000).replace(/^<\/link>/i, '');
  const address = /^\s{0,20}(https?:\/\/[^\s<]+)/i.exec(after)?.[1];
  if (address) document.problems.add('links beside their element');
  return address ? decode(address) : null;
}

export const hrefOf = (links: readonly Link[], rel: string): string | null =>
  links.find((link) => link.rel === rel)?.href ?? null;

export const hrefsOf = (links: readonly Link[], rel: string): string[] =>
  links.filter((link) => link.rel === rel).map(({ href }) => href);

/** Bytes; null when the feed gives no number. */
export function sizeOf(text: string | undefined): number | null {
  const size = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(size) && size > 0 ? size : null;
}
