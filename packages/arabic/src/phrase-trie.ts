import { hashWord } from './word-hash.ts';

/**
 * A trie over words as one open hash table: an edge is found by the state it leaves and the hash of its word.
 */
export type Trie<T> = {
  /** The state an edge leads to, 0 when there is none. `hasArticle` reads ال before the letters. */
  next: (
    state: number,
    hash: number,
    codes: Uint16Array,
    from: number,
    to: number,
    hasArticle: boolean,
  ) => number;
  /** Whether any phrase may begin with a word of this hash. */
  mayBegin: (hash: number) => boolean;
  valuesAt: (state: number) => readonly T[] | undefined;
};

export const alefCode = 0x0627;
export const lamCode = 0x0644;

const filterSize = 1 << 16; // bits of a hash that a phrase may begin with: rejects most words with one look
const load = 2; // slots an edge: half empty, so that a search ends soon

const scatter = (state: number, hash: number): number => {
  const mixed = Math.imul(state ^ 0x9e3779b9, 0x85ebca6b) ^ hash;
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
};

/**
 * An edge is four numbers in one place of memory: the state it leaves, the hash of its word, the place of its letters with
 * a bit for "a phrase ends here" (0 is an empty slot), and a mask of the hashes that go on from it. The state it leads to
 * is its own slot plus one.
 */
const perEdge = 4;
const lettersRoom = 1 << 16;
const maskBit = (hash: number): number => 1 << (hash >>> 27);

const sizeFor = (edges: number): number => {
  let size = 16;
  while (size < edges * load) size *= 2;
  return size;
};

/**
 * Builds the trie of phrases given as words. First words have a part of the table to themselves, which stays in the cache:
 * most words of a text are asked for there and nowhere else.
 */
export function buildTrie<T>(phrases: readonly { words: readonly string[]; value: T }[]): Trie<T> {
  const firsts = sizeFor(new Set(phrases.map(({ words }) => words[0])).size);
  const others = sizeFor(phrases.reduce((sum, { words }) => sum + words.length, 0));
  const edges = new Int32Array((firsts + others) * perEdge);
  const filter = new Int32Array(filterSize >> 5);
  const pool = poolOfWords();
  const values = new Map<number, T[]>();
  const at = (place: number): number => edges[place] as number; // within the table

  const edgeFor = (state: number, word: string): number => {
    const hash = hashWord(word);
    const letters = (pool.placeOf(word) + 1) * 2;
    const low = state === 0 ? 0 : firsts;
    const mask = (state === 0 ? firsts : others) - 1;
    let slot = scatter(state, hash) & mask;
    for (; at((low + slot) * perEdge + 2) !== 0; slot = (slot + 1) & mask) {
      const place = (low + slot) * perEdge;
      if (at(place) === state && (at(place + 2) & ~1) === letters) return low + slot + 1;
    }
    edges.set([state, hash, letters, 0], (low + slot) * perEdge);
    const bits = (hash & (filterSize - 1)) >> 5;
    if (state === 0) filter[bits] = (filter[bits] as number) | (1 << (hash & 31));
    else edges[(state - 1) * perEdge + 3] = at((state - 1) * perEdge + 3) | maskBit(hash);
    return low + slot + 1;
  };
  for (const { words, value } of phrases) {
    let state = 0;
    for (const word of words) state = edgeFor(state, word);
    if (state === 0) continue;
    edges[(state - 1) * perEdge + 2] = at((state - 1) * perEdge + 2) | 1;
    const known = values.get(state);
    if (known) known.push(value);
    else values.set(state, [value]);
  }

  const letters = pool.letters();
  return {
    next(state, hash, codes, start, end, hasArticle) {
      if (state !== 0 && ((edges[(state - 1) * perEdge + 3] as number) & maskBit(hash)) === 0) return 0;
      const low = state === 0 ? 0 : firsts;
      const mask = (state === 0 ? firsts : others) - 1;
      let slot = scatter(state, hash) & mask;
      for (; ; slot = (slot + 1) & mask) {
        const place = (low + slot) * perEdge;
        const word = edges[place + 2] as number; // within the table
        if (word === 0) return 0;
        if (edges[place + 1] !== hash || edges[place] !== state) continue;
        if (spells(letters, (word >> 1) - 1, codes, start, end, hasArticle)) return low + slot + 1;
      }
    },
    mayBegin: (hash) => ((filter[(hash & (filterSize - 1)) >> 5] as number) & (1 << (hash & 31))) !== 0,
    valuesAt: (state) =>
      ((edges[(state - 1) * perEdge + 2] as number) & 1) === 0 ? undefined : values.get(state),
  };
}

/** The letters of all distinct words one behind the other, each with its length before it. */
function poolOfWords() {
  const places = new Map<string, number>();
  let letters = new Uint16Array(lettersRoom);
  let length = 0;
  return {
    placeOf(word: string): number {
      const known = places.get(word);
      if (known !== undefined) return known;
      if (length + word.length + 1 > letters.length) {
        const more = new Uint16Array(2 * letters.length + word.length);
        more.set(letters);
        letters = more;
      }
      const place = length;
      letters[length++] = word.length;
      for (let at = 0; at < word.length; at++) letters[length++] = word.charCodeAt(at);
      places.set(word, place);
      return place;
    },
    letters: () => letters.slice(0, length),
  };
}

/** Hashes can collide: an edge is taken only when it spells the word. */
function spells(
  letters: Uint16Array,
  place: number,
  codes: Uint16Array,
  start: number,
  end: number,
  hasArticle: boolean,
): boolean {
  const skip = hasArticle ? 2 : 0;
  if ((letters[place] as number) - skip !== end - start) return false;
  if (hasArticle && (letters[place + 1] !== alefCode || letters[place + 2] !== lamCode)) return false;
  const shift = place + 1 + skip - start;
  for (let at = start; at < end; at++) if (letters[at + shift] !== codes[at]) return false;
  return true;
}
