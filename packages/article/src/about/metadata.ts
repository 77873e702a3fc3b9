import type { Element } from 'domhandler';
import { oneLine } from '../text/survey.ts';
import type { Tree } from '../tree/parse.ts';
import { textContent } from '../tree/text.ts';
import { type JsonObject, parseLoosely } from './json.ts';
import { collectLinked } from './linked.ts';
import { collectAssigned, collectFlat, collectState, type StateArticle } from './state.ts';

/** What the page says about itself. */
export type Metadata = {
  meta: ReadonlyMap<string, string>;
  title: string | null;
  canonical: string | null;
  /** JSON-LD objects of the page, flat. */
  linked: JsonObject[];
  /** Articles in the state of a JavaScript shell. */
  states: StateArticle[];
  times: { value: string; text: string; names: string }[];
  headings: string[];
  /** Pictures on the page. */
  images: number;
  htmlLanguage: string | null;
};

const maxScript = 3_000_000; // letters: state of a page, not a library
const maxInline = 400_000; // letters of a script that is not declared as data

export function readMetadata({ named }: Tree): Metadata {
  const all = (name: string) => named.get(name) ?? [];
  const linked: JsonObject[] = [];
  const states: StateArticle[] = [];
  for (const script of all('script')) readScript(script, linked, states);
  const canonical = all('link').find((link) => /\bcanonical\b/i.test(link.attribs.rel ?? ''));
  return {
    meta: readMeta(all('meta')),
    title: firstText(all('title')),
    canonical: canonical?.attribs.href?.trim() || null,
    linked,
    states,
    times: all('time').map((element) => ({
      value: element.attribs.datetime?.trim() ?? '',
      text: oneLine(textContent(element)),
      names: `${element.attribs.class ?? ''} ${element.attribs.itemprop ?? ''}`,
    })),
    headings: all('h1')
      .map((element) => oneLine(textContent(element)))
      .filter(Boolean),
    images: all('img').length,
    htmlLanguage: all('html')[0]?.attribs.lang?.trim() || null,
  };
}

function firstText(elements: readonly Element[]): string | null {
  for (const element of elements) {
    const text = oneLine(textContent(element));
    if (text) return text;
  }
  return null;
}

/** By lower-case name; the first of a name counts. */
function readMeta(elements: readonly Element[]): Map<string, string> {
  const meta = new Map<string, string>();
  for (const { attribs } of elements) {
    const name = (attribs.property || attribs.name || attribs.itemprop || '').trim().toLowerCase();
    const content = attribs.content?.trim();
    if (name && content && !meta.has(name)) meta.set(name, content);
  }
  return meta;
}

function readScript(element: Element, linked: JsonObject[], states: StateArticle[]): void {
  const type = element.attribs.type?.toLowerCase() ?? '';
  const id = element.attribs.id ?? '';
  const value = () => parseLoosely(scriptText(element, maxScript));
  if (type.includes('ld+json')) collectLinked(value(), linked);
  else if (id === '__NUXT_DATA__') collectFlat(value(), states);
  else if (type.includes('json') || id === '__NEXT_DATA__') collectState(value(), states);
  else if (element.attribs.src === undefined) collectAssigned(scriptText(element, maxInline), states);
}

function scriptText(element: Element, most: number): string {
  const text = textContent(element);
  return text.length > most ? '' : text;
}
