import type { ExtractedEvent, Genre } from '@rasid/contracts';
import { type Judged, judge } from './decision/select.ts';
import { read } from './extract.ts';
import type { ArticleInput } from './text/reading.ts';
import { type Blocked, textOf } from './wordings/triggers.ts';

export { countsOf } from './counts/counts.ts';
export { lexicon, typeEntry } from './data.ts';
export { attributesOf, withParties } from './details/attributes.ts';
export { codesOf } from './details/codes.ts';
export { toParty } from './parties/party.ts';
export { toPlace } from './places/place.ts';
export { isPast } from './status/when.ts';
export { type ArticleInput, maxTextLength, readArticle, type Sentence, spanOf } from './text/reading.ts';
export type { Blocked } from './wordings/triggers.ts';

/** Engine and lexicon; grows with every change that can change an output. */
export const extractorVersion = 'rules/0.1.0';
export const ontologyVersion = '0.1';

/** The genre and the events of one article, in reading order; never throws on a text. */
export function extractEvents(article: ArticleInput): { genre: Genre; events: ExtractedEvent[] } {
  const { genre, events } = read(article);
  return { genre, events };
}

/** A wording that was read as an event: its rule, its words, and the event it tells of. */
export type Fired = {
  rule: string;
  text: string;
  type: ExtractedEvent['type'];
  status: ExtractedEvent['status'];
  confidence: number;
};

/** What `extractEvents` decides and why: every wording by its event, and those that did not fire with the reason. */
export function explainEvents(article: ArticleInput): { genre: Genre; fired: Fired[]; blocked: Blocked[] } {
  let kept: Judged[] = [];
  const { genre, events, blocked } = read(article, (...incidents) => {
    const judged = judge(...incidents);
    kept = judged.kept; // one an event, in its order
    return judged;
  });
  const fired = events.flatMap(({ type, status, confidence }, at) =>
    (kept[at]?.mentions ?? []).map(({ sentence, trigger }) => ({
      rule: trigger.entry.id,
      text: textOf(sentence, trigger),
      type,
      status,
      confidence,
    })),
  );
  return { genre, fired, blocked };
}
