import { lookupKey } from '@rasid/arabic';
import type { ActorEntry } from './data.ts';
import { type Phrase, plainPhrase } from './phrase.ts';
import type { Reader } from './reader.ts';

/** Definite nouns that point back to a party named before, and the sectors they can point to. */
const nouns: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    تنظيم: ['REB', 'PTY', 'PRM'],
    حركة: ['REB', 'PTY', 'PRM'],
    حزب: ['REB', 'PTY', 'PRM'],
    جماعة: ['REB', 'PTY', 'PRM'],
    جبهة: ['REB', 'PTY'],
    ميليشيا: ['REB', 'PRM'],
    مليشيا: ['REB', 'PRM'],
    ميليشيات: ['REB', 'PRM'],
    مليشيات: ['REB', 'PRM'],
    مرصد: ['NGO'],
    منظمة: ['NGO', 'IGO'],
    مفوضية: ['IGO'],
    وكالة: ['JRN', 'IGO'],
    صحيفة: ['JRN'],
    قناة: ['JRN'],
    شبكة: ['JRN', 'NGO'],
  }).map(([noun, sectors]) => [lookupKey(noun), sectors]),
);
const militias = /^مي?ليشي/u; // any armed group can be called so, whatever its name begins with

/** The noun if it points back, else null. */
export const referring = (core: string): string | null => (nouns.has(core) ? core : null);

/** "التنظيم" alone, as a phrase that waits for its party. */
export function referenceAt(reader: Reader, at: number): Phrase | null {
  const word = reader.words[at];
  const token = reader.tokens[at];
  if (!word?.isDefinite || !token) return null;
  const refers = referring(word.core);
  if (!refers) return null;
  const phrase = plainPhrase(at, at + 1, token.start + word.skip, token.end);
  phrase.isDefinite = true;
  phrase.refers = refers;
  return phrase;
}

/** Gives every reference the last party named before that it can mean; those without one are dropped or stay bare. */
export function resolveReferences(phrases: readonly Phrase[], known: Iterable<ActorEntry>): Phrase[] {
  const last = new Map<string, ActorEntry>();
  for (const entry of known) note(last, entry);
  const resolve = (phrase: Phrase): void => {
    if (phrase.entry && !phrase.isPerson) note(last, phrase.entry);
    if (phrase.refers && !phrase.entry) phrase.entry = last.get(phrase.refers) ?? null;
    if (isBareRebels(phrase)) phrase.entry = last.get(rebels) ?? null;
    for (const inner of phrase.nested) resolve(inner);
  };
  for (const phrase of phrases) resolve(phrase);
  return phrases.filter(({ refers, entry, noun }) => !refers || entry || noun);
}

const rebels = 'متمردون';

/** "المتمردون" with nothing that says whose: the armed group named last. */
const isBareRebels = ({ noun, nested, country, isDefinite, entry, from, to }: Phrase): boolean =>
  noun?.id === 'rebels' &&
  to === from + 1 &&
  nested.length === 0 &&
  country === null &&
  isDefinite &&
  entry === null;

function note(last: Map<string, ActorEntry>, entry: ActorEntry): void {
  if (entry.sector === 'REB') last.set(rebels, entry);
  for (const [noun, sectors] of nouns)
    if (sectors.includes(entry.sector) && (militias.test(noun) || firstWords(entry).has(noun)))
      last.set(noun, entry);
}

const cache = new WeakMap<ActorEntry, ReadonlySet<string>>();
function firstWords(entry: ActorEntry): ReadonlySet<string> {
  const known = cache.get(entry);
  if (known) return known;
  const words = new Set(
    [entry.name.ar, ...entry.variants].map((name) => lookupKey(name.split(' ')[0] ?? '').replace(/^ال/u, '')),
  );
  cache.set(entry, words);
  return words;
}
