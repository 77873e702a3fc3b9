import { finder } from './finder.ts';
import { readTag, startsName } from './tag.ts';
import { growTree, type NameOf, type XmlNode } from './tree.ts';

export type { XmlNode } from './tree.ts';
export type XmlDocument = { source: string; top: XmlNode; problems: Set<string> };

const endsName = (code: number): boolean => code <= 32 || code === 62 || code === 60;

/**
 * Reads any text as XML, without ever refusing: stray `<` and `&` are text, wrong ends are passed over, missing ends
 * are supplied. Linear in the length of the text.
 */
export function scanXml(source: string, nameOf: NameOf): XmlDocument {
  const problems = new Set<string>();
  const tree = growTree(source.length, nameOf, problems);
  const nextTag = finder(source, '<');
  const finds = { '>': finder(source, '>'), '-->': finder(source, '-->'), ']]>': finder(source, ']]>') };
  let wasted = 0; // characters read in vain behind a "<" that opens nothing

  const open = (at: number): number => {
    const tag = readTag(source, at, wasted > source.length, (problem) => problems.add(problem));
    if ('failedAt' in tag) {
      wasted += tag.failedAt - at;
      problems.add('stray <');
      return at + 1;
    }
    tree.open(tag, at);
    return tag.end + 1;
  };

  const end = (at: number): number => {
    let to = at + 2;
    while (to < source.length && !endsName(source.charCodeAt(to))) to++;
    tree.end(source.slice(at + 2, to).toLowerCase(), at);
    while (to < source.length && source.charCodeAt(to) <= 32) to++;
    return source.charCodeAt(to) === 62 ? to + 1 : to;
  };

  const past = (mark: keyof typeof finds, at: number, length: number): number => {
    const found = finds[mark](at);
    return found === -1 ? at + length : found + mark.length;
  };

  for (let at = nextTag(0), next = 0; at !== -1; at = nextTag(next)) {
    const code = source.charCodeAt(at + 1);
    next = at + 1;
    if (code === 47) next = end(at);
    else if (startsName(code)) next = open(at);
    else if (source.startsWith('<![CDATA[', at)) next = past(']]>', at, source.length);
    else if (source.startsWith('<!--', at)) next = past('-->', at, 4);
    else if (code === 33 || code === 63) next = past('>', at, source.length);
    else problems.add('stray <');
  }
  return { source, top: tree.finish(), problems };
}
