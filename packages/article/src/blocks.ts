import type { ChildNode, Element, ParentNode } from 'domhandler';
import { hasChildren, isTag, isText } from 'domhandler';
import { articleWords, blockTags, junkTags, junkWords } from './words.ts';

/** A run of text between two block borders. */
export type Block = {
  text: string;
  tag: string;
  /** Letters inside links. */
  linked: number;
  parent: Element | null;
  /** Order on the page. */
  order: number;
};

const isSpace = /[ \t\r\n\f\u00a0]+/g;

/** Why an element is left out whole, or null. */
export function junkReason(element: Element): string | null {
  const { name, attribs } = element;
  if (junkTags.has(name)) return 'tag';
  if (attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return 'hidden';
  const style = attribs.style;
  if (style && /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test(style)) return 'hidden';
  const role = attribs.role;
  if (role && /^(?:navigation|banner|complementary|contentinfo|search|menu|dialog|alert|button)$/i.test(role))
    return 'role';
  if (name === 'body' || name === 'html' || name === 'main' || name === 'article') return null;
  const names = `${attribs.class ?? ''} ${attribs.id ?? ''}`.slice(0, 300);
  return names.length > 1 && junkWords.test(names) && !articleWords.test(names) ? 'name' : null;
}

type Frame = { nodes: ChildNode[]; at: number; element: Element | null; isLink: boolean };

/**
 * The blocks of text below a node in order. Iterative: a page may nest as deep as it likes.
 * With `byName` false, elements are not left out for what their class or id says.
 */
export function collectBlocks(root: ParentNode, options: { byName?: boolean } = {}): Block[] {
  const { byName = true } = options;
  const blocks: Block[] = [];
  let text = '';
  let linked = 0;
  let tag = 'body';
  let parent: Element | null = null;
  const flush = () => {
    const clean = text.replace(isSpace, ' ').trim();
    if (clean) blocks.push({ text: clean, tag, linked, parent, order: blocks.length });
    text = '';
    linked = 0;
  };
  const stack: Frame[] = [{ nodes: root.children, at: 0, element: isTag(root) ? root : null, isLink: false }];
  while (stack.length > 0) {
    const frame = stack[stack.length - 1];
    if (!frame) break;
    const node = frame.nodes[frame.at++];
    if (!node) {
      if (frame.element && blockTags.has(frame.element.name)) flush();
      stack.pop();
      continue;
    }
    if (isText(node)) {
      if (text.trim() === '') {
        const block = blockOf(stack);
        parent = block;
        tag = block?.name ?? 'body';
      }
      text += node.data;
      if (frame.isLink) linked += node.data.trim().length;
    } else if (isTag(node)) {
      // A line break ends a paragraph: pages without <p> write their paragraphs that way.
      if (node.name === 'br') flush();
      const junk = junkReason(node);
      if (junk !== null && (byName || junk !== 'name')) continue;
      if (blockTags.has(node.name)) flush();
      stack.push({
        nodes: node.children,
        at: 0,
        element: node,
        isLink: frame.isLink || (node.name === 'a' && node.attribs.href !== undefined),
      });
    } else if (hasChildren(node)) {
      stack.push({ nodes: node.children, at: 0, element: frame.element, isLink: frame.isLink });
    }
  }
  flush();
  return blocks;
}

function blockOf(stack: readonly Frame[]): Element | null {
  for (let at = stack.length - 1; at >= 0; at--) {
    const element = stack[at]?.element;
    if (element && blockTags.has(element.name)) return element;
  }
  return null;
}
