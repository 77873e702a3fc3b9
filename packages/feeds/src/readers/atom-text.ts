import { resolveHtml } from '../html-links.ts';
import type { XmlDocument, XmlNode } from '../xml/scan.ts';
import { decode, innerXml, readText, textOf } from '../xml/text.ts';

/**
 * An Atom text construct: words, escaped HTML, XHTML in its wrapping div, or base64. Addresses in HTML are made absolute
 * when the feed sets an xml:base for them.
 */
export function atomText(document: XmlDocument, node: XmlNode, base: string | null): string | null {
  const type = (node.attributes.type ?? '').trim().toLowerCase();
  const mode = (node.attributes.mode ?? '').trim().toLowerCase();
  const isHtml = type === 'html' || type.includes('xhtml');
  const inner = innerXml(document, node);
  if (inner.includes('<![CDATA[')) {
    const text = readText(inner, document.problems);
    return (isHtml ? resolveHtml(withoutDiv(text), base) : text).trim() || null;
  }
  if (type.includes('xhtml')) return resolveHtml(withoutDiv(inner), base) || null;
  if (isHtml) return resolveHtml(decode(withoutDiv(inner)), base) || null;
  if (mode === 'base64' || isBinary(type)) return fromBase64(inner) ?? (inner || null);
  return textOf(document, node) || null;
}

/** The div that RFC 4287 asks for around XHTML is not content. */
function withoutDiv(html: string): string {
  const opening = /^<(?:[a-z]{1,20}:)?div(?:\s[^<>]{0,500})?>/i.exec(html)?.[0];
  const closing = /<\/(?:[a-z]{1,20}:)?div\s{0,5}>$/i.exec(html.slice(-40))?.[0];
  if (opening === undefined || closing === undefined) return html;
  const inner = html.slice(opening.length, -closing.length);
  return wraps(inner) ? inner.trim() : html;
}

/** Whether no div of the inside ends before it begins: then first and last tag belong together. */
function wraps(inner: string): boolean {
  let depth = 0;
  for (const [tag] of inner.matchAll(/<\/?(?:[a-z]{1,20}:)?div[\s/>]/gi)) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth < 0) return false;
  }
  return true;
}

const isBinary = (type: string): boolean =>
  /^(?:image|audio|video)\//.test(type) || /^application\/(?:octet-stream|pdf|zip|x?-?gzip|ogg)$/.test(type);

function fromBase64(text: string): string | null {
  const packed = text.replace(/\s+/g, '');
  if (packed === '' || packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return null;
  return new TextDecoder().decode(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)));
}
