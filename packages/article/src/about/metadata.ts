import type { Element } from 'domhandler';
import type { Tree } from '../tree/parse.ts';
import { textContent } from '../tree/text.ts';

export type Metadata = {
  meta: ReadonlyMap<string, string>;
  title: string | null;
  canonical: string | null;
  /** JSON-LD objects of the page, flat. */
  linked: Record<string, unknown>[];
  /** Texts found in the state a JavaScript shell carries. */
  embedded: { text: string; title: string | null }[];
  times: { value: string; text: string }[];
  headings: string[];
  /** Pictures on the page. */
  images: number;
  htmlLanguage: string | null;
};

const maxScript = 2_000_000; // state of a page, not a library

/** What the page says about itself, in one walk. */
export function readMetadata(tree: Tree): Metadata {
  const found = [...tree.named.values()].flat();
  const meta = new Map<string, string>();
  const result: Metadata = {
    meta,
    title: null,
    canonical: null,
    linked: [],
    embedded: [],
    times: [],
    headings: [],
    images: 0,
    htmlLanguage: null,
  };
  for (const element of found) readElement(element, meta, result);
  return result;
}

function readElement(element: Element, meta: Map<string, string>, result: Metadata): void {
  const get = (name: string) => element.attribs[name]?.trim() ?? '';
  if (element.name === 'meta') {
    const name = (get('property') || get('name') || get('itemprop') || get('http-equiv')).toLowerCase();
    const content = get('content');
    if (name && content && !meta.has(name)) meta.set(name, content);
  } else if (element.name === 'link') {
    if (get('rel').toLowerCase() === 'canonical') result.canonical ??= get('href') || null;
  } else if (element.name === 'title') result.title ??= textContent(element).trim() || null;
  else if (element.name === 'html') result.htmlLanguage ??= get('lang') || null;
  else if (element.name === 'h1') result.headings.push(textContent(element).replace(/\s+/g, ' ').trim());
  else if (element.name === 'img') result.images++;
  else if (element.name === 'time')
    result.times.push({ value: get('datetime'), text: textContent(element).trim() });
  else readScript(element, get('type').toLowerCase(), get('id'), result);
}

function readScript(element: Element, type: string, id: string, result: Metadata): void {
  const isLinked = type === 'application/ld+json';
  const isState = type === 'application/json' || id === '__NEXT_DATA__';
  if (!isLinked && !isState) return;
  const text = textContent(element);
  if (text.length > maxScript) return;
  const value = parseLoosely(text);
  if (isLinked) collectLinked(value, result.linked);
  else collectEmbedded(value, result.embedded);
}

/** JSON as pages write it: with line breaks inside strings, comments around it, a semicolon at its end. */
function parseLoosely(text: string): unknown {
  const body = text
    .trim()
    .replace(/^<!--|-->$/g, '')
    .replace(/;\s*$/, '');
  for (const attempt of [body, body.replace(/[\r\n\t]+/g, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // the next attempt, or nothing
    }
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const maxNodes = 20_000; // a walk over hostile state ends

function collectLinked(root: unknown, into: Record<string, unknown>[]): void {
  const queue: unknown[] = [root];
  for (let seen = 0; queue.length > 0 && seen < maxNodes; seen++) {
    const value = queue.shift();
    if (Array.isArray(value)) queue.push(...value.slice(0, 500));
    else if (isObject(value)) {
      into.push(value);
      if (value['@graph']) queue.push(value['@graph']);
      if (isObject(value.mainEntity)) queue.push(value.mainEntity);
    }
  }
}

const bodyKeys = new Set([
  'articlebody',
  'body',
  'content',
  'text',
  'html',
  'bodyhtml',
  'fulltext',
  'details',
  'paragraphs',
  'rendered',
]);
const minBody = 250; // shorter strings are teasers and labels

function collectEmbedded(root: unknown, into: { text: string; title: string | null }[]): void {
  const queue: unknown[] = [root];
  for (let seen = 0; queue.length > 0 && seen < maxNodes; seen++) {
    const value = queue.shift();
    if (Array.isArray(value)) queue.push(...value.slice(0, 500));
    else if (isObject(value)) {
      for (const [key, child] of Object.entries(value)) {
        const text = asText(child);
        if (bodyKeys.has(key.toLowerCase()) && text !== null && text.length >= minBody) {
          into.push({ text, title: typeof value.title === 'string' ? value.title : null });
        } else if (typeof child === 'object') queue.push(child);
      }
    }
  }
}

const partKeys = ['html', 'text', 'content', 'value', 'body'];

/** A text, or the list of paragraphs that content systems keep: strings, or blocks with their words under a usual key. */
function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.length > 0 && value.length < 1_000 && value.every(isObject)) {
    const parts = value.flatMap(
      (block) => partKeys.map((key) => block[key]).find((part) => typeof part === 'string') ?? [],
    );
    return parts.length > 0 ? parts.join('\n') : null;
  }
  return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string')
    ? value.join('\n')
    : null;
}

/** The JSON-LD object that is the article, when there is one. */
export function articleObject(linked: readonly Record<string, unknown>[]): Record<string, unknown> | null {
  const isArticle = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.some(isArticle)
      : typeof value === 'string' && /article|posting|report/i.test(value);
  return linked.find((object) => isArticle(object['@type'])) ?? null;
}
