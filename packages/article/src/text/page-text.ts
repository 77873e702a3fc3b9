import type { ParentNode } from 'domhandler';
import { parseHtml } from '../tree/parse.ts';
import { chooseScope } from './choose.ts';
import { headlineAt, weighPosition } from './headline.ts';
import { createJudge } from './junk.ts';
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
};

const linesOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');

const enough = 400; // letters: below, a wrapper with an unlucky name may have hidden the article

/** The text of a page; read again with names of elements ignored when they hid nearly everything. */
export function pageText(document: ParentNode, title: string, host: string): PageText {
  const strict = read(document, true, title, host);
  if (strict.text.length >= enough) return strict;
  const lenient = read(document, false, title, host);
  return lenient.text.length > 2 * strict.text.length + 100 ? lenient : strict;
}

function read(document: ParentNode, byName: boolean, title: string, host: string): PageText {
  const found = survey(document, createJudge({ byName }));
  const headline = headlineAt(found, title);
  setTeasersAside(found, headline);
  setAside(found);
  const weighed = weigh(found, (weights) => weighPosition(weights, headline));
  const scope = chooseScope(found, weighed);
  const paragraphs = paragraphsOf(found, scope, title, host);
  return {
    text: linesOf(paragraphs),
    found,
    first: paragraphs[0]?.at ?? 0,
    last: paragraphs.at(-1)?.at ?? 0,
    headline,
  };
}

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
