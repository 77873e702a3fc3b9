import { mapped } from '@rasid/arabic';
import { cueBefore } from './person.ts';
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
  const families = familiesOf(reader, phrases, known);
  if (families.alone.size + families.cued.size === 0)
    return mapped(phrases, (phrase) => ({ phrase, person: null }));
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
    const named = isWord(reader, at) ? familyAt(reader, at, families) : null;
    if (named) found.push(named);
    at++;
  }
  return found;
}

type Full = Phrase | PartyMention;
/** Full names by their last word: `cued` where it could be another word, believed only where somebody speaks. */
type Families = { alone: Map<string, Full>; cued: Map<string, Full> };

function familiesOf(reader: Reader, phrases: readonly Phrase[], known: readonly PartyMention[]): Families {
  const families: Families = { alone: new Map(), cued: new Map() };
  for (const mention of known) {
    const last = mention.text.split(' ').at(-1);
    if (mention.kind === 'person') remember(families.alone, last, mention);
    else if (mention.kind === 'registered' && mention.number === 'one' && mention.text !== last)
      remember(families.cued, last, mention);
  }
  for (const phrase of phrases) {
    const at = phrase.to - 1;
    if (!phrase.isPerson || at === phrase.from || endings.test(reader.tokens[at]?.key ?? '')) continue;
    const isAlone = phrase.entry === null && isFamilyAlone(reader, at);
    remember(isAlone ? families.alone : families.cued, reader.tokens[at]?.text, phrase);
  }
  return families;
}
const endings = /^(?:الله|الدين)$/u; // the second half of many names

function familyAt(reader: Reader, at: number, { alone, cued }: Families): Named | null {
  const token = reader.tokens[at];
  if (!token) return null;
  const before = reader.tokens[at - 1]?.key ?? '';
  const skip = /^و?(?:وفقا|طبقا)$/u.test(before) && token.text.startsWith('ل') ? 1 : 0; // "وفقا لفلان"
  const name = token.text.slice(skip);
  const full = alone.get(name) ?? (skip > 0 || isSaid(reader, at) ? cued.get(name) : undefined);
  return full ? { phrase: again(at, token.start + skip, token.end, full), person: personOf(full) } : null;
}

/** "أكد فلان", "بحسب فلان", "المهندس فلان": a word beside which a name stands. */
const isSaid = (reader: Reader, at: number): boolean =>
  cueBefore(reader, at) === 'speech' ||
  reader.tokens[at - 1]?.key === 'وعبر' ||
  /^[وف]?ب?(?:حسب|وفق)$/u.test(reader.tokens[at - 1]?.key ?? '') ||
  (at > 0 && reader.matchesAt(at - 1).some(({ value }) => value.form?.noun.id === 'honorific'));

/** A family name that can stand alone: no common word, with the article only as an adjective of origin. */
function isFamilyAlone(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  if (!word || word.isKnown) return word?.name === 'sure';
  return !word.isDefinite || (word.country === null && word.core.endsWith('ي'));
}

function remember(families: Map<string, Full>, name: string | undefined, value: Full): void {
  if (name && name.length > 3) families.set(name, value); // shorter words are too often something else
}

function again(at: number, start: number, end: number, full: Full): Phrase {
  const phrase = plainPhrase(at, at + 1, start, end);
  phrase.isPerson = true;
  phrase.isDefinite = true;
  phrase.number = 'one';
  phrase.country = full.country;
  phrase.entry = 'entry' in full ? full.entry : null;
  phrase.office = 'noun' in full ? full.office : null;
  return phrase;
}

const personOf = (full: Full): Person | null => ('noun' in full ? null : full);
