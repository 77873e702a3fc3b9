import type { Element, ParentNode } from 'domhandler';
import { scopeTags, tableTags } from './tags.ts';

/** An open element; without a node when its content is left out. */
type Open = { name: string; node: Element | null };

/** The stack of open elements. Every question to it is answered in constant time, however deep a hostile page nests. */
export type OpenElements = {
  push: (name: string, node: Element | null) => void;
  pop: () => void;
  /** Closes the last open element of a name with all inside it; false when there is none in reach. */
  close: (name: string) => boolean;
  top: () => string | null;
  /** Where new nodes go; null inside what is left out. */
  parent: () => ParentNode | null;
};

const maxDepth = 512; // as in Blink; deeper elements become siblings

export function createOpenElements(root: ParentNode): OpenElements {
  const stack: Open[] = [];
  const positions = new Map<string, number[]>();
  const scopes: number[] = [];
  let muted = 0;
  let overflow = 0;
  const pop = () => {
    const open = stack.pop();
    if (!open) return;
    positions.get(open.name)?.pop();
    if (scopes[scopes.length - 1] === stack.length) scopes.pop();
    if (open.node === null) muted--;
  };
  return {
    push: (name, node) => {
      if (stack.length >= maxDepth) {
        overflow++;
        return;
      }
      const own = positions.get(name);
      if (own) own.push(stack.length);
      else positions.set(name, [stack.length]);
      if (scopeTags.has(name)) scopes.push(stack.length);
      if (node === null) muted++;
      stack.push({ name, node });
    },
    pop,
    close: (name) => {
      if (overflow > 0) {
        overflow--;
        return true;
      }
      const at = positions.get(name)?.at(-1);
      if (at === undefined) return false;
      if (at < (scopes.at(-1) ?? -1) && !tableTags.has(name)) return false;
      while (stack.length > at) pop();
      return true;
    },
    top: () => stack[stack.length - 1]?.name ?? null,
    parent: () => {
      if (muted > 0) return null;
      return stack[stack.length - 1]?.node ?? root;
    },
  };
}
