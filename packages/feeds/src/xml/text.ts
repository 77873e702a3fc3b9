import { decodeHTMLStrict } from 'entities';
import type { XmlDocument, XmlNode } from './scan.ts';

const opening = '<![CDATA[';
const ending = ']]>';

/** The characters of an element as written. */
export const innerXml = (document: XmlDocument, node: XmlNode): string =>
  withoutStrayEnds(document, document.source.slice(node.start, node.end).trim());

/** Character references to characters, HTML's names too; "&copy=2" in an address and a bare "&" stay. */
export function decode(text: string): string {
  if (!text.includes('&')) return text;
  if (!text.includes('&#')) return decodeHTMLStrict(text);
  return decodeHTMLStrict(joinHalves(text)).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}

const halves =
  /&#(x[dD][89abAB][\da-fA-F]{2}|5529[6-9]|55[3-9]\d\d|56[0-2]\d\d|563[01]\d);&#(x[dD][c-fC-F][\da-fA-F]{2}|\d{5});/g;

/** `&#55357;&#56832;`: some write a character beyond the first plane as its two halves. */
const joinHalves = (text: string): string =>
  text.replace(halves, (_, high: string, low: string) =>
    String.fromCharCode(...[high, low].map((code) => Number(code.replace(/^x/, '0x')))),
  );

/** What an element says: references decoded, CDATA as it is, markup kept as text. */
export function textOf(document: XmlDocument, node: XmlNode): string {
  return readText(innerXml(document, node), document.problems);
}

export function readText(inner: string, problems: Set<string>): string {
  if (!inner.includes('<!')) return withoutEscapedCdata(decode(inner), problems);
  let text = '';
  let at = 0;
  for (;;) {
    const start = inner.indexOf(opening, at);
    text += decode(withoutComments(start === -1 ? inner.slice(at) : inner.slice(at, start)));
    if (start === -1) break;
    const found = inner.indexOf(ending, start);
    const end = found === -1 ? inner.length : found;
    text += inner.slice(start + opening.length, end);
    at = end + ending.length;
  }
  if (text.includes(opening) || text.includes(ending)) {
    problems.add('CDATA within CDATA');
    text = text.replaceAll(opening, '').replaceAll(ending, '');
  }
  return text.trim();
}

function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  let kept = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (end === -1) return kept + text.slice(at);
    kept += text.slice(at, start);
    at = end + 3;
  }
}

function withoutEscapedCdata(text: string, problems: Set<string>): string {
  if (!text.includes(ending)) return text;
  problems.add(text.includes(opening) ? 'escaped CDATA' : 'CDATA without a beginning');
  return text.replaceAll(opening, '').replaceAll(ending, '').trim();
}

/** An element closed by a wrong name runs into what follows: `<title>words</subtitle>`. */
function withoutStrayEnds(document: XmlDocument, inner: string): string {
  if (!document.problems.has('wrong end tags')) return inner;
  let kept = inner;
  for (let turn = 0; turn < 8; turn++) {
    const stray = /<\/([^<>\s]{1,60})>$/.exec(kept.slice(-80))?.[1];
    if (stray === undefined || kept.includes(`<${stray}`)) return kept;
    kept = kept.slice(0, -stray.length - 3).trimEnd();
  }
  return kept;
}
