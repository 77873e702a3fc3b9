import { fromUpperControls } from '../bytes/cp1252.ts';
import { expandEntities } from './entities.ts';
import { finder } from './finder.ts';
import { decode } from './text.ts';

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffe\uffff]/;
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g; // what XML 1.0 has no place for
const rootName = /<(?:[a-z0-9]{1,20}:)?(?:rss|feed|rdf|urlset|sitemapindex|channel|opml|redirect)[\s>]/i;

/** Mends what stands around and between the characters of a document, before anybody reads it as XML. */
export function mendXml(text: string): { text: string; problems: string[] } {
  const problems: string[] = [];
  const step = (mended: string, problem: string, before: string): string => {
    if (mended !== before) problems.push(problem);
    return mended;
  };
  let body = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text; // as XML wants it
  body = step(unescapeDocument(body), 'escaped as a whole', body);
  if (controls.test(body)) {
    body = step(body.replace(forbidden, ''), 'control characters', body);
    body = step(fromUpperControls(body), 'letters of windows-1252', body);
  }
  body = step(expandEntities(body), 'entities of its own', body);
  const opened = fromProlog(body);
  if (body.slice(0, body.length - opened.length).trim() !== '') problems.push('text before the prolog');
  return { text: step(closeCdata(opened), 'CDATA without an end', opened), problems };
}

/** The place of the feed's root element near the beginning of a document; -1 when there is none. */
export const findFeedRoot = (text: string): number => text.slice(0, 20_000).search(rootName);

/** Cuts what a server printed first: warnings, blank lines, a second declaration. */
function fromProlog(text: string): string {
  const root = findFeedRoot(text);
  if (root <= 0) return text;
  const prolog = text.slice(0, root).search(/<\?xml\s/i);
  const comment = text.slice(0, root).search(/<(?:\?|!)/);
  if (prolog !== -1) return text.slice(prolog);
  return text.slice(0, comment === -1 ? root : comment).trim() === '' ? text : text.slice(root);
}

/** A feed that was escaped like text, bare or within a page that shows it. */
function unescapeDocument(text: string): string {
  const opening = text.slice(0, 20_000);
  if (findFeedRoot(opening) !== -1) return text;
  const start = opening.search(/&lt;(?:\?xml|rss|feed|rdf)/i);
  return start === -1 ? text : decode(text.slice(start));
}

/** `<description><![CDATA[words</description></item><item>…`: the section would swallow the items behind it. */
function closeCdata(text: string): string {
  const [opening, ending] = [finder(text, '<![CDATA['), finder(text, ']]>')];
  const parts: string[] = [];
  let kept = 0;
  for (let start = opening(0); start !== -1; ) {
    const end = ending(start);
    const again = opening(start + 9);
    const isOpen = end === -1 || (again !== -1 && again < end); // another begins before this one ends
    const close = isOpen ? endOfHolder(text, start, again === -1 ? text.length : again) : -1;
    if (close !== -1) {
      parts.push(text.slice(kept, close), ']]>');
      kept = close;
      start = opening(close);
    } else if (end === -1) start = again;
    else start = opening(end);
  }
  return kept === 0 ? text : parts.join('') + text.slice(kept);
}

/** Where the element that holds the section ends, if it does before the limit. */
function endOfHolder(text: string, start: number, limit: number): number {
  const before = text.slice(Math.max(0, start - 400), start);
  const name = /<([\w:.-]{1,60})(?:\s[^<>]{0,300})?>\s{0,40}$/.exec(before)?.[1];
  const found = name ? text.slice(start, limit).indexOf(`</${name}>`) : -1;
  return found === -1 ? -1 : start + found;
}
