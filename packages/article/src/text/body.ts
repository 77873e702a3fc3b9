import type { ParentNode } from 'domhandler';
import { articleObject } from '../about/linked.ts';
import type { Metadata } from '../about/metadata.ts';
import type { FeedEntry } from '../types.ts';
import { hostOf } from './links.ts';
import { type PageText, pageText, plain } from './page-text.ts';

export type Body = PageText & { from: 'page' | 'jsonld' | 'state' | 'feed' };

const fuller = 1.3; // another source of the text must be clearly longer to be taken
const teaser = 250; // letters: a page with fewer may be a shell around its own state
const minBody = 80; // letters: shorter than that, another source is no article either

/** The page's text, or the one its data, its state or its feed holds where that is clearly fuller. */
export function bodyOf(
  document: ParentNode,
  metadata: Metadata,
  title: string,
  entry: FeedEntry | null,
  url: string,
): Body {
  const page = pageText(document, title, hostOf(url) ?? '');
  let best: Body = { ...page, from: 'page' };
  const offer = (html: string, from: Body['from']) => {
    if (html.length < best.text.length * fuller) return; // markup only adds
    const text = plain(html, title);
    if (text.length > Math.max(best.text.length * fuller, minBody)) best = { ...best, text, from };
  };
  const body = articleObject(metadata.linked)?.articleBody;
  if (typeof body === 'string') offer(body, 'jsonld');
  if (page.text.length < teaser) for (const state of metadata.states()) offer(state.text, 'state');
  if (entry?.content) offer(entry.content, 'feed');
  return best;
}
