import type { XmlDocument, XmlNode } from '../xml/scan.ts';
import { decode, textOf } from '../xml/text.ts';
import type { RawDate } from './raw.ts';

export const childrenOf = (node: XmlNode, name: string): XmlNode[] =>
  node.children.filter((child) => child.name === name);

/** The first of the named elements, in the order of the names, that says something. */
export function field(document: XmlDocument, node: XmlNode, names: readonly string[]): Found | null {
  for (const name of names) {
    for (const child of node.children) {
      if (child.name !== name) continue;
      const text = textOf(document, child);
      if (text) return { name, text };
    }
  }
  return null;
}

export type Found = { name: string; text: string };

/** What the named elements say that may hold a date, in the order of the names. */
export const dates = (document: XmlDocument, node: XmlNode, names: readonly string[]): RawDate[] =>
  names.flatMap((field) => texts(document, node, field).map((text) => ({ field, text })));

export const texts = (document: XmlDocument, node: XmlNode, name: string): string[] =>
  childrenOf(node, name)
    .map((child) => textOf(document, child))
    .filter(Boolean);

/**
 * A line of words without the references that were encoded once too often ("&amp;quot;"). What would become a tag stays
 * as it is: nobody knows whether the feed shows one or has one.
 */
export function line(text: string | null | undefined): string | null {
  const trimmed = text?.trim();
  if (!trimmed) return null;
  if (!trimmed.includes('&') || /&lt;\s?[a-z/!]/i.test(trimmed)) return trimmed;
  return decode(trimmed).trim() || null;
}

/** Elements of a name at any depth, in the order of the document; not those within another of that name. */
export function deepChildren(node: XmlNode, name: string): XmlNode[] {
  const found: XmlNode[] = [];
  const open: { node: XmlNode; next: number }[] = [{ node, next: 0 }];
  for (let last = open.at(-1); last; last = open.at(-1)) {
    const child = last.node.children[last.next++];
    if (!child) open.pop();
    else if (child.name === name) found.push(child);
    else if (child.children.length > 0) open.push({ node: child, next: 0 });
  }
  return found;
}
