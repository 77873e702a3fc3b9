import { articleObject, hasType } from './about/linked.ts';
import type { Metadata } from './about/metadata.ts';
import { signs } from './rules/signs.ts';
import { keyOf } from './text/key.ts';
import { kindOf } from './text/names.ts';
import type { Block, Scope, Survey } from './text/survey.ts';
import type { CleanArticle, CleanOutcome } from './types.ts';

export type Read = { article: CleanArticle; found: Survey; metadata: Metadata; from: string };

const minText = 120; // letters: an event needs a sentence or two
const maxWall = 900; // letters of a page that is a wall, a teaser or an error; a longer text is an article with a notice
const galleryImages = 8; // pictures of a page without a text: a gallery

/** The named outcome of a page. A text that came with the feed is judged by itself: the page may be a wall. */
export function verdictOf({ article, found, metadata, from }: Read): CleanOutcome {
  const { text, language } = article;
  if (from === 'feed') return ownVerdict(text, language);
  if (text.length < maxWall) {
    const sign = signOn(metadata.title ?? '', found.blocks);
    if (sign === 'bot-wall' || sign === 'paywalled') return sign;
    if (sign === 'gone') return 'not-article';
    if (isForPay(metadata)) return 'paywalled';
  }
  if (isLive(metadata) || isListing(found, metadata)) return 'not-article';
  if (text.length < minText) return shortVerdict({ article, found, metadata, from });
  if (text.length < mediaText && isMedia(metadata)) return 'not-article';
  const prose = text.split('\n').filter((line) => line.length > 80).length;
  if (prose === 0 && text.length < 1_500) return 'not-article';
  return ownVerdict(text, language);
}

const ownVerdict = (text: string, language: string): CleanOutcome => {
  if (text.length < minText) return 'too-short';
  return language === 'ar' ? 'article' : 'not-arabic';
};

const mediaText = 300; // letters: what stands beside a video or pictures is less

const keys = signs.map(([phrase, meaning]) => ({ key: keyOf(phrase), meaning }));
const maxLine = 300; // letters of a line that is a notice
const maxLines = 120; // a wall has few

/** What a page says of itself instead of its article, in its title or in one of its lines. */
function signOn(title: string, blocks: readonly Block[]): 'bot-wall' | 'paywalled' | 'gone' | null {
  const lines = [title, ...blocks.slice(0, maxLines).map((block) => block.text)].filter(
    (line) => line.length > 6 && line.length <= maxLine,
  );
  return signIn(lines.join('\n'));
}

export function signIn(text: string): 'bot-wall' | 'paywalled' | 'gone' | null {
  const key = keyOf(text);
  return keys.find((sign) => key.includes(sign.key))?.meaning ?? null;
}

/** JSON-LD says that the text is not free. */
const isForPay = ({ linked }: Metadata): boolean =>
  /^false$/i.test(String(articleObject(linked)?.isAccessibleForFree ?? ''));

const isLive = ({ linked }: Metadata): boolean =>
  linked.some((object) => hasType(object, /^LiveBlogPosting$/i));

/** A page of other articles' headlines and summaries, without an article of its own. */
const isListing = ({ isList }: Survey, { linked, headings }: Metadata): boolean =>
  isList && articleObject(linked) === null && headings.every((heading) => heading.length < 40);

const isMedia = ({ meta, linked }: Metadata): boolean =>
  /^(?:video|music|profile|website\.listing)/.test(meta.get('og:type') ?? '') ||
  (articleObject(linked) === null &&
    linked.some((object) => hasType(object, /^(?:VideoObject|ImageGallery|MediaGallery|CollectionPage)$/i)));

function shortVerdict({ article, found, metadata }: Read): CleanOutcome {
  const { text, title, language } = article;
  const { blocks, scopes } = found;
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (isMedia(metadata) || (total > 1_500 && linked > total * 0.6)) return 'not-article';
  if (text.length > 0) return language === 'ar' || language === 'und' ? 'too-short' : 'not-arabic';
  if (!title || metadata.images >= galleryImages) return 'not-article';
  return scopes.some(isArticleScope) ? 'too-short' : 'no-text';
}

/** A scope that is called the article's: there is a text, only too little of it. */
const isArticleScope = ({ element, first, last }: Scope): boolean =>
  element !== null && last > first && (element.name === 'article' || kindOf(element.attribs) === 'article');
