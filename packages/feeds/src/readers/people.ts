import type { XmlDocument, XmlNode } from '../xml/scan.ts';
import { textOf } from '../xml/text.ts';
import { childrenOf, field, line } from './fields.ts';

const longest = 300; // a byline, not a text

/** The person's name in "name@example.org (Name)", "Name (name@example.org)" and "Name <name@example.org>". */
export function personName(text: string | null): string | null {
  const plain = line(text);
  if (plain === null || plain.length > longest || !plain.includes('@')) return plain;
  const [, before = '', inside = ''] = /^([^()<>]*)[(<]([^()<>]*)[)>]$/.exec(plain) ?? [];
  const named = [before, inside]
    .map((part) => part.trim())
    .find((part) => part !== '' && !part.includes('@'));
  return named ?? plain;
}

const parts = /^(?:atom:)?(?:name|email|uri|url|homepage)$/;

/** `<author><name>…</name><email>…</email></author>`, or an author that is only words. */
export function personOf(document: XmlDocument, node: XmlNode): string | null {
  if (node.children.some(({ name }) => parts.test(name))) {
    const found = field(document, node, ['name', 'atom:name', 'email', 'atom:email']);
    return found && personName(found.text);
  }
  return personName(textOf(document, node));
}

/** The people of the first of the named elements that names any. */
export function people(document: XmlDocument, node: XmlNode, names: readonly string[]): string[] {
  for (const name of names) {
    const found = childrenOf(node, name).flatMap((child) => personOf(document, child) ?? []);
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}
