import { noAttributes } from './tag.ts';
import type { XmlNode } from './tree.ts';

/**
 * `</item><title>…</item>`: what stands between two items' ends is an item that lost its beginning. The answer is the
 * place of the last item then.
 */
export function adoptOrphans(around: XmlNode, last: number, end: number): number {
  const orphans = around.children.splice(last + 1);
  const [first] = orphans;
  if (!first) return last;
  const name = around.children[last]?.name ?? '';
  around.children.push({ name, attributes: noAttributes, start: first.start, end, children: orphans });
  return last + 1;
}
