/** What a page is made of, in order. Positions are those of the page's text. */
export type Tokens = {
  open: (name: string, attribs: Record<string, string>, isSelfClosing: boolean) => void;
  close: (name: string) => void;
  /** Names are given as the page writes them. `isRaw` where entities mean nothing: scripts, styles. */
  text: (data: string, isRaw: boolean) => void;
  /** Asked after each tag: true ends the reading. */
  isDone: () => boolean;
};

/** Elements whose content is text up to their own closing tag. */
const rawTags = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'xmp', 'title', 'textarea']);
/** Most tags begin with another letter, so that few are looked up. */
const rawStart = /^[sinxt]/i;
const isRaw = (name: string): boolean => rawStart.test(name) && rawTags.has(name.toLowerCase());

/** Of those, the ones in which entities are read. */
const decodedTags = new Set(['title', 'textarea']);

/** What is read of elements, by length and first letter; a third of a page's letters stand in other attributes. */
const wanted: (string | undefined)[] = [];
for (const name of 'class id href src content property name itemprop rel type datetime style role hidden aria-hidden lang'.split(
  ' ',
))
  wanted[name.length * 32 + (name.charCodeAt(0) & 31)] = name;
const longestName = 11; // aria-hidden

const tab = 9;
const space = 32;
const quote = 34;
const apostrophe = 39;
const slash = 47;
const equals = 61;
const greater = 62;

const isSpace = (code: number): boolean => code === space || (code >= tab && code <= 13);
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/**
 * Reads HTML the way browsers do where that matters for text: raw elements, comments, unquoted and broken attributes, a
 * "<" that opens nothing. It jumps from sign to sign instead of stepping through every letter; linear on any input.
 */
export function tokenize(html: string, tokens: Tokens): void {
  const end = html.length;
  const unclosed: Unclosed = new Set();
  let at = 0;
  let textFrom = 0;
  const flush = (to: number) => {
    if (to > textFrom) tokens.text(html.slice(textFrom, to), false);
  };
  while (at < end && !tokens.isDone()) {
    const sign = html.indexOf('<', at);
    if (sign < 0) break;
    const code = html.charCodeAt(sign + 1);
    if (isLetter(code)) {
      flush(sign);
      at = readTag(html, sign + 1, tokens, unclosed);
    } else if (code === slash && isLetter(html.charCodeAt(sign + 2))) {
      flush(sign);
      const nameEnd = endOfName(html, sign + 2);
      tokens.close(html.slice(sign + 2, nameEnd));
      at = after(html, '>', nameEnd);
    } else if (code === 33 || code === 63 || code === slash) {
      flush(sign);
      at = html.startsWith('<!--', sign) ? endOfComment(html, sign, unclosed) : after(html, '>', sign + 1);
    } else {
      at = sign + 1; // a "<" of the text
      continue;
    }
    textFrom = at;
  }
  if (!tokens.isDone()) flush(end);
}

/** What is closed nowhere in the rest of the page: looked for once, or a page of such openings takes the square of its length. */
type Unclosed = Set<string>;

/** Position after the next sign, or the end of the page. */
function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from);
  return at < 0 ? html.length : at + sign.length;
}

/** A comment ends with "-->"; "<!-->" is one too. One that never ends is only its own line, so that the page is not lost. */
function endOfComment(html: string, from: number, unclosed: Unclosed): number {
  const close = unclosed.has('!--') ? -1 : html.indexOf('-->', from + 2);
  if (close >= 0) return close + 3;
  unclosed.add('!--');
  return after(html, '>', from);
}

function endOfName(html: string, from: number): number {
  let at = from;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === greater || code === slash || isSpace(code)) break;
  }
  return at;
}

/** Reads an opening tag from its name on, with the content of raw elements; answers where reading goes on. */
function readTag(html: string, from: number, tokens: Tokens, unclosed: Unclosed): number {
  const nameEnd = endOfName(html, from);
  const name = html.slice(from, nameEnd);
  const attribs: Record<string, string> = {};
  let at = nameEnd;
  let isSelfClosing = false;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === greater) break;
    if (code === slash || isSpace(code)) {
      isSelfClosing = code === slash;
      at++;
    } else {
      isSelfClosing = false;
      at = readAttribute(html, at, attribs);
    }
  }
  if (at >= html.length) return html.length; // a tag that never ends is none
  tokens.open(name, attribs, isSelfClosing);
  return isRaw(name) ? readRaw(html, at + 1, name.toLowerCase(), tokens, unclosed) : at + 1;
}

/** Reads `name`, `name=value`, `name="value"`; a tag may repeat an attribute, the first counts. */
function readAttribute(html: string, from: number, attribs: Record<string, string>): number {
  let at = from + 1; // whatever stands here belongs to the name, even "="
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === equals || code === greater || code === slash || isSpace(code)) break;
  }
  const name = wantedAt(html, from, at);
  const nameEnd = at;
  while (isSpace(html.charCodeAt(at))) at++;
  if (html.charCodeAt(at) !== equals) {
    if (name !== undefined) attribs[name] ??= '';
    return nameEnd;
  }
  at++;
  while (isSpace(html.charCodeAt(at))) at++;
  const sign = html.charCodeAt(at);
  const isQuoted = sign === quote || sign === apostrophe;
  const valueFrom = isQuoted ? at + 1 : at;
  const to = isQuoted ? endOfQuoted(html, valueFrom, sign) : endOfBare(html, valueFrom);
  if (name !== undefined) attribs[name] ??= html.slice(valueFrom, to);
  return isQuoted ? to + 1 : to;
}

function endOfQuoted(html: string, from: number, sign: number): number {
  const close = html.indexOf(sign === quote ? '"' : "'", from);
  return close < 0 ? html.length : close;
}

function endOfBare(html: string, from: number): number {
  let at = from;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === greater || isSpace(code)) break;
  }
  return at;
}

/** The wanted attribute whose name stands there; undefined for others. */
function wantedAt(html: string, from: number, to: number): string | undefined {
  const length = to - from;
  if (length > longestName) return undefined;
  const name = wanted[length * 32 + (html.charCodeAt(from) & 31)];
  if (name === undefined || html.startsWith(name, from)) return name;
  return html.slice(from, to).toLowerCase() === name ? name : undefined;
}

function readRaw(html: string, from: number, name: string, tokens: Tokens, unclosed: Unclosed): number {
  if (unclosed.has(name)) return from;
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    const to = at + 2 + name.length;
    if (html.slice(at + 2, to).toLowerCase() !== name) continue;
    if (at > from) tokens.text(html.slice(from, at), !decodedTags.has(name));
    tokens.close(name);
    return after(html, '>', to);
  }
  // Never closed: the rest of the page is not taken for it, except that a script's code would read as text.
  if (name !== 'title' && name !== 'textarea') return html.length;
  unclosed.add(name);
  return from;
}
