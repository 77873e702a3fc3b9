import { nounAt } from './counted-nouns.ts';
import { keptOf } from './kept.ts';
import { fractions, loneScales, ordinalStarts, ordinals, scales, teenStarts, units } from './number-words.ts';
import { comparators, vague } from './quantities.ts';
import type { Token } from './tokenize.ts';

/**
 * Keys with the particles of number words standing apart, and the token each part comes from; `begins` are the parts
 * that can begin a quantity or be a counted noun, which most words are not.
 */
export type NumberView = { keys: string[]; owner: number[]; begins: number[] };

/** Every word that can begin or carry on a quantity. */
export const quantityWords = new Set<string>();
const words = quantityWords;
for (const table of [
  units,
  teenStarts,
  scales,
  loneScales,
  fractions,
  ordinals,
  ordinalStarts,
  comparators,
  vague,
])
  for (const word of table.keys()) words.add(word);
for (const word of ['نيف', 'عديد', 'كثير']) words.add(word);
/** Definite words that are names: the days. */
const days = new Set(['احد', 'اثنين', 'ثلاثاء']);
const hundredsOnly = new Set(['ميتان', 'ميتين', 'ميتا', 'ميتي']);
const yehHamza = '\u0626';

const particles: [string, string[]][] = [
  ['وال', ['و', 'ال']],
  ['بال', ['ال']],
  ['فال', ['ال']],
  ['لل', ['ال']],
  ['ال', ['ال']],
  ['وب', ['و']],
  ['ول', ['و']],
  ['و', ['و']],
  ['ف', []],
  ['ب', []],
  ['ل', []],
];

type Part = { key: string; mayBegin: boolean };
/** A word as it stands and with its particles apart. */
type Parted = { whole: readonly Part[]; apart: readonly Part[]; isTwoHundred: boolean };

/** The view of a text's tokens. Linear: one look-up a token. */
export function numberView(tokens: readonly Token[]): NumberView {
  const view: NumberView = { keys: [], owner: [], begins: [] };
  for (let at = 0; at < tokens.length; at++) {
    const parts = partsOf(tokens[at] as Token); // within bounds
    for (let index = 0; index < parts.length; index++) {
      const { key, mayBegin } = parts[index] as Part; // a loop: most words are one part, and an iterator costs more than it
      if (mayBegin) view.begins.push(view.keys.length);
      view.keys.push(key);
      view.owner.push(at);
    }
  }
  return view;
}

const dead: readonly Part[] = [{ key: '', mayBegin: false }];

function partsOf(token: Token): readonly Part[] {
  const { whole, apart, isTwoHundred } = partedOf(token);
  if (token.kind !== 'word') return whole;
  return isTwoHundred && !token.word.includes(yehHamza) ? dead : apart; // ميتان: two dead
}

const partedOf = keptOf((key): Parted => {
  const isNoun = nounAt(key) !== undefined;
  const partOf = (part: string): Part => ({
    key: part,
    mayBegin: isNoun || words.has(part) || isDigit(part.charCodeAt(0)),
  });
  const whole = [partOf(key)];
  const parts = words.has(key) ? null : behindParticle(key);
  return { whole, apart: parts ? parts.map(partOf) : whole, isTwoHundred: hundredsOnly.has(key) };
});

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function behindParticle(key: string): string[] | null {
  if (!'وفبلا'.includes(key[0] ?? '')) return null;
  for (const [particle, parts] of particles) {
    if (!key.startsWith(particle)) continue;
    const rest = key.slice(particle.length);
    if (words.has(rest) && !(particle.endsWith('ال') && days.has(rest))) return [...parts, rest];
  }
  return null;
}
