import { finder } from './finder.ts';
import { closesLeaf, isRepeated } from './implied-ends.ts';
import { adoptOrphans } from './orphans.ts';
import { noAttributes, readTag, startsName } from './tag.ts';

/** An element with the range of its inner text; what is in it is decoded only when somebody asks. */
export type XmlNode = {
  /** Lower case, with the usual prefix of its namespace. */
  name: string;
  attributes: Record<string, string>;
  start: number;
  end: number;
  children: XmlNode[];
};

export type XmlDocument = { source: string; top: XmlNode; problems: Set<string> };

const deepest = 24; // rss/channel/item/media:group/media:content is five; below this nothing is kept
const mostNodes = 800_000; // 20,000 items of 40 elements

const endsName = (code: number): boolean => code <= 32 || code === 62 || code === 60;

type Open = { raw: string; node: XmlNode | null };

/**
 * Reads any text as XML, without ever refusing: stray `<` and `&` are text, wrong ends are passed over, missing ends
 * are supplied. Linear in the length of the text.
 */
export function scanXml(source: string, nameOf: (raw: string, attributes: Record<string, string>) => string) {
  const problems = new Set<string>();
  const top: XmlNode = { name: '', attributes: noAttributes, start: 0, end: source.length, children: [] };
  const stack: Open[] = [{ raw: '', node: top }];
  const openCount = new Map<string, number>();
  const nextTag = finder(source, '<');
  const finds = { '>': finder(source, '>'), '-->': finder(source, '-->'), ']]>': finder(source, ']]>') };
  let wasted = 0; // characters read in vain behind a "<" that opens nothing
  let nodes = 0;

  const close = (end: number) => {
    const open = stack.pop();
    if (!open) return;
    openCount.set(open.raw, (openCount.get(open.raw) ?? 1) - 1);
    if (open.node) open.node.end = end;
  };

  const open = (at: number): number => {
    const tag = readTag(source, at, wasted > source.length, (problem) => problems.add(problem));
    if ('failedAt' in tag) {
      wasted += tag.failedAt - at;
      problems.add('stray <');
      return at + 1;
    }
    const raw = tag.name.toLowerCase();
    const name = nameOf(raw, tag.attributes);
    for (let last = stack.at(-1); last && closesLeaf(last.node?.name, name); last = stack.at(-1)) {
      problems.add('missing end tags');
      close(at);
    }
    if (isRepeated(name) && stack.at(-1)?.node?.name === name) {
      problems.add('missing end tags');
      close(at);
    }
    const parent = stack.at(-1)?.node;
    const isKept = parent !== null && parent !== undefined && stack.length < deepest && nodes < mostNodes;
    const start = tag.end + 1;
    const node = isKept ? { name, attributes: tag.attributes, start, end: start, children: [] } : null;
    if (node) {
      nodes++;
      parent?.children.push(node);
    }
    if (!tag.isEmpty) {
      stack.push({ raw, node });
      openCount.set(raw, (openCount.get(raw) ?? 0) + 1);
    }
    return start;
  };

  const end = (at: number): number => {
    let to = at + 2;
    while (to < source.length && !endsName(source.charCodeAt(to))) to++;
    const raw = source.slice(at + 2, to).toLowerCase();
    while (to < source.length && source.charCodeAt(to) <= 32) to++;
    if (source.charCodeAt(to) === 62) to++;
    if ((openCount.get(raw) ?? 0) === 0) {
      problems.add('wrong end tags');
      const around = stack.at(-1)?.node;
      if (around && isRepeated(raw)) adoptOrphans(around, raw, at);
      return to;
    }
    while (stack.at(-1)?.raw !== raw) {
      problems.add('missing end tags');
      close(at);
    }
    close(at);
    return to;
  };

  const past = (mark: keyof typeof finds, at: number, length: number): number => {
    const found = finds[mark](at);
    return found === -1 ? at + length : found + mark.length;
  };

  let at = nextTag(0);
  while (at !== -1) {
    const code = source.charCodeAt(at + 1);
    let next = at + 1;
    if (code === 47) next = end(at);
    else if (startsName(code)) next = open(at);
    else if (source.startsWith('<![CDATA[', at)) next = past(']]>', at, source.length);
    else if (source.startsWith('<!--', at)) next = past('-->', at, 4);
    else if (code === 33 || code === 63) next = past('>', at, source.length);
    else problems.add('stray <');
    at = nextTag(next);
  }
  if (stack.length > 1) problems.add('cut off');
  while (stack.length > 0) close(source.length);
  return { source, top, problems };
}
