import type { NounClass } from './data.ts';
import { nounClasses } from './data.ts';
import { harmed } from './harm.ts';
import { type Phrase, plainPhrase } from './phrase.ts';
import type { Reader } from './reader.ts';

const people: NounClass | null = nounClasses.find(({ id }) => id === 'civil_person') ?? null;
/** "الفلسطينيين", "75 تونسيا": people by nationality; otherwise the adjective alone, a trace of a doer. */
export function peopleOrAdjective(reader: Reader, at: number): Phrase | null {
  const word = reader.words[at];
  const token = reader.tokens[at];
  if (!word || !token || (word.country === null && word.people === null)) return null;
  const phrase = plainPhrase(at, at + 1, token.start + word.skip, token.end);
  phrase.country = word.people ?? word.country;
  phrase.isDefinite = word.isDefinite;
  const before = reader.tokens[at - 1];
  const isCounted = before?.kind === 'number' || harmed.has(before?.key ?? '');
  if (word.people !== null || (isCounted && !word.isDefinite)) {
    phrase.noun = people;
    phrase.number = /ان$/u.test(word.core) ? 'two' : word.people !== null ? 'many' : 'one';
  } else phrase.isAdjective = true;
  return phrase;
}
