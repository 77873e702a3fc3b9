import { noAttributes } from './tag.ts';
import type { XmlNode } from './tree.ts';

/** `</item><title>…</item>`: what stands between two items' ends is an item that lost its beginning. */
export function adoptOrphans(around: XmlNode, name: string, end: number): void {
  const last = around.children.findLastIndex((child) => child.name === name);
  const orphans = last === -1 ? [] : around.children.splice(last + 1);
  const [first] = orphans;
  if (first)
    around.children.push({ name, attributes: noAttributes, start: first.start, end, children: orphans });
}
