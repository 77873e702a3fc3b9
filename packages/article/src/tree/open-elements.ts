import type { Element, ParentNode } from 'domhandler';
import type { Tag } from './tags.ts';

/** An open element; without a node when its content is left out. */
type Open = { tag: Tag; node: Element | null };

/** The stack of open elements. Every question to it is answered in constant time, however deep a hostile page nests. */
export type OpenElements = {
  push: (tag: Tag, node: Element | null) => void;
  pop: () => void;
  /** Closes the last open element of a name with all inside it; false when there is none in reach. */
  close: (tag: Tag) => boolean;
  top: () => string | null;
  /** Where new nodes go; null inside what is left out. */
  parent: () => ParentNode | null;
};

const maxDepth = 512; // as in Blink; deeper elements become siblings

export function createOpenElements(root: ParentNode): OpenElements {
  const stack: Open[] = [];
  const positions = new Map<Tag, number[]>();
  const scopes: number[] = [];
  let muted = 0;
  let overflow = 0;
  const pop = () => {
    const open = stack.pop();
    if (!open) return;
    positions.get(open.tag)?.pop();
    if (open.tag.isScope) scopes.pop();
    if (open.node === null) muted--;
  };
  return {
    push: (tag, node) => {
      if (stack.length >= maxDepth) {
        overflow++;
        return;
      }
      const own = positions.get(tag);
      if (own) own.push(stack.length);
      else positions.set(tag, [stack.length]);
      if (tag.isScope) scopes.push(stack.length);
      if (node === null) muted++;
      stack.push({ tag, node });
    },
    pop,
    close: (tag) => {
      if (overflow > 0) {
        overflow--;
        return true;
      }
      const at = positions.get(tag)?.at(-1);
      if (at === undefined) return false;
      if (!tag.isTable && at < (scopes[scopes.length - 1] ?? -1)) return false;
      while (stack.length > at) pop();
      return true;
    },
    top: () => stack[stack.length - 1]?.tag.name ?? null,
    parent: () => {
      if (muted > 0) return null;
      return stack[stack.length - 1]?.node ?? root;
    },
  };
}
