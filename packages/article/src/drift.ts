import type { CleanResult } from './types.ts';

/** What an outlet's pages look like on average. Letters and shares are of its articles; `articles` is their share of the pages. */
type Averages = {
  letters: number;
  arabicShare: number;
  otherShare: number;
  dated: number;
  articles: number;
};

/** An outlet's usual pages and its latest ones: two fading averages, so that what is kept stays small for ever. */
export type PageHabits = { pages: number; usual: Averages; lately: Averages };

export const drifts = ['shorter', 'less-arabic', 'more-around', 'undated', 'fewer-articles'] as const;
export type Drift = (typeof drifts)[number];

const usualPages = 300; // a week or two of a usual outlet
const latePages = 15; // enough that one odd page raises nothing, few enough that a rebuilt site shows within a day
const provenPages = 40; // before that, nothing is usual

/** The habits after one more page. */
export function noteShape(habits: PageHabits | null, { outcome, shape }: CleanResult): PageHabits {
  const isArticle = outcome === 'article';
  const now: Averages = {
    letters: shape.letters,
    arabicShare: shape.arabicShare,
    otherShare: shape.otherShare,
    dated: shape.isDated ? 1 : 0,
    articles: isArticle ? 1 : 0,
  };
  if (habits === null) return { pages: 1, usual: now, lately: now };
  const pages = habits.pages + 1;
  return {
    pages,
    usual: blend(habits.usual, now, Math.min(pages, usualPages)),
    lately: blend(habits.lately, now, Math.min(pages, latePages)),
  };
}

/** One more page in an average over some; a page without an article says nothing of how articles look. */
function blend(old: Averages, now: Averages, over: number): Averages {
  const step = (from: number, to: number) => from + (to - from) / over;
  const articles = step(old.articles, now.articles);
  if (now.articles === 0) return { ...old, articles };
  return {
    letters: step(old.letters, now.letters),
    arabicShare: step(old.arabicShare, now.arabicShare),
    otherShare: step(old.otherShare, now.otherShare),
    dated: step(old.dated, now.dated),
    articles,
  };
}

const muchShorter = 0.4; // of the usual length
const lessArabic = 0.15;
const moreAround = 0.25; // share of the page outside the text: boxes that came in push it down, a text that is cut up
const fewerDated = 0.4;
const fewerArticles = 0.4;

/** In what an outlet's latest pages differ from its usual ones: signs that its layout changed and the text is no longer read well. */
export function driftsOf({ pages, usual, lately }: PageHabits): Drift[] {
  if (pages < provenPages) return [];
  const signs: Record<Drift, boolean> = {
    shorter: lately.letters < usual.letters * muchShorter,
    'less-arabic': lately.arabicShare < usual.arabicShare - lessArabic,
    'more-around': Math.abs(lately.otherShare - usual.otherShare) > moreAround,
    undated: lately.dated < usual.dated - fewerDated,
    'fewer-articles': lately.articles < usual.articles - fewerArticles,
  };
  return drifts.filter((drift) => signs[drift]);
}
