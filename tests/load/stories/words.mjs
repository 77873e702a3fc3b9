import { seeded } from '../arabic/corpus.mjs';

const letters = [...'ابتجحدرسشصطعفقكلمنهوي'];

/** Words that no article holds, some common and most rare, as in a language. */
export function vocabulary(size, seed) {
  const next = seeded(seed);
  return Array.from({ length: size }, () =>
    Array.from({ length: 4 + next(4) }, () => letters[next(letters.length)]).join(''),
  );
}

/** Picks from a list, the first entries far more often than the last. */
export const skewed = (list, next) => list[Math.floor(list.length * (next(10_000) / 10_000) ** 3)];

export function texts(count, words, seed) {
  const next = seeded(seed);
  const pool = vocabulary(20_000, 7);
  return Array.from({ length: count }, () =>
    Array.from({ length: words }, () => skewed(pool, next)).join(' '),
  );
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
