import { Document, Element, type ParentNode, Text } from 'domhandler';

export type Nodes = {
  document: Document;
  append: (parent: ParentNode, node: Element | Text) => void;
  text: (parent: ParentNode, data: string) => void;
  element: (parent: ParentNode, name: string, attribs: Record<string, string>) => Element;
  isFull: () => boolean;
};

/** A page of 5 MB can hold 800,000 tags; 30,000 nodes are about 10 MB, and nine times the largest of 192 news pages. */
const maxNodes = 30_000;

/** Makes the nodes of one tree and counts them. */
export function createNodes(): Nodes {
  const document = new Document([]);
  let count = 0;
  const append = (parent: ParentNode, node: Element | Text) => {
    const previous = parent.children[parent.children.length - 1] ?? null;
    node.parent = parent;
    node.prev = previous;
    if (previous) previous.next = node;
    parent.children.push(node);
    count++;
  };
  return {
    document,
    append,
    text: (parent, data) => {
      const last = parent.children[parent.children.length - 1];
      if (last instanceof Text) last.data += data;
      else append(parent, new Text(data));
    },
    element: (parent, name, attribs) => {
      const element = new Element(name, attribs);
      append(parent, element);
      return element;
    },
    isFull: () => count >= maxNodes,
  };
}
