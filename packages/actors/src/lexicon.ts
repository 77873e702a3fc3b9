import { compilePhrases, type PhraseMatcher } from '@rasid/arabic';
import { type ActorEntry, countries, nounClasses } from './data.ts';
import { formsOf, type NounForm } from './forms.ts';

/** What a phrase of the lexicon stands for. */
export type Reading =
  | { entry: ActorEntry; isCapital: boolean; local: LocalName | null; form: null }
  | { entry: null; isCapital: false; local: null; form: NounForm };

/** A name that means the party only in some countries or times. */
export type LocalName = NonNullable<ActorEntry['local']>[number];

export type Lexicon = PhraseMatcher<Reading>;

/** Registry, countries and head nouns in one trie: one pass over the text. */
export function compileLexicon(actors: readonly ActorEntry[]): Lexicon {
  return compilePhrases<Reading>(readings(actors), { proclitics: true });
}

function* readings(actors: readonly ActorEntry[]): Iterable<{ phrase: string; value: Reading }> {
  for (const entry of actors) {
    for (const phrase of new Set([entry.name.ar, ...entry.variants]))
      yield { phrase, value: { entry, isCapital: false, local: null, form: null } };
  }
  for (const entry of actors) {
    for (const local of entry.local ?? [])
      yield { phrase: local.name, value: { entry, isCapital: false, local, form: null } };
  }
  for (const country of countryEntries) {
    const { entry, capitals } = country;
    for (const phrase of new Set([entry.name.ar, ...entry.variants]))
      yield { phrase, value: { entry, isCapital: false, local: null, form: null } };
    for (const phrase of capitals)
      yield { phrase, value: { entry, isCapital: true, local: null, form: null } };
  }
  for (const noun of nounClasses) {
    const seen = new Set<string>();
    for (const form of formsOf(noun)) {
      if (seen.has(form.phrase)) continue;
      seen.add(form.phrase);
      yield { phrase: form.phrase, value: { entry: null, isCapital: false, local: null, form } };
    }
  }
}

/** States as parties: their id is the ISO code. */
export const countryEntries: readonly { entry: ActorEntry; capitals: string[] }[] = countries.map((each) => ({
  capitals: each.capitals,
  entry: {
    id: each.country,
    name: each.name,
    variants: each.variants,
    sector: 'GOV',
    country: each.country,
    inter: each.inter,
    parent: null,
    validFrom: null,
    validTo: null,
  },
}));
