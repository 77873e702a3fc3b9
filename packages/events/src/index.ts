import type { ExtractedEvent, Genre } from '@rasid/contracts';
import { read } from './extract.ts';
import type { ArticleInput } from './reading.ts';
import type { Blocked } from './triggers.ts';

export { attributesOf, codesOf } from './attributes.ts';
export { countsOf } from './counts.ts';
export { lexicon, typeEntry } from './data.ts';
export { toParty } from './party.ts';
export { type ArticleInput, readArticle, type Sentence, spanOf } from './reading.ts';
export { toPlace } from './slots.ts';
export { isPast } from './when.ts';

/** Engine and lexicon; grows with every change that can change an output. */
export const extractorVersion = 'rules/0.1.0';
export const ontologyVersion = '0.1';

/** The genre and the events of one article, in reading order; never throws on a text. */
export function extractEvents(article: ArticleInput): { genre: Genre; events: ExtractedEvent[] } {
  const { genre, events } = read(article);
  return { genre, events };
}

/** What `extractEvents` decides and why: the rules that fired by event, and those blocked with the reason. */
export function explainEvents(article: ArticleInput): {
  genre: Genre;
  fired: { rule: string; type: string; status: string; text: string }[];
  blocked: Blocked[];
} {
  const { genre, events, blocked } = read(article);
  const fired = events.flatMap(({ rules, type, status, trigger }) =>
    rules.map((rule) => ({ rule, type, status, text: trigger.text })),
  );
  return { genre, fired, blocked };
}
