import { load } from 'cheerio/slim';
import type { Document, Element } from 'domhandler';
import { isTag } from 'domhandler';
import type { Layout } from '../rules/layouts.ts';
import type { Tree } from '../tree/parse.ts';

/** Where a layout says that the text is, and what in it is none. */
export type Found = { id: string; container: Element; dropped: ReadonlySet<Element> };

/** The first layout that is the page's by its site or its signs, and whose container is there. */
export function applyLayout(tree: Tree, host: string, layouts: readonly Layout[]): Found | null {
  const signs = signsOf(tree);
  for (const layout of layouts) {
    if (!isFor(layout, host, signs)) continue;
    const found = select(tree.document, layout);
    if (found) return found;
  }
  return null;
}

function isFor({ hosts, sign }: Layout, host: string, signs: string): boolean {
  const isHost = hosts.some((own) => host === own || host.endsWith(`.${own}`));
  return (hosts.length === 0 || isHost) && (sign === null ? isHost : sign.test(signs));
}

const maxSigns = 2_000; // letters

/** What the page's generator and its outermost elements say of how it is made. */
function signsOf({ named }: Tree): string {
  const generators = (named.get('meta') ?? [])
    .filter(({ attribs }) => attribs.name?.toLowerCase() === 'generator')
    .map(({ attribs }) => attribs.content ?? '');
  const outer = [...(named.get('html') ?? []), ...(named.get('body') ?? [])].map(
    ({ attribs }) => `${attribs.class ?? ''} ${attribs.id ?? ''}`,
  );
  return [...generators, ...outer].join(' ').slice(0, maxSigns);
}

function select(document: Document, { id, text, drop }: Layout): Found | null {
  const $ = load(document);
  for (const selector of text) {
    const container = $(selector).toArray().find(isTag);
    if (!container) continue;
    const dropped = new Set($(container).find(drop.join(', ')).toArray().filter(isTag));
    return { id, container, dropped };
  }
  return null;
}
