import type { ActorEntry, NounClass } from './data.ts';
import type { NounForm } from './forms.ts';
import type { Reader } from './reader.ts';

/** A noun phrase as read, before its country is settled. Positions are those of the reader. */
export type Phrase = {
  from: number;
  to: number;
  start: number;
  end: number;
  noun: NounClass | null;
  entry: ActorEntry | null;
  isPerson: boolean;
  isAdjective: boolean;
  /** A name between quotation marks inside a phrase. */
  isQuoted: boolean;
  /** Country said inside the phrase. */
  country: string | null;
  number: NounForm['number'] | null;
  isDefinite: boolean;
  /** "التنظيم", "الحركة": the kind of name it points back to. */
  refers: string | null;
  nested: Phrase[];
  /** Position after what is read with the phrase but stands outside it, such as an office after a name. */
  consumed: number;
  /** Titles before a person, or the office after it. */
  office: Phrase | null;
};

export const plainPhrase = (from: number, to: number, start: number, end: number): Phrase => ({
  from,
  to,
  start,
  end,
  noun: null,
  entry: null,
  isPerson: false,
  isAdjective: false,
  isQuoted: false,
  country: null,
  number: null,
  isDefinite: false,
  refers: null,
  nested: [],
  consumed: 0,
  office: null,
});

/** The same phrase once more. Written out: a spread makes a new shape at each place it stands, and what reads phrases is compiled anew for each. */
export const copyOf = (phrase: Phrase): Phrase => ({
  from: phrase.from,
  to: phrase.to,
  start: phrase.start,
  end: phrase.end,
  noun: phrase.noun,
  entry: phrase.entry,
  isPerson: phrase.isPerson,
  isAdjective: phrase.isAdjective,
  isQuoted: phrase.isQuoted,
  country: phrase.country,
  number: phrase.number,
  isDefinite: phrase.isDefinite,
  refers: phrase.refers,
  nested: phrase.nested,
  consumed: phrase.consumed,
  office: phrase.office,
});

/** Lengthens a phrase to a position. */
export function extend(reader: Reader, phrase: Phrase, to: number, end?: number): void {
  if (to <= phrase.to && end === undefined) return;
  phrase.to = Math.max(phrase.to, to);
  phrase.end = end ?? reader.tokens[phrase.to - 1]?.end ?? phrase.end;
}
