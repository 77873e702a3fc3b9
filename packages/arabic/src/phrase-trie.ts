/**
 * A trie over words as one open hash table: an edge is found by the state it leaves and the hash of its word. Hashes run
 * from the last letter to the first, so that the hash of a word without its particles is met on the way.
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

export const startHash = 0x811c9dc5 | 0; // FNV-1a
const prime = 0x01000193;
export const addLetter = (hash: number, code: number): number => Math.imul(hash ^ code, prime);

export const alefCode = 0x0627;
export const lamCode = 0x0644;

const filterSize = 1 << 16; // bits of a hash that a phrase may begin with: rejects most words with one look
const load = 2; // slots an edge: half empty, so that a search ends soon

export function hashWord(word: string): number {
  let hash = startHash;
  for (let at = word.length - 1; at >= 0; at--) hash = addLetter(hash, word.charCodeAt(at));
  return hash;
}

const scatter = (state: number, hash: number): number => {
  const mixed = Math.imul(state ^ 0x9e3779b9, 0x85ebca6b) ^ hash;
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
};

const perEdge = 4; // state it leaves, hash of its word, state it leads to, place of its letters
const lettersRoom = 1 << 16;

/** Builds the trie of phrases given as words. Its arrays lie flat: a search touches one line of memory, seldom two. */
export function buildTrie<T>(phrases: readonly { words: readonly string[]; value: T }[]): Trie<T> {
  const wanted = phrases.reduce((sum, { words }) => sum + words.length, 0) * load;
  let size = 16;
  while (size < wanted) size *= 2;
  const mask = size - 1;
  const edges = new Int32Array(size * perEdge);
  const filter = new Int32Array(filterSize >> 5);
  const pool = poolOfWords();
  const values: (T[] | undefined)[] = [undefined];

  const edgeFor = (state: number, word: string): number => {
    const hash = hashWord(word);
    const letters = pool.placeOf(word);
    let slot = scatter(state, hash) & mask;
    for (; edges[slot * perEdge + 2] !== 0; slot = (slot + 1) & mask) {
      const at = slot * perEdge;
      if (edges[at] === state && edges[at + 3] === letters) return edges[at + 2] as number;
    }
    values.push(undefined);
    edges.set([state, hash, values.length - 1, letters], slot * perEdge);
    if (state === 0)
      filter[(hash & (filterSize - 1)) >> 5] =
        (filter[(hash & (filterSize - 1)) >> 5] ?? 0) | (1 << (hash & 31));
    return values.length - 1;
  };
  for (const { words, value } of phrases) {
    let state = 0;
    for (const word of words) state = edgeFor(state, word);
    const known = values[state];
    if (known) known.push(value);
    else if (state !== 0) values[state] = [value];
  }

  const letters = pool.letters();
  return {
    next(state, hash, codes, start, end, hasArticle) {
      let at = (scatter(state, hash) & mask) * perEdge;
      while (edges[at + 2] !== 0) {
        if (
          edges[at + 1] === hash &&
          edges[at] === state &&
          spells(letters, edges[at + 3] as number, codes, start, end, hasArticle)
        )
          return edges[at + 2] as number;
        at = (at + perEdge) & (size * perEdge - 1);
      }
      return 0;
    },
    mayBegin: (hash) => ((filter[(hash & (filterSize - 1)) >> 5] as number) & (1 << (hash & 31))) !== 0,
    valuesAt: (state) => values[state],
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
