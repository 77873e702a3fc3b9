import { mapped, type Token, tokenize } from '@rasid/arabic';
import { describesBefore } from './adjectives.ts';
import { capitalSpeaks } from './capital.ts';
import { familyNames } from './coreference.ts';
import { countryFinder } from './country.ts';
import type { ActorEntry } from './data.ts';
import { compileLexicon } from './lexicon.ts';
import { describe } from './mention.ts';
import { peopleOrAdjective } from './people.ts';
import { cueBefore, isSonOf } from './person.ts';
import type { Phrase } from './phrase.ts';
import { isWord, openReader, type Reader } from './reader.ts';
import { referenceAt, referring, resolveReferences } from './references.ts';
import { personOrOffice } from './titles.ts';
import type { PartyContext, PartyMention } from './types.ts';

export type PartyFinder = (text: string, tokens?: readonly Token[], context?: PartyContext) => PartyMention[];

/**
 * Makes a finder over a registry. The finder gives every phrase of a text that can be actor, target, victim
 * or source, from left to right and not overlapping; what is named inside a phrase is in its `nested`.
 */
export function createPartyFinder(actors: readonly ActorEntry[]): PartyFinder {
  const lexicon = compileLexicon(actors);
  const byId = new Map(actors.map((entry) => [entry.id, entry]));
  return (text, tokens = tokenize(text), context = {}) => {
    const reader = openReader(text, tokens, lexicon, context);
    const knownEntries = (context.known ?? []).flatMap(({ canon }) => byId.get(canon ?? '') ?? []);
    const phrases = resolveReferences(readPhrases(reader), knownEntries);
    const named = familyNames(reader, phrases, context.known ?? []);
    const witnesses = named.flatMap(({ phrase: { start, country } }) =>
      country ? [{ start, country }] : [],
    );
    const countryAt = countryFinder(witnesses, context);
    return mapped(named, ({ phrase, person }) => describe(reader, phrase, countryAt, person));
  };
}

function readPhrases(reader: Reader): Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < reader.tokens.length; ) {
    const isFree =
      mayBegin(reader, at) &&
      (phrases.at(-1)?.to === at || isGroups(reader, at) || !describesBefore(reader, at));
    const phrase = isFree ? read(reader, at) : null;
    if (phrase) phrases.push(phrase);
    at = phrase ? Math.max(phrase.to, phrase.consumed) : at + 1;
  }
  return phrases;
}

/** "قذيفة حوثية": an adjective that is the name of a group tells whose it is. */
const isGroups = (reader: Reader, at: number): boolean =>
  reader.matchesAt(at).some(({ value, proclitic }) => proclitic === '' && value.entry?.sector === 'REB');

/** Whether anything of a word says that a party may begin with it: of most words nothing does. */
function mayBegin(reader: Reader, at: number): boolean {
  if (!isWord(reader, at)) return false;
  const begins = reader.words[at]?.begins;
  if (begins === 'any' || reader.matchesAt(at).length > 0) return true;
  return (begins === 'cued' && cueBefore(reader, at) !== null) || isSonOf(reader, at);
}

function read(reader: Reader, at: number): Phrase | null {
  const phrase = personOrOffice(reader, at) ?? peopleOrAdjective(reader, at) ?? referenceAt(reader, at);
  if (!phrase || !capitalSpeaks(reader, phrase)) return null;
  if (isBareWatch(phrase)) phrase.refers = referring(reader.words[at]?.core ?? '');
  closeQuotation(reader, phrase);
  return phrase;
}

/** "وفق المرصد": the one named before, or one nobody named. */
const isBareWatch = ({ noun, from, to, isDefinite }: Phrase): boolean =>
  noun?.source === 'ngo_monitor' && isDefinite && to === from + 1;

/** A quotation that opens inside a phrase and ends with it is closed inside: "تنظيم «الدولة»". */
function closeQuotation(reader: Reader, phrase: Phrase): void {
  const closes = reader.closesAt[phrase.to - 1] ?? 0;
  for (let at = phrase.from + 1; closes > 0 && at < phrase.to; at++)
    if (reader.quotedUntil[at] === phrase.to) phrase.end = closes;
}
