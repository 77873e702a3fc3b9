import type { Trie } from './phrase-trie.ts';
import { hashWord, withFront, withoutFront } from './word-hash.ts';
import type { WordView } from './word-view.ts';

/** Particles in the forms they are written, tried only when the rest is a known first word; longest first. */
const proclitics = [
  ...[
    'وبال',
    'فبال',
    'وكال',
    'ولل',
    'فلل',
    'وال',
    'بال',
    'فال',
    'كال',
    'لل',
    'وب',
    'ول',
    'وك',
    'فب',
    'فل',
    'ال',
  ],
  ...['و', 'ف', 'ب', 'ل', 'ك', 'س'],
].map((text) => ({
  text,
  codes: Uint16Array.from(text, (letter) => letter.charCodeAt(0)),
  hash: hashWord(text),
  // "للقوات" and "بالقوات" hide the article of القوات; "القوات" itself is the whole word
  withArticle: text.endsWith('لل')
    ? text.slice(0, -1)
    : text !== 'ال' && text.endsWith('ال')
      ? text.slice(0, -2)
      : '',
}));
type Proclitic = (typeof proclitics)[number];
const procliticsBy: (Proclitic[] | undefined)[] = [];
for (const proclitic of proclitics) {
  const first = proclitic.codes[0] as number; // none is empty
  procliticsBy[first] = [...(procliticsBy[first] ?? []), proclitic];
}
const articleHash = hashWord('ال');
const minRest = 2; // letters that must be left

export type Hit<T> = { value: T; from: number; to: number; proclitic: string };
/** What the matcher finds at one place: all hits when it has a list, always the best. */
export type Finds<T> = { best: Hit<T> | null; all: Hit<T>[] | null };

/** Follows the phrases that go on from a state; keeps those that end. */
function follow<T>(
  trie: Trie<T>,
  view: WordView,
  begin: number,
  from: number,
  proclitic: string,
  finds: Finds<T>,
) {
  const { count, codes, hashes, starts, ends } = view;
  let state = begin;
  for (let to = from + 1; ; to++) {
    const values = trie.valuesAt(state);
    if (values) keep(values, from, to, proclitic, finds);
    if (to >= count) return;
    const hash = hashes[to] as number; // arrays cover every word of the view
    state = trie.next(state, hash, codes, starts[to] as number, ends[to] as number, false);
    if (state === 0) return;
  }
}

function keep<T>(values: readonly T[], from: number, to: number, proclitic: string, finds: Finds<T>) {
  const { best, all } = finds;
  const isBetter = !best || to > best.to || (to === best.to && proclitic.length < best.proclitic.length);
  if (isBetter) finds.best = { value: values[0] as T, from, to, proclitic }; // a list of values is never empty
  if (all) for (const value of values) all.push({ value, from, to, proclitic });
}

function withoutParticles<T>(trie: Trie<T>, view: WordView, at: number, finds: Finds<T>) {
  const { codes, hashes } = view;
  const start = view.starts[at] as number;
  const end = view.ends[at] as number;
  const possible = procliticsBy[codes[start] as number];
  if (possible === undefined) return;
  for (const proclitic of possible) {
    const { length } = proclitic.codes;
    if (end - start - length < minRest || !begins(codes, start, proclitic.codes)) continue;
    const rest = end - start - length;
    const hash = withoutFront(hashes[at] as number, proclitic.hash, rest);
    if (trie.mayBegin(hash)) {
      const state = trie.next(0, hash, codes, start + length, end, false);
      if (state) follow(trie, view, state, at, proclitic.text, finds);
    }
    if (!proclitic.withArticle) continue;
    const definite = withFront(hash, articleHash, rest);
    if (!trie.mayBegin(definite)) continue;
    const state = trie.next(0, definite, codes, start + length, end, true);
    if (state) follow(trie, view, state, at, proclitic.withArticle, finds);
  }
}

/** Finds the phrases that begin with a word, with and without particles on it. */
export function findAt<T>(
  trie: Trie<T>,
  view: WordView,
  at: number,
  takesParticles: boolean,
  finds: Finds<T>,
): void {
  const hash = view.hashes[at] as number;
  if (trie.mayBegin(hash)) {
    const state = trie.next(0, hash, view.codes, view.starts[at] as number, view.ends[at] as number, false);
    if (state) follow(trie, view, state, at, '', finds);
  }
  if (takesParticles && view.isWord[at]) withoutParticles(trie, view, at, finds);
}

function begins(codes: Uint16Array, at: number, wanted: Uint16Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (codes[at + i] !== wanted[i]) return false;
  return true;
}
