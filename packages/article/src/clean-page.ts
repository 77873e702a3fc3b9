import { detectLanguage } from '@rasid/arabic';
import { authorsOf, bylineIn } from './about/authors.ts';
import { datesOf } from './about/dates.ts';
import { canonicalOf, imageOf, keywordsOf, leadOf, outletOf, sectionOf } from './about/fields.ts';
import { languageOf } from './about/language.ts';
import { nearText } from './about/lines.ts';
import { type Metadata, readMetadata } from './about/metadata.ts';
import { titleBeside, titleOf } from './about/title.ts';
import { decodePage } from './bytes/decode.ts';
import { type Body, bodyOf } from './text/body.ts';
import { hostOf } from './text/links.ts';
import { parseHtml } from './tree/parse.ts';
import type { CleanArticle, CleanResult, Page, Shape } from './types.ts';
import { verdictOf } from './verdict.ts';

const maxCharacters = 5_000_000; // no article is longer

/** Reads the article of a page. Never throws on content: what cannot be read has a named outcome. */
export function cleanPage(page: Page): CleanResult {
  const decoded =
    typeof page.html === 'string'
      ? { text: page.html, charset: 'utf-16', notes: [] }
      : decodePage(page.html, page.contentType ?? null);
  const tree = parseHtml(decoded.text.slice(0, maxCharacters));
  const metadata = readMetadata(tree);
  const entry = page.feedEntry ?? null;
  const host = hostOf(page.url) ?? '';
  const title = titleOf(metadata, entry?.title ?? null, host);
  const body = bodyOf(tree, metadata, { title, host, layouts: page.layouts }, entry);
  const { article, notes } = describe(page, metadata, title, body);
  const outcome = verdictOf({ article, found: body.found, metadata, from: body.from });
  return {
    outcome,
    article: article.text || article.title ? article : null,
    notes: [
      ...decoded.notes,
      ...(tree.isCut ? ['more elements than an article has, cut'] : []),
      `text from ${body.layout && body.from === 'page' ? body.layout : body.from}`,
      ...(body.staleLayout ? [`layout ${body.staleLayout} no longer fits`] : []),
      ...notes,
    ],
    shape: shapeOf(article, body),
  };
}

const shapeSample = 600; // letters: an average over many pages needs no more of each

function shapeOf({ text, publishedAt }: CleanArticle, { found }: Body): Shape {
  const page = found.blocks.reduce((sum, block) => sum + block.text.length, 0);
  return {
    letters: text.length,
    arabicShare: detectLanguage(text.slice(0, shapeSample)).arabicShare,
    otherShare: page > text.length ? 1 - text.length / page : 0,
    isDated: publishedAt !== null,
  };
}

function describe(page: Page, metadata: Metadata, title: string, body: Body) {
  const { text, found } = body;
  const near = nearText(found, body.headline, body.first, body.last);
  const { notes, ...dates } = datesOf(metadata, page, near);
  const lines = [...near.before, ...near.behind];
  const entry = page.feedEntry ?? null;
  const article: CleanArticle = {
    // A wall has a title of its own; where the text is the feed's, so is the title.
    title:
      (body.from === 'feed' && entry?.title) ||
      titleBeside(
        title,
        lines.map((block) => block.text),
      ),
    lead: leadOf(metadata, text),
    text,
    ...dates,
    authors: authorsOf(metadata, entry?.author ?? null, {
      byline: bylineIn(lines),
      isShell: body.from === 'state',
    }),
    section: sectionOf(metadata),
    keywords: keywordsOf(metadata),
    image: imageOf(metadata, page.url),
    language: languageOf(`${title}\n${text}`, metadata.htmlLanguage),
    canonicalUrl: canonicalOf(metadata, page.url),
    outlet: outletOf(metadata),
  };
  return { article, notes };
}
