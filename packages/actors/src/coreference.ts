import { mapped } from '@rasid/arabic';
import { type Phrase, plainPhrase } from './phrase.ts';
import { isWord, type Reader } from './reader.ts';
import type { PartyMention } from './types.ts';

/** What is known of a person from the full name. */
export type Person = Pick<PartyMention, 'canon' | 'sector' | 'country' | 'text' | 'sourceType'>;
export type Named = { phrase: Phrase; person: Person | null };

/** Adds the mentions by family name alone of persons whose full name stands in the article. */
export function familyNames(
  reader: Reader,
  phrases: readonly Phrase[],
  known: readonly PartyMention[],
): Named[] {
  const families = new Map<string, Phrase | PartyMention>();
  for (const mention of known)
    if (mention.kind === 'person') remember(families, mention.text.split(' ').at(-1), mention);
  for (const phrase of phrases) {
    if (!phrase.isPerson || phrase.entry || phrase.to - phrase.from < 2) continue;
    if (isFamilyAlone(reader, phrase.to - 1)) remember(families, reader.tokens[phrase.to - 1]?.text, phrase);
  }
  if (families.size === 0) return mapped(phrases, (phrase) => ({ phrase, person: null }));
  const found: Named[] = [];
  let next = 0;
  for (let at = 0; at < reader.tokens.length; ) {
    const phrase = phrases[next];
    if (phrase && phrase.from === at) {
      found.push({ phrase, person: null });
      next++;
      at = Math.max(phrase.to, phrase.consumed);
      continue;
    }
    const token = reader.tokens[at];
    const full = token && isWord(reader, at) ? families.get(token.text) : undefined;
    if (token && full)
      found.push({ phrase: again(at, token.start, token.end, full), person: personOf(full) });
    at++;
  }
  return found;
}

/** A family name that can stand alone: no common word, with the article only as an adjective of origin. */
function isFamilyAlone(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  if (reader.tokens[at]?.key === 'الله' || reader.tokens[at]?.key === 'الدين') return false;
  if (!word || word.isKnown) return word?.name === 'sure';
  return !word.isDefinite || (word.country === null && word.core.endsWith('ي'));
}

function remember(
  families: Map<string, Phrase | PartyMention>,
  name: string | undefined,
  value: Phrase | PartyMention,
): void {
  if (name && name.length > 3) families.set(name, value); // shorter words are too often something else
}

function again(at: number, start: number, end: number, full: Phrase | PartyMention): Phrase {
  const phrase = plainPhrase(at, at + 1, start, end);
  phrase.isPerson = true;
  phrase.isDefinite = true;
  phrase.number = 'one';
  phrase.country = full.country;
  phrase.office = 'noun' in full ? full.office : null;
  return phrase;
}

const personOf = (full: Phrase | PartyMention): Person | null => ('noun' in full ? null : full);
