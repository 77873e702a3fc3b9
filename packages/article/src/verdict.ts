import type { Metadata } from './about/metadata.ts';
import { kindOfName, namesOf } from './text/names.ts';
import type { Scope, Survey } from './text/survey.ts';
import type { CleanArticle, CleanOutcome } from './types.ts';

const minText = 120; // letters: an event needs a sentence or two
const galleryImages = 8; // pictures of a page without a text: a gallery
const botSigns =
  /captcha|cf-challenge|just a moment|checking your browser|access denied|attention required|are you a robot|unusual traffic|enable javascript and cookies|التحقق من أنك لست|أنا لست برنامج/i;
const paySigns =
  /للمشتركين فقط|هذا المحتوى للمشتركين|اشترك لمتابعة القراءة|subscribers only|subscribe to continue/i;

/** The named outcome of a page. */
export function verdictOf({
  article,
  found,
  metadata,
}: {
  article: CleanArticle;
  found: Survey;
  metadata: Metadata;
}): CleanOutcome {
  const { text, title, language } = article;
  const { blocks, scopes } = found;
  if (text.length < 600 && botSigns.test(`${metadata.title ?? ''} ${text.slice(0, 600)}`)) return 'bot-wall';
  if (text.length < 500 && blocks.some((block) => paySigns.test(block.text.slice(0, 300))))
    return 'paywalled';
  const isMedia = /^(?:video|music|profile|website\.listing)/.test(metadata.meta.get('og:type') ?? '');
  const linked = blocks.reduce((sum, block) => sum + block.linked, 0);
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (text.length < minText) {
    if (isMedia) return 'not-article';
    if (total > 1_500 && linked > total * 0.6) return 'not-article';
    if (text.length === 0) {
      if (!title || metadata.images >= galleryImages) return 'not-article';
      return scopes.some(isArticleScope) ? 'too-short' : 'no-text';
    }
    return languageIsArabic(language) || language === 'und' ? 'too-short' : 'not-arabic';
  }
  const prose = text.split('\n').filter((line) => line.length > 80).length;
  if (prose === 0 && text.length < 1_500) return 'not-article';
  return languageIsArabic(language) ? 'article' : 'not-arabic';
}

const languageIsArabic = (language: string): boolean => language === 'ar';

/** A scope that is called the article's: there is a text, only too little of it. */
const isArticleScope = ({ element, first, last }: Scope): boolean =>
  element !== null &&
  last > first &&
  (element.name === 'article' || kindOfName(namesOf(element.attribs)) === 'article');
