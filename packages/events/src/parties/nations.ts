import type { Party } from '@rasid/contracts';
import { countryLevel } from '../places/precision.ts';
import { type Sentence, spanOf } from '../text/reading.ts';
import { isState, type Parties } from './party.ts';

/** "بقصف روسي": the doer is the country where the article names it, else the adjective stands: annotation guideline, ruling 6. */
export function withNations(parties: Parties, sentences: readonly Sentence[]): Parties {
  const actors = parties.actors.map((each) =>
    isAdjective(each, sentences) ? nationOf(each, sentences) : each,
  );
  return { ...parties, actors };
}

const isAdjective = ({ canon, span }: Party, sentences: readonly Sentence[]): boolean =>
  isState(canon) &&
  sentences.some(
    ({ field, parties }) =>
      field.name === span.field &&
      parties.some(({ kind, start }) => kind === 'adjective' && start === span.start),
  );

/** The first naming of the country, as a party or as a place. */
function nationOf(party: Party, sentences: readonly Sentence[]): Party {
  for (const { field, parties, places } of sentences) {
    const named =
      parties.find(({ kind, canon }) => kind === 'registered' && canon === party.canon) ??
      places.find(({ country, precision }) => precision === countryLevel && country === party.canon)?.mention;
    if (named) {
      const span = spanOf(field, named.start, named.end);
      return { ...party, text: span.text, span };
    }
  }
  return party;
}
