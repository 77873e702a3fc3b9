import type { ActorEntry, NounClass } from './data.ts';
import type { NounForm } from './forms.ts';

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
  /** Titles before a person, widest span, and what they are titles of. */
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
  office: null,
});
