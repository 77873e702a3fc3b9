import { articleHash, asWritten, type Way, waysToRead } from './particles.ts';
import { firstState, nextState, type Trie } from './phrase-trie.ts';
import { withFront, withoutFront } from './word-hash.ts';
import type { WordView } from './word-view.ts';

const alef = 0x0627;
const lam = 0x0644;
const minRest = 2; // letters that must be left behind a particle

/** Takes a phrase that is found, with its place in the words of the view and how the first of them was read. */
export type Take<T> = (values: readonly T[], from: number, to: number, way: Way) => void;

/** Whether any phrase begins with the first word of a view: what all words of one key have in common. */
export const mayBegin = <T>(trie: Trie<T>, view: WordView, takesParticles: boolean): boolean =>
  firstState(trie, view.hashes[0] as number) !== 0 ||
  (takesParticles && waysOf(view, 0).some((way) => stateBehind(trie, view, 0, way) !== 0));

/** The longest phrases from left to right that do not overlap; of those that begin with the words asked, if any are given. */
export function eachLongest<T>(
  trie: Trie<T>,
  view: WordView,
  takesParticles: boolean,
  asked: readonly number[] | null,
  take: Take<T>,
): void {
  let free = 0;
  const count = asked ? asked.length : view.count;
  for (let index = 0; index < count; index++) {
    const word = asked ? (asked[index] as number) : index;
    if (word < free) continue;
    const state = firstState(trie, view.hashes[word] as number); // covers every word of the view
    let best = state === 0 ? 0 : longestFrom(trie, view, word, state, asWritten);
    let bestWay = asWritten;
    if (takesParticles)
      for (const way of waysOf(view, word)) {
        const behind = stateBehind(trie, view, word, way);
        const phrase = behind === 0 ? 0 : longestFrom(trie, view, word, behind, way);
        if (phrase === 0 || (best !== 0 && order(trie, phrase, way, best, bestWay) >= 0)) continue;
        best = phrase;
        bestWay = way;
      }
    if (best === 0) continue;
    free = word + wordsOf(trie, best);
    take(trie.values[best] as T[], word, free, bestWay);
  }
}

/** Every phrase that begins with a word, the longest first. */
export function everyAt<T>(
  trie: Trie<T>,
  view: WordView,
  word: number,
  takesParticles: boolean,
  take: Take<T>,
): void {
  let found = collect(trie, view, word, firstState(trie, view.hashes[word] as number), asWritten, nothing);
  if (takesParticles)
    for (const way of waysOf(view, word))
      found = collect(trie, view, word, stateBehind(trie, view, word, way), way, found);
  for (const { phrase, way } of found)
    take(trie.values[phrase] as T[], word, word + wordsOf(trie, phrase), way);
}

type Found = { phrase: number; way: Way };
const nothing: Found[] = []; // no phrase begins with most words: it stays empty

/** `found` with the phrases on the way on from a first word. */
function collect<T>(
  trie: Trie<T>,
  view: WordView,
  word: number,
  begin: number,
  way: Way,
  found: Found[],
): Found[] {
  let list = found;
  const last = begin === 0 ? 0 : lastEnd(trie, view, word, begin);
  for (let state = last; state !== 0; state = trie.parents[state] as number) {
    const phrase = spelledAt(trie, view, word, state, way);
    if (phrase === 0) continue;
    if (list === nothing) list = [];
    insert(trie, list, { phrase, way });
  }
  return list;
}

/** Puts a phrase behind those that go before it; there are few. */
function insert<T>(trie: Trie<T>, list: Found[], one: Found): void {
  let at = list.length;
  for (; at > 0; at--) {
    const before = list[at - 1] as Found; // there is one
    if (order(trie, before.phrase, before.way, one.phrase, one.way) <= 0) break;
    list[at] = before;
  }
  list[at] = one;
}

const wordsOf = <T>({ places, spelling }: Trie<T>, phrase: number): number =>
  spelling[places[phrase] as number] as number;

/** More words go first, then those behind the shorter particle: below 0 when the first of two does. */
const order = <T>(trie: Trie<T>, phrase: number, way: Way, other: number, otherWay: Way): number =>
  wordsOf(trie, other) - wordsOf(trie, phrase) || way.particle.length - otherWay.particle.length;

const noWays: readonly Way[] = [];
function waysOf({ codes, starts }: WordView, word: number): readonly Way[] {
  const start = starts[word] as number;
  const isLong = (starts[word + 1] as number) - start > minRest;
  return isLong ? waysToRead(codes[start] as number, codes[start + 1] as number) : noWays;
}

/** The state after the first word read in this way. */
function stateBehind<T>(trie: Trie<T>, view: WordView, word: number, way: Way): number {
  const { codes, starts, hashes } = view;
  const start = starts[word] as number;
  const { length } = way.codes;
  const rest = (starts[word + 1] as number) - start - length;
  if (rest < minRest) return 0;
  for (let at = 0; at < length; at++) if (codes[start + at] !== way.codes[at]) return 0;
  const hash = withoutFront(hashes[word] as number, way.hash, rest);
  return firstState(trie, way.hasArticle ? withFront(hash, articleHash, rest) : hash);
}

/** The last state at which a phrase ends, on the way on from a first word; 0 for none. Nothing is spelled out yet. */
function lastEnd<T>(trie: Trie<T>, view: WordView, word: number, begin: number): number {
  const { states } = trie;
  const { count, hashes } = view;
  let last = 0;
  for (let state = begin, next = word + 1; state !== 0; next++) {
    if (states[2 * state] !== 0) last = state;
    if (next >= count) break;
    state = nextState(trie, state, hashes[next] as number);
  }
  return last;
}

/** The longest phrase on the way on from a first word that the text spells; 0 for none. */
function longestFrom<T>(trie: Trie<T>, view: WordView, word: number, begin: number, way: Way): number {
  for (let state = lastEnd(trie, view, word, begin); state !== 0; state = trie.parents[state] as number) {
    const phrase = spelledAt(trie, view, word, state, way);
    if (phrase !== 0) return phrase;
  }
  return 0;
}

/** The phrase that ends at a state, when the text spells it: hashes can collide. */
function spelledAt<T>(trie: Trie<T>, view: WordView, word: number, state: number, way: Way): number {
  let phrase = trie.states[2 * state] as number;
  while (phrase !== 0 && !isSpelled(trie, view, word, phrase, way)) phrase = trie.twins[phrase] as number;
  return phrase;
}

function isSpelled<T>(
  { places, spelling }: Trie<T>,
  view: WordView,
  word: number,
  phrase: number,
  way: Way,
): boolean {
  const { codes, starts } = view;
  let place = places[phrase] as number;
  let start = (starts[word] as number) + way.codes.length;
  const last = word + (spelling[place++] as number);
  let length = spelling[place++] as number;
  if (way.hasArticle) {
    if (length < 2 || spelling[place] !== alef || spelling[place + 1] !== lam) return false;
    place += 2;
    length -= 2;
  }
  for (let next = word + 1; ; next++) {
    const end = starts[next] as number;
    if (length !== end - start) return false;
    while (start < end) if (codes[start++] !== spelling[place++]) return false;
    if (next === last) return true;
    length = spelling[place++] as number;
  }
}
