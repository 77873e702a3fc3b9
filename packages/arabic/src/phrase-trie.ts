import { hashWord } from './word-hash.ts';

/**
 * A trie over the hashes of words in two open tables: one for first words, which stays in the cache because most words of a
 * text are asked for there and nowhere else, one for those behind them. Letters are compared once, when a phrase ends.
 */
export type Trie<T> = {
  /** Hash of the first word by place, 0 for none; the size is a power of two. The state it leads to is its place plus one. */
  firsts: Int32Array;
  /** Hash of the state left and of the word read, likewise; the states count on from those of `firsts`. */
  others: Int32Array;
  /** Two numbers a state: the phrase that ends there, 0 for none, and one of 32 bits for each hash that may go on. */
  states: Int32Array;
  parents: Int32Array;
  /** Where each phrase is in `spelling`: the number of its words, then of each the number of its letters and these. */
  places: Int32Array;
  spelling: Uint16Array;
  /** Another phrase whose words have the same hashes, by phrase; 0 for none. */
  twins: Int32Array;
  /** By phrase, in the order they were given. */
  values: T[][];
};

const load = 4; // places an edge: nearly every search ends at the first look

const sizeFor = (edges: number): number => {
  let size = 16;
  while (size < edges * load) size *= 2;
  return size;
};

const filled = (hash: number): number => (hash === 0 ? 1 : hash); // 0 stands for an empty place
const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7;
const mix = (state: number, hash: number): number => filled(Math.imul(state ^ 0x9e3779b9, 0x85ebca6b) ^ hash);
const bitOf = (hash: number): number => 1 << (hash >>> 27);

/** The state after a first word of this hash, 0 when no phrase begins so. */
export function firstState<T>({ firsts }: Trie<T>, hash: number): number {
  const mask = firsts.length - 1;
  const wanted = filled(hash);
  for (let place = spread(wanted) & mask; ; place = (place + 1) & mask) {
    const found = firsts[place] as number; // the mask keeps it within the table
    if (found === wanted) return place + 1;
    if (found === 0) return 0;
  }
}

/** The state after a word of this hash behind those that led to `state`, 0 when no phrase goes on so. */
export function nextState<T>(trie: Trie<T>, state: number, hash: number): number {
  const { firsts, others, states, parents } = trie;
  if (((states[2 * state + 1] as number) & bitOf(hash)) === 0) return 0;
  const mask = others.length - 1;
  const wanted = mix(state, hash);
  for (let place = spread(wanted) & mask; ; place = (place + 1) & mask) {
    const found = others[place] as number;
    if (found === 0) return 0;
    const next = firsts.length + place + 1;
    if (found === wanted && parents[next] === state) return next;
  }
}

type Phrase<T> = { words: readonly string[]; value: T };

/** Builds the trie of phrases given as words; phrases without words are left out. */
export function buildTrie<T>(given: readonly Phrase<T>[]): Trie<T> {
  // short ones first, so that what is found most often lies close together
  const sorted = given
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => a.words.length - b.words.length);
  const firsts = new Int32Array(sizeFor(new Set(sorted.map(({ words }) => words[0])).size));
  const others = new Int32Array(sizeFor(sorted.reduce((sum, { words }) => sum + words.length - 1, 0)));
  const count = firsts.length + others.length + 1; // state 0 is none
  const edges = { firsts, others, states: new Int32Array(2 * count), parents: new Int32Array(count) };
  const places = [0]; // phrase 0 is none
  const spelling: number[] = [];
  const twins = [0];
  const values: T[][] = [[]];
  for (const { words, value } of sorted) {
    let state = 0;
    for (const word of words) state = edgeFor(edges, state, hashWord(word));
    const first = edges.states[2 * state] as number;
    const letters = spell(words);
    let phrase = first;
    while (phrase !== 0 && !isAt(spelling, places[phrase] as number, letters))
      phrase = twins[phrase] as number;
    if (phrase !== 0) values[phrase]?.push(value);
    else {
      edges.states[2 * state] = values.push([value]) - 1;
      twins.push(first);
      places.push(spelling.length);
      for (const letter of letters) spelling.push(letter);
    }
  }
  return {
    firsts,
    others,
    states: edges.states,
    parents: edges.parents,
    places: Int32Array.from(places),
    spelling: Uint16Array.from(spelling),
    twins: Int32Array.from(twins),
    values,
  };
}

function spell(words: readonly string[]): number[] {
  const letters = [words.length];
  for (const word of words) {
    letters.push(word.length);
    for (let at = 0; at < word.length; at++) letters.push(word.charCodeAt(at));
  }
  return letters;
}

const isAt = (spelling: readonly number[], place: number, letters: readonly number[]): boolean =>
  letters.every((letter, at) => spelling[place + at] === letter);

type Edges = Pick<Trie<unknown>, 'firsts' | 'others' | 'states' | 'parents'>;

/** The state after a word of this hash, made when it is not there. */
function edgeFor({ firsts, others, states, parents }: Edges, state: number, hash: number): number {
  const table = state === 0 ? firsts : others;
  const base = state === 0 ? 1 : firsts.length + 1;
  const key = state === 0 ? filled(hash) : mix(state, hash);
  const mask = table.length - 1;
  let place = spread(key) & mask;
  for (; table[place] !== 0; place = (place + 1) & mask)
    if (table[place] === key && parents[base + place] === state) return base + place;
  table[place] = key;
  parents[base + place] = state;
  states[2 * state + 1] = (states[2 * state + 1] as number) | bitOf(hash);
  return base + place;
}
