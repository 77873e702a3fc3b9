import { layouts as known, type Layout } from '../rules/layouts.ts';
import { parseHtml, type Tree } from '../tree/parse.ts';
import { chooseScope } from './choose.ts';
import { headlineAt, weighPosition } from './headline.ts';
import { createJudge, type Judge } from './junk.ts';
import { applyLayout, type Found } from './layout.ts';
import { paragraphsOf } from './paragraphs.ts';
import { setAside } from './set-aside.ts';
import { type Block, oneLine, type Survey, survey } from './survey.ts';
import { setTeasersAside } from './teasers.ts';
import { weigh } from './weigh.ts';

export type PageText = {
  text: string;
  found: Survey;
  /** Blocks of its first and last paragraph; of nothing when there is none. */
  first: number;
  last: number;
  /** Block that is the headline; -1 when none is. */
  headline: number;
  /** The layout by which it was read; null when it was found by weight. */
  layout: string | null;
  /** A layout whose container is there and holds much less than was found by weight. */
  staleLayout: string | null;
};

export type PageQuestion = { title: string; host: string; layouts?: readonly Layout[] | undefined };

const enough = 400; // letters: below, a wrapper with an unlucky name may have hidden the article

/** The text of a page: where its layout says it is, or by weight; read again without names when they hid nearly everything. */
export function pageText(tree: Tree, question: PageQuestion): PageText {
  const layout = applyLayout(tree, question.host, question.layouts ?? known);
  const strict = read(tree, createJudge(), question, layout);
  if (strict.text.length >= enough || strict.found.isList) return strict;
  const lenient = read(tree, createJudge({ byName: false }), question, null);
  return lenient.text.length > 2 * strict.text.length + 100 ? lenient : strict;
}

function read(tree: Tree, judge: Judge, { title, host }: PageQuestion, layout: Found | null): PageText {
  const dropped = layout?.dropped;
  const found = survey(
    tree.document,
    dropped ? (element) => (dropped.has(element) ? 'tag' : judge(element)) : judge,
  );
  const headline = headlineAt(found, title);
  setTeasersAside(found, headline);
  setAside(found);
  const weighed = weigh(found, (weights) => weighPosition(weights, headline));
  const chosen = chooseScope(found, weighed);
  const named = layout ? scopeOf(found, layout, weighed.weightIn, chosen) : -1;
  const paragraphs = paragraphsOf(found, named >= 0 ? named : chosen, title, host);
  return {
    text: linesOf(paragraphs),
    found,
    first: paragraphs[0]?.at ?? 0,
    last: paragraphs.at(-1)?.at ?? 0,
    headline,
    layout: named >= 0 ? (layout?.id ?? null) : null,
    staleLayout: layout && named < 0 ? layout.id : null,
  };
}

const stale = 0.5; // of what is found by weight: a layout that gives less has changed

/** The scope of a layout's container; -1 when it holds much less than what is found by weight. */
function scopeOf(
  { scopes }: Survey,
  { container }: Found,
  weightIn: (scope: Survey['scopes'][number]) => number,
  chosen: number,
): number {
  const at = scopes.findIndex(({ element }) => element === container);
  const [named, other] = [scopes[at], scopes[chosen]];
  if (!named || weightIn(named) === 0) return -1;
  return !other || weightIn(named) >= weightIn(other) * stale ? at : -1;
}

const linesOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');

/** Text of HTML or of plain text that is known to be an article's, in paragraphs. */
export function plain(html: string, title: string): string {
  const markup = /<[a-z][^>]{0,300}>/i;
  const source = !markup.test(html) && html.includes('&lt;') ? unescaped(html) : html;
  if (!markup.test(source))
    return source
      .split(/[\r\n]+/)
      .map(oneLine)
      .filter(Boolean)
      .join('\n');
  const found = survey(parseHtml(source).document);
  setAside(found);
  return linesOf(paragraphsOf(found, 0, title, ''));
}

/** Markup that was escaped once too often. */
const unescaped = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
