import type { Scope, Survey } from './survey.ts';
import { weigh } from './weigh.ts';

const maxTeaser = 700; // letters of a card: headline, date, summary
const minRow = 3; // cards of one kind beside each other
const mostOfPage = 0.6; // of the page's weight: then the page is a list, and its verdict says so

/** Sets aside rows of cards, each a linked headline with a summary: other articles, whatever their box is called. */
export function setTeasersAside(survey: Survey, headline: number): void {
  const { scopes } = survey;
  const weighed = weigh(survey);
  const page = scopes[0];
  if (!page) return;
  const rows = new Map<string, Scope[]>();
  for (const scope of scopes) {
    const { element } = scope;
    if (!element || scope.last - scope.first < 2 || scope.junk !== null) continue;
    if (weighed.linksIn(scope) === 0 || weighed.lettersIn(scope) > maxTeaser) continue;
    const paragraphs = weighed.paragraphsIn(scope);
    if (paragraphs < 1 || paragraphs > 2) continue;
    const key = `${scope.parent} ${element.name} ${element.attribs.class ?? ''}`;
    const row = rows.get(key);
    if (row) row.push(scope);
    else rows.set(key, [scope]);
  }
  const long = [...rows.values()].filter((row) => row.length >= minRow).flat();
  const weight = long.reduce((sum, scope) => sum + weighed.weightIn(scope), 0);
  survey.isList = weight > weighed.weightIn(page) * mostOfPage && !hasOwnText(survey, long, headline);
  if (survey.isList) return;
  for (const scope of long) scope.junk = 'teaser';
}

const minOwn = 100; // letters of a sentence under the headline that is no card's

/** Whether a sentence follows the page's headline outside the cards: a short article above many others. */
function hasOwnText({ blocks }: Survey, cards: readonly Scope[], headline: number): boolean {
  if (headline < 0) return false;
  const isCard = new Uint8Array(blocks.length);
  for (const card of cards) isCard.fill(1, card.first, card.last);
  return blocks.some(
    ({ text, linked }, at) =>
      at > headline && !isCard[at] && text.length >= minOwn && linked < text.length * 0.3,
  );
}
