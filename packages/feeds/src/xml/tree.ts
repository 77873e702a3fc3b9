import { closesLeaf, isRepeated } from './implied-ends.ts';
import { adoptOrphans } from './orphans.ts';
import { noAttributes, type Tag } from './tag.ts';

/** An element with the range of its inner text; what is in it is decoded only when somebody asks. */
export type XmlNode = {
  /** Lower case, with the usual prefix of its namespace. */
  name: string;
  attributes: Record<string, string>;
  start: number;
  end: number;
  children: XmlNode[];
};

const deepest = 24; // rss/channel/item/media:group/media:content is five; below this nothing is kept
const mostNodes = 800_000; // 20,000 items of 40 elements

type Open = { raw: string; node: XmlNode | null };
export type NameOf = (raw: string, attributes: Record<string, string>) => string;

/** Grows the tree of a document from its tags, in their order; supplies and ignores ends as it must. */
export function growTree(length: number, nameOf: NameOf, problems: Set<string>) {
  const top: XmlNode = { name: '', attributes: noAttributes, start: 0, end: length, children: [] };
  const stack: Open[] = [{ raw: '', node: top }];
  const openCount = new Map<string, number>(); // so that an end of nothing is known without a search
  const lastEntry = new Map<XmlNode, number>(); // where among its children an element has its last item
  let nodes = 0;

  const close = (end: number) => {
    const open = stack.pop();
    if (!open) return;
    openCount.set(open.raw, (openCount.get(open.raw) ?? 1) - 1);
    if (open.node) open.node.end = end;
  };
  const closeEarly = (end: number) => {
    problems.add('missing end tags');
    close(end);
  };

  const open = (tag: Tag, at: number) => {
    const raw = tag.name.toLowerCase();
    const name = nameOf(raw, tag.attributes);
    while (closesLeaf(stack.at(-1)?.node?.name, name)) closeEarly(at);
    if (!tag.isEmpty && isRepeated(name) && stack.at(-1)?.node?.name === name) closeEarly(at);
    const parent = stack.at(-1)?.node;
    const start = tag.end + 1;
    let node: XmlNode | null = null;
    if (parent && stack.length < deepest && nodes++ < mostNodes) {
      node = { name, attributes: tag.attributes, start, end: start, children: [] };
      parent.children.push(node);
      if (isRepeated(name)) lastEntry.set(parent, parent.children.length - 1);
    }
    if (tag.isEmpty) return;
    stack.push({ raw, node });
    openCount.set(raw, (openCount.get(raw) ?? 0) + 1);
  };

  const end = (raw: string, at: number) => {
    if ((openCount.get(raw) ?? 0) === 0) {
      problems.add('wrong end tags');
      const around = stack.at(-1)?.node;
      const last = around && isRepeated(raw) ? lastEntry.get(around) : undefined;
      if (around && last !== undefined) lastEntry.set(around, adoptOrphans(around, last, at));
      return;
    }
    while (stack.at(-1)?.raw !== raw) closeEarly(at);
    close(at);
  };

  const finish = (): XmlNode => {
    if (stack.length > 1) problems.add('cut off');
    while (stack.length > 0) close(length);
    return top;
  };
  return { open, end, finish };
}
