import { articleObject } from '../about/linked.ts';
import type { Metadata } from '../about/metadata.ts';
import type { Tree } from '../tree/parse.ts';
import type { FeedEntry } from '../types.ts';
import { type PageQuestion, type PageText, pageText, plain } from './page-text.ts';

export type Body = PageText & { from: 'page' | 'jsonld' | 'state' | 'feed' };

const fuller = 1.3; // another source of the text must be clearly longer to be taken
const teaser = 250; // letters: a page with fewer may be a shell around its own state
const minBody = 80; // letters: shorter than that, another source is no article either

/** The page's text, or the one its data, its state or its feed holds where that is clearly fuller. */
export function bodyOf(
  tree: Tree,
  metadata: Metadata,
  question: PageQuestion,
  entry: FeedEntry | null,
): Body {
  const page = pageText(tree, question);
  let best: Body = { ...page, from: 'page' };
  const offer = (html: string, from: Body['from']) => {
    if (html.length < best.text.length * fuller && !(from === 'jsonld' && html.length >= minProof)) return; // markup only adds
    const text = plain(html, question.title);
    const isFuller = text.length > Math.max(best.text.length * fuller, minBody);
    if (isFuller || (from === 'jsonld' && isElsewhere(text, best.text))) best = { ...best, text, from };
  };
  const body = articleObject(metadata.linked)?.articleBody;
  if (typeof body === 'string') offer(body, 'jsonld');
  if (page.text.length < teaser) for (const state of metadata.states()) offer(state.text, 'state');
  for (const html of [entry?.content, entry?.summary]) if (html) offer(html, 'feed');
  return best;
}

const minProof = 300; // letters of a body that is long enough to judge the page's text by
const probe = 30; // letters that two texts share when one is the other

/** Whether the article's own data tells another story than the text that was found: then that is a box. */
function isElsewhere(body: string, found: string): boolean {
  if (body.length < minProof) return false;
  return [0.2, 0.5, 0.8].every((share) => {
    const from = Math.floor(body.length * share);
    return !found.includes(body.slice(from, from + probe).split('\n')[0] ?? '');
  });
}
