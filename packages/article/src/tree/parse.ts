import type { Document, Element } from 'domhandler';
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { createNodes } from './nodes.ts';
import { createOpenElements } from './open-elements.ts';
import { bodyTags, closedBy, mutedTags, voidTags } from './tags.ts';
import { tokenize } from './tokenize.ts';

export type Tree = {
  document: Document;
  /** Elements of the names that metadata is read from, in order. */
  named: ReadonlyMap<string, readonly Element[]>;
  /** Whether the page had more nodes than any page needs and the rest was left out. */
  isCut: boolean;
};

const indexed = ['meta', 'title', 'link', 'script', 'time', 'h1', 'html', 'img'];
const maxIndexed = 2_000; // of one name; a page of metadata alone is no article

/** HTML to a tree of domhandler nodes, in linear time, with at most a fixed number of nodes. */
export function parseHtml(html: string): Tree {
  const nodes = createNodes();
  const elements = createOpenElements(nodes.document);
  const named = new Map<string, Element[]>(indexed.map((name) => [name, []]));
  let drawings = 0;

  const open = (name: string, attribs: Record<string, string>, isSelfClosing: boolean) => {
    const closes = closedBy.get(name);
    if (closes)
      for (let top = elements.top(); top !== null && closes.has(top); top = elements.top()) elements.pop();
    if (bodyTags.has(name) && elements.top() === 'head') elements.pop();
    const parent = elements.parent();
    if (parent === null || mutedTags.has(name)) {
      // Drawings close their parts with "/>"; in HTML the sign means nothing.
      if (voidTags.has(name) || (isSelfClosing && (drawings > 0 || name === 'svg'))) return;
      if (name === 'svg') drawings++;
      elements.push(name, null);
      return;
    }
    for (const key in attribs) {
      const value = attribs[key];
      if (value?.includes('&')) attribs[key] = decodeHTMLAttribute(value);
    }
    const node = nodes.element(parent, name, attribs);
    const list = named.get(name);
    if (list && list.length < maxIndexed) list.push(node);
    if (!voidTags.has(name)) elements.push(name, node);
  };
  const close = (name: string) => {
    const isOpen = elements.close(name);
    if (name === 'svg') drawings = 0;
    if (isOpen || (name !== 'p' && name !== 'br')) return;
    const parent = elements.parent(); // a </p> that closes nothing still ends a line
    if (parent) nodes.element(parent, 'br', {});
  };
  const text = (data: string, isRaw: boolean) => {
    const parent = elements.parent();
    if (parent) nodes.text(parent, !isRaw && data.includes('&') ? decodeHTML(data) : data);
  };
  tokenize(html, { open, close, text, isDone: nodes.isFull });
  return { document: nodes.document, named, isCut: nodes.isFull() };
}
