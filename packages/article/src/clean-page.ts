import { detectLanguage } from '@rasid/arabic';
import { absolute } from './about/address.ts';
import { datesOf } from './about/dates.ts';
import { authorsOf, imageOf, keywordsOf, sectionOf, titleOf } from './about/fields.ts';
import { readMetadata } from './about/metadata.ts';
import { decodePage } from './bytes/decode.ts';
import { bodyOf } from './text/body.ts';
import { parseHtml } from './tree/parse.ts';
import type { CleanArticle, CleanResult, Page } from './types.ts';
import { verdictOf } from './verdict.ts';

const maxCharacters = 5_000_000; // no article is longer

/** Reads the article of a page. Never throws on content: what cannot be read has a named outcome. */
export function cleanPage(page: Page): CleanResult {
  const decoded =
    typeof page.html === 'string'
      ? { text: page.html, charset: 'utf-16', notes: [] }
      : decodePage(page.html, page.contentType ?? null);
  const entry = page.feedEntry ?? null;
  const tree = parseHtml(decoded.text.slice(0, maxCharacters));
  const metadata = readMetadata(tree);
  const title = titleOf(metadata, entry?.title ?? null);
  const { text, from, found } = bodyOf(tree.document, metadata, title, entry, page.url);
  const article: CleanArticle = {
    title,
    lead: leadOf(metadata, text),
    text,
    ...datesOf(metadata, page, found.blocks, page.timeZone ?? 'UTC'),
    authors: authorsOf(metadata, entry?.author ?? null),
    section: sectionOf(metadata),
    keywords: keywordsOf(metadata),
    image: imageOf(metadata, page.url),
    language: languageOf(`${title}\n${text}`, metadata.htmlLanguage),
    canonicalUrl: absolute(metadata.canonical ?? metadata.meta.get('og:url') ?? null, page.url) ?? page.url,
    outlet: metadata.meta.get('og:site_name') ?? null,
  };
  const outcome = verdictOf({ article, found, metadata });
  return { outcome, article: text || title ? article : null, notes: [...decoded.notes, `text from ${from}`] };
}

function leadOf(metadata: ReturnType<typeof readMetadata>, text: string): string | null {
  const described = metadata.meta.get('og:description') ?? metadata.meta.get('description') ?? null;
  return described?.replace(/\s+/g, ' ').trim() || (text.split('\n')[0] ?? null) || null;
}

function languageOf(text: string, declared: string | null): string {
  const { language } = detectLanguage(text);
  if (language !== 'other' && language !== 'und') return language;
  const own = declared?.slice(0, 2).toLowerCase();
  return own && own !== 'ar' ? own : language; // a template may say "ar" around a text that is not
}
