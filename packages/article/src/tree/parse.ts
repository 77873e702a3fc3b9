import { type Document, type Element, isTag, type ParentNode } from 'domhandler';
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { blockTags } from '../text/words.ts';
import { createNodes } from './nodes.ts';
import { createOpenElements } from './open-elements.ts';
import { tagOf } from './tags.ts';
import { tokenize } from './tokenize.ts';

export type Tree = {
  document: Document;
  /** Elements of the names that metadata is read from, in order. */
  named: ReadonlyMap<string, readonly Element[]>;
  /** Whether the page had more nodes than any page needs and the rest was left out. */
  isCut: boolean;
};

const maxIndexed = 2_000; // of one name; a page of metadata alone is no article

/** HTML to a tree of domhandler nodes, in linear time, with at most a fixed number of nodes. */
export function parseHtml(html: string): Tree {
  const nodes = createNodes();
  const elements = createOpenElements(nodes.document);
  const named = new Map<string, Element[]>();
  let drawings = 0;

  const open = (written: string, attribs: Record<string, string>, isSelfClosing: boolean) => {
    const tag = tagOf(written);
    const { closes, name } = tag;
    if (closes !== null)
      for (let top = elements.top(); top !== null && closes.has(top); top = elements.top()) elements.pop();
    if (tag.isBody && elements.top() === 'head') elements.pop();
    const parent = elements.parent();
    if (parent === null || tag.isMuted) {
      // Drawings close their parts with "/>"; in HTML the sign means nothing.
      if (tag.isVoid || (isSelfClosing && (drawings > 0 || name === 'svg'))) return;
      if (name === 'svg') drawings++;
      elements.push(tag, null);
      return;
    }
    const node = nodes.element(parent, name, decoded(attribs));
    if (tag.isIndexed) index(named, name, node);
    if (!tag.isVoid) elements.push(tag, node);
  };
  const close = (written: string) => {
    const tag = tagOf(written);
    const isOpen = elements.close(tag);
    if (tag.name === 'svg') drawings = 0;
    if (isOpen || (tag.name !== 'p' && tag.name !== 'br')) return;
    const parent = elements.parent(); // a </p> that closes nothing still ends a line
    if (parent) nodes.element(parent, 'br', {});
  };
  const text = (data: string, isRaw: boolean) => {
    const parent = elements.parent();
    if (parent === null || (data.charCodeAt(0) <= space && isLayout(data, parent))) return;
    nodes.text(parent, !isRaw && data.includes('&') ? decodeHTML(data) : data);
  };
  tokenize(html, { open, close, text, isDone: nodes.isFull });
  return { document: nodes.document, named, isCut: nodes.isFull() };
}

const space = 32;

/** Whether a text is only the space between the tags of blocks: a third of all texts, and part of none. */
function isLayout(data: string, parent: ParentNode): boolean {
  if (data.trim() !== '') return false;
  if (!isTag(parent) || !blockTags.has(parent.name)) return false;
  const last = parent.children[parent.children.length - 1];
  return last === undefined || (isTag(last) && blockTags.has(last.name));
}

function decoded(attribs: Record<string, string>): Record<string, string> {
  for (const name in attribs) {
    const value = attribs[name];
    if (value?.includes('&')) attribs[name] = decodeHTMLAttribute(value);
  }
  return attribs;
}

function index(named: Map<string, Element[]>, name: string, node: Element): void {
  const list = named.get(name);
  if (!list) named.set(name, [node]);
  else if (list.length < maxIndexed) list.push(node);
}
