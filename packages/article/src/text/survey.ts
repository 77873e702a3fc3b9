import type { ChildNode, Element, ParentNode } from 'domhandler';
import { hasChildren, isTag, isText } from 'domhandler';
import { createJudge, type Judge } from './junk.ts';
import { weightOf } from './weight.ts';
import { blockTags } from './words.ts';

/** An element that stands as a block, or that is set apart by what it is called. */
export type Scope = {
  element: Element | null;
  /** Position of the scope around it in the list; -1 for the root. */
  parent: number;
  depth: number;
  /** Blocks inside: from first to before last. */
  first: number;
  last: number;
  /** Why it may be no article: its name, role or tag; null when nothing says so. */
  junk: string | null;
};

/** A run of text between two block borders. */
export type Block = {
  /** Position on the page. */
  at: number;
  text: string;
  /** Name of the block element around it. */
  tag: string;
  /** Letters inside links. */
  linked: number;
  /** Where its last link leads. */
  href: string | null;
  scope: number;
  /** Outermost scope around it that is junk; -1 when none is. Set by `setAside`. */
  junkScope: number;
  /** A picture stands in it: what it says may be the caption. */
  hasImage: boolean;
  /** How much it speaks for what holds it; see `weightOf`. */
  weight: number;
};

export type Survey = {
  blocks: Block[];
  scopes: Scope[];
  /** Most of the page is cards of other articles; set by `setTeasersAside`. */
  isList: boolean;
};

type Frame = { nodes: ChildNode[]; at: number; element: Element; scope: number; link: string | null };

const space = /[\s\u00a0]+/g;
/** Direction marks, joiners of no Arabic use and control characters: not words, and invisible. */
const invisible =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g;

const untidy =
  /[\s\u00a0]{2}|[^\S ]|[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** Text as one line without invisible characters. */
export function oneLine(text: string): string {
  const bare = text.trim();
  return untidy.test(bare) ? bare.replace(invisible, '').replace(space, ' ').trim() : bare;
}

/** Blocks and scopes of a page in one iterative walk: a page may nest as deep as it likes. */
export function survey(root: ParentNode, judge: Judge = createJudge()): Survey {
  const blocks: Block[] = [];
  const scopes: Scope[] = [
    { element: isTag(root) ? root : null, parent: -1, depth: 0, first: 0, last: 0, junk: null },
  ];
  const stack: Frame[] = [];
  let text = '';
  let linked = 0;
  let href: string | null = null;
  let hasImage = false;
  let scope = 0;
  let owner = 0;

  const flush = () => {
    if (text === '') {
      hasImage = false;
      return;
    }
    const clean = oneLine(text);
    text = '';
    if (clean) {
      const tag = scopes[owner]?.element?.name ?? 'body';
      blocks.push({
        at: blocks.length,
        text: clean,
        tag,
        linked,
        href,
        scope: owner,
        junkScope: -1,
        hasImage,
        weight: weightOf(clean, tag, linked),
      });
    }
    linked = 0;
    href = null;
    hasImage = false;
  };
  const enter = (element: Element, junk: string | null, link: string | null) => {
    flush();
    const position = scopes.length;
    const depth = (scopes[scope]?.depth ?? 0) + 1;
    scopes.push({ element, parent: scope, depth, first: blocks.length, last: blocks.length, junk });
    scope = position;
    stack.push({ nodes: element.children, at: 0, element, scope: position, link });
  };
  const leave = (frame: Frame) => {
    const left = scopes[frame.scope];
    if (!left) return;
    flush();
    left.last = blocks.length;
    scope = left.parent;
  };

  const top: Frame = {
    nodes: root.children,
    at: 0,
    element: root as Element, // only compared, never read: the document has no name
    scope: 0,
    link: null,
  };
  stack.push(top);
  while (stack.length > 0) {
    const frame = stack[stack.length - 1];
    if (!frame) break;
    const node = frame.nodes[frame.at++];
    if (!node) {
      stack.pop();
      if (frame.scope > 0) leave(frame);
      continue;
    }
    if (isText(node)) {
      if (text === '') {
        if (!/\S/.test(node.data)) continue;
        owner = scope;
      }
      text += node.data;
      if (frame.link !== null) {
        linked += node.data.trim().length;
        href = frame.link;
      }
    } else if (isTag(node)) {
      const { name } = node;
      if (name === 'br' || name === 'hr') {
        flush();
        continue;
      }
      if (name === 'img') hasImage = true;
      const junk = judge(node);
      if (junk === 'tag') {
        if (blockTags.has(name)) flush();
        continue;
      }
      const link = name === 'a' ? (node.attribs.href ?? frame.link) : frame.link;
      if (blockTags.has(name)) enter(node, junk, link);
      else if (junk === null) stack.push({ nodes: node.children, at: 0, element: node, scope: -1, link });
    } else if (hasChildren(node)) stack.push({ ...frame, nodes: node.children, at: 0, scope: -1 });
  }
  flush();
  const all = scopes[0];
  if (all) all.last = blocks.length;
  return { blocks, scopes, isList: false };
}
