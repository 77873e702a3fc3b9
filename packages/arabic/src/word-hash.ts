/**
 * A polynomial hash, so that the hash of a word without its first letters, or with the article before it, follows from the
 * word's own: a particle is taken off without reading the word again.
 */
const base = 0x01000193; // the prime of FNV; odd, so that no letter is lost
export const addLetter = (hash: number, code: number): number => (Math.imul(hash, base) + code) | 0;

export function hashWord(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = addLetter(hash, word.charCodeAt(at));
  return hash;
}

const known = 32; // words are shorter
const powers = new Int32Array(known);
powers[0] = 1;
for (let at = 1; at < known; at++) powers[at] = Math.imul(powers[at - 1] as number, base);

function power(exponent: number): number {
  let value = powers[Math.min(exponent, known - 1)] as number;
  for (let at = known - 1; at < exponent; at++) value = Math.imul(value, base);
  return value;
}

/** The hash of what is left of a word when `front` is taken off and `length` letters are left. */
export const withoutFront = (hash: number, front: number, length: number): number =>
  (hash - Math.imul(front, power(length))) | 0;

/** The hash of a rest of `length` letters with `front` before it. */
export const withFront = (hash: number, front: number, length: number): number =>
  (hash + Math.imul(front, power(length))) | 0;
