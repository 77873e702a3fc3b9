import type { Article } from '@rasid/contracts';

/** Characters of what travels with an article through every stage to every consumer; pages are up to 5 MB of anything. */
const most = { title: 500, lead: 2_000, text: 60_000, section: 200 }; // so much of a text is read for events
export const longestAddress = 4_000;

/** The article within its bounds. What is longer is cut; a picture's address that is longer is none. */
export const within = (article: Article): Article => ({
  ...article,
  title: cut(article.title, most.title),
  lead: article.lead && cut(article.lead, most.lead),
  text: cut(article.text, most.text),
  section: article.section && cut(article.section, most.section),
  keywords: article.keywords.map((word) => cut(word, most.section)),
  image: article.image !== null && article.image.length > longestAddress ? null : article.image,
});

/** Never through a letter of two units. */
const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
