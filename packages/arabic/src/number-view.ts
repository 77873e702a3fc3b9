import { kept } from './kept.ts';
import { fractions, loneScales, ordinalStarts, ordinals, scales, teenStarts, units } from './number-words.ts';
import { comparators, vague } from './quantities.ts';
import type { Token } from './tokenize.ts';

/** Keys with the particles of number words standing apart, and the token each part comes from. */
export type NumberView = { keys: string[]; owner: number[] };

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

/** The view of a text's tokens. Linear: a few look-ups a token, only for words that begin like a particle. */
export function numberView(tokens: readonly Token[]): NumberView {
  const view: NumberView = { keys: [], owner: [] };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token; // within bounds
    const parts = token.kind === 'word' ? partsOf(token) : undefined;
    if (parts === undefined) {
      view.keys.push(token.key);
      view.owner.push(at);
    } else
      for (const part of parts) {
        view.keys.push(part);
        view.owner.push(at);
      }
  }
  return view;
}

function partsOf({ key, word }: Token): string[] | undefined {
  if (words.has(key)) return hundredsOnly.has(key) && !word.includes(yehHamza) ? [''] : undefined; // ميتان: two dead
  return behindParticle(key) ?? undefined;
}

const behindParticle = kept((key): string[] | null => {
  if (!'وفبلا'.includes(key[0] ?? '')) return null;
  for (const [particle, parts] of particles) {
    if (!key.startsWith(particle)) continue;
    const rest = key.slice(particle.length);
    if (words.has(rest) && !(particle.endsWith('ال') && days.has(rest))) return [...parts, rest];
  }
  return null;
});
