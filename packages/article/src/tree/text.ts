import { type ChildNode, type Element, hasChildren, isText } from 'domhandler';

const mostNodes = 500; // in a title, a time, a heading, a script; two thousand of them may stand in each other

/** The text below an element, as it stands. Iterative, like every walk here. */
export function textContent(element: Element): string {
  let text = '';
  let left = mostNodes;
  const stack: ChildNode[] = element.children.slice(0, mostNodes).reverse();
  for (let node = stack.pop(); node && left > 0; node = stack.pop(), left--) {
    if (isText(node)) text += node.data;
    else if (hasChildren(node))
      for (let at = node.children.length - 1; at >= 0; at--) push(stack, node.children[at]);
  }
  return text;
}

const push = (stack: ChildNode[], node: ChildNode | undefined) => {
  if (node) stack.push(node);
};
