import { isObject, type JsonObject, parseLoosely, textUnder } from './json.ts';

/** An article found in the state that a JavaScript shell carries. */
export type StateArticle = {
  text: string;
  title: string | null;
  publishedAt: string | null;
  author: string | null;
};

const bodyKeys = new Set([
  'articlebody',
  'body',
  'bodyhtml',
  'bodytext',
  'content',
  'contenthtml',
  'description',
  'details',
  'fulltext',
  'html',
  'newsbody',
  'newstext',
  'paragraphs',
  'rendered',
  'story',
  'text',
]);
const minBody = 250; // letters; shorter strings are teasers and labels
const maxNodes = 20_000; // a walk over hostile state ends
const maxList = 500;
const maxArticles = 20;

const titleNames = ['headline', 'title', 'name', 'newsTitle', 'seoTitle'];
const dateNames = [
  'datePublished',
  'publishedAt',
  'published_at',
  'publishDate',
  'publish_date',
  'publishedDate',
  'publicationDate',
  'pubDate',
  'createdAt',
  'created_at',
  'date',
];
const authorNames = ['author', 'authorName', 'author_name', 'writer'];

/** Objects of the state with a text long enough to be an article's, in order. */
export function collectState(root: unknown, into: StateArticle[]): void {
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && at < maxNodes && into.length < maxArticles; at++) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, maxList));
    else if (isObject(value)) readObject(value, queue, into);
  }
}

function readObject(object: JsonObject, queue: unknown[], into: StateArticle[]): void {
  for (const [key, child] of Object.entries(object)) {
    const text = bodyKeys.has(key.toLowerCase()) ? asText(child) : null;
    if (text !== null && text.length >= minBody) {
      const title = textUnder(object, titleNames) ?? rendered(object.title);
      into.push({
        text,
        title,
        publishedAt: textUnder(object, dateNames),
        author: textUnder(object, authorNames) ?? nameOf(object.author),
      });
    } else if (typeof child === 'object') queue.push(child);
  }
}

const nameOf = (value: unknown): string | null =>
  isObject(value) ? textUnder(value, ['name', 'title']) : null;
/** WordPress's own form of a text. */
const rendered = (value: unknown): string | null => (isObject(value) ? textUnder(value, ['rendered']) : null);

const partKeys = ['html', 'text', 'content', 'value', 'body', 'paragraph'];

/** A text, or the list of paragraphs that content systems keep: strings, or blocks with their words under a usual key. */
function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value) || value.length === 0 || value.length > 1_000) return null;
  const parts = value.flatMap((part) => {
    if (typeof part === 'string') return part;
    const block = isObject(part) && isObject(part.data) ? part.data : part; // Editor.js keeps the words under data
    return isObject(block) ? (textUnder(block, partKeys) ?? []) : [];
  });
  return parts.length > 0 ? parts.map((part) => `<p>${part}</p>`).join('\n') : null;
}

const assigned = /(?:^|[\s;,.])(?:window\.)?(?:__[A-Z_]{3,40}__|__[a-zA-Z]{3,30})\s{0,5}=\s{0,5}/;
const bodyName =
  /(?:^|[{,]\s{0,5})"?(?:articleBody|bodyHtml|body|content|fullText|details|text)"?\s{0,5}:\s{0,5}"/g;

/** State that stands in a script of its own: JSON assigned to a name, or literals inside a function call. */
export function collectAssigned(script: string, into: StateArticle[]): void {
  const match = assigned.exec(script.slice(0, 2_000));
  if (!match) return;
  const value = parseLoosely(script.slice(match.index + match[0].length));
  if (value !== null) {
    collectState(value, into);
    return;
  }
  for (const found of script.matchAll(bodyName)) {
    if (into.length >= maxArticles) return;
    const text = literalAt(script, found.index + found[0].length - 1);
    if (text !== null && text.length >= minBody)
      into.push({ text, title: null, publishedAt: null, author: null });
  }
}

/** The string literal that begins at a quotation mark; null when it never ends or is no JSON. */
function literalAt(script: string, from: number): string | null {
  let end = script.indexOf('"', from + 1);
  while (end > 0 && isEscaped(script, end)) end = script.indexOf('"', end + 1);
  if (end < 0) return null;
  const text = parseLoosely(`[${script.slice(from, end + 1)}]`);
  return Array.isArray(text) && typeof text[0] === 'string' ? text[0] : null;
}

function isEscaped(script: string, at: number): boolean {
  let slashes = 0;
  while (script.charCodeAt(at - 1 - slashes) === 0x5c) slashes++;
  return slashes % 2 === 1;
}

/** Nuxt's flat state: a list in which objects point to their values by position. */
export function collectFlat(list: unknown, into: StateArticle[]): void {
  if (!Array.isArray(list)) return;
  const at = (position: unknown): unknown => (typeof position === 'number' ? list[position] : position);
  for (const value of list.slice(0, maxNodes)) {
    if (!isObject(value) || into.length >= maxArticles) continue;
    const direct = Object.fromEntries(Object.entries(value).map(([key, position]) => [key, at(position)]));
    readObject(direct, [], into);
  }
}
