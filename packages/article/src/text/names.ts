import { articleNames, junkNames } from '../rules/names.ts';

const junk = new Set(junkNames.map(([word]) => word));
const article = new Set(articleNames.map(([word]) => word));

const camel = /([a-z])([A-Z])/g; // "relatedNews", "lblBody"
const borders = /[^\p{L}]+/u;
const maxNames = 300; // letters of class and id that are read

/** "with-sidebar", "no-comments": words of the layout around, not of the element. */
const layout = new Set([
  'with',
  'has',
  'have',
  'no',
  'not',
  'one',
  'two',
  'both',
  'without',
  'label',
  'overflow',
]);

export type Kind = 'article' | 'junk' | null;

/** What class and id say of an element: a word of the article outweighs one of what surrounds it. */
export function kindOfName(names: string): Kind {
  const words = names.slice(0, maxNames).replace(camel, '$1-$2').toLowerCase().split(borders);
  let kind: Kind = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const pair = `${word}-${words[at + 1] ?? ''}`;
    if (article.has(word) || article.has(pair)) return 'article';
    if ((junk.has(word) && !layout.has(words[at - 1] ?? '')) || junk.has(pair)) kind = 'junk';
  }
  return kind;
}

/** The names of an element as one text. */
export const namesOf = (attribs: Record<string, string>): string =>
  `${attribs.class ?? ''} ${attribs.id ?? ''} ${attribs.itemprop ?? ''}`;
