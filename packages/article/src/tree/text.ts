import { type ChildNode, type Element, hasChildren, isText } from 'domhandler';

/** All text below an element, as it stands. Iterative, like every walk here. */
export function textContent(element: Element): string {
  let text = '';
  const stack: ChildNode[] = [...element.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) text += node.data;
    else if (hasChildren(node))
      for (let at = node.children.length - 1; at >= 0; at--) push(stack, node.children[at]);
  }
  return text;
}

const push = (stack: ChildNode[], node: ChildNode | undefined) => {
  if (node) stack.push(node);
};
