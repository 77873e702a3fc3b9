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
  /** Articles in the state of a JavaScript shell; read when first asked for. */
  states: () => readonly StateArticle[];
  times: { value: string; text: string; names: string }[];
  headings: string[];
  /** Pictures on the page. */
  images: number;
  htmlLanguage: string | null;
};

const maxScript = 1_500_000; // letters: state of a page, not a library
const maxInline = 400_000; // letters of a script that is not declared as data

export function readMetadata({ named }: Tree): Metadata {
  const all = (name: string) => named.get(name) ?? [];
  const linked: JsonObject[] = [];
  for (const script of all('script'))
    if (isLinked(script)) collectLinked(parseLoosely(scriptText(script, maxScript)), linked);
  let states: StateArticle[] | null = null;
  const canonical = all('link').find((link) => /\bcanonical\b/i.test(link.attribs.rel ?? ''));
  return {
    meta: readMeta(all('meta')),
    title: firstText(all('title')),
    canonical: canonical?.attribs.href?.trim() || null,
    linked,
    states: () => {
      states ??= all('script').reduce<StateArticle[]>(readState, []);
      return states;
    },
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

const isLinked = ({ attribs }: Element): boolean => attribs.type?.toLowerCase().includes('ld+json') ?? false;

function readState(states: StateArticle[], element: Element): StateArticle[] {
  const { type, id, src } = element.attribs;
  const value = () => parseLoosely(scriptText(element, maxScript));
  if (isLinked(element)) return states;
  if (id === '__NUXT_DATA__') collectFlat(value(), states);
  else if (type?.toLowerCase().includes('json') || id === '__NEXT_DATA__') collectState(value(), states);
  else if (src === undefined) collectAssigned(scriptText(element, maxInline), states);
  return states;
}

function scriptText(element: Element, most: number): string {
  const text = textContent(element);
  return text.length > most ? '' : text;
}
