import { plainTable } from './letters.ts';
import { buildTrie } from './phrase-trie.ts';
import { type Token, tokenize } from './tokenize.ts';
import { hashWord, withFront, withoutFront } from './word-hash.ts';
import { viewOfText, viewOfTokens, type WordView } from './word-view.ts';

export type PhraseMatch<T> = {
  value: T;
  /** Tokens, counted as `tokenize` counts them. */
  from: number;
  to: number;
  start: number;
  end: number;
  proclitic: string;
};

export type PhraseMatcher<T> = {
  /** Longest matches from left to right that do not overlap. */
  find: (tokens: readonly Token[], from?: number, to?: number) => PhraseMatch<T>[];
  /** Every match, longer ones first at each place. */
  findAll: (tokens: readonly Token[]) => PhraseMatch<T>[];
  /** The same as `find`, from the raw text in one pass: for callers that need no tokens. */
  findInText: (text: string) => PhraseMatch<T>[];
};

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

type Hit<T> = { value: T; from: number; to: number; proclitic: string };
/** What the matcher finds at one place: all hits when it has a list, always the best. */
type Finds<T> = { best: Hit<T> | null; all: Hit<T>[] | null };

/** Compiles phrases into one trie over words: one pass over the text, whatever the number of phrases. */
export function compilePhrases<T>(
  entries: Iterable<{ phrase: string; value: T }>,
  options: { proclitics?: boolean; fold?: 'light' | 'strong' } = {},
): PhraseMatcher<T> {
  const isStrong = options.fold !== 'light';
  const trie = buildTrie(
    Array.from(entries, ({ phrase, value }) => ({
      words: tokenize(phrase).map((token) => (isStrong ? token.key : token.word)),
      value,
    })),
  );

  /** Follows the phrases that go on from a state; keeps those that end. */
  function follow(view: WordView, begin: number, from: number, proclitic: string, finds: Finds<T>) {
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

  function keep(values: readonly T[], from: number, to: number, proclitic: string, finds: Finds<T>) {
    const { best, all } = finds;
    const isBetter = !best || to > best.to || (to === best.to && proclitic.length < best.proclitic.length);
    if (isBetter) finds.best = { value: values[0] as T, from, to, proclitic }; // a list of values is never empty
    if (all) for (const value of values) all.push({ value, from, to, proclitic });
  }

  function withoutParticles(view: WordView, at: number, finds: Finds<T>) {
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
        if (state) follow(view, state, at, proclitic.text, finds);
      }
      if (!proclitic.withArticle) continue;
      const definite = withFront(hash, articleHash, rest);
      if (!trie.mayBegin(definite)) continue;
      const state = trie.next(0, definite, codes, start + length, end, true);
      if (state) follow(view, state, at, proclitic.withArticle, finds);
    }
  }

  function findAt(view: WordView, at: number, finds: Finds<T>) {
    const hash = view.hashes[at] as number;
    if (trie.mayBegin(hash)) {
      const state = trie.next(0, hash, view.codes, view.starts[at] as number, view.ends[at] as number, false);
      if (state) follow(view, state, at, '', finds);
    }
    if (options.proclitics && view.isWord[at]) withoutParticles(view, at, finds);
  }

  const inTokens = (tokens: readonly Token[], shift: number, hit: Hit<T>): PhraseMatch<T> => {
    const { value, proclitic } = hit;
    const from = hit.from + shift;
    const to = hit.to + shift;
    const first = tokens[from];
    const isPlain = first !== undefined && first.text.length >= first.word.length;
    const start = (first?.start ?? 0) + (isPlain ? proclitic.length : 0);
    return { value, from, to, start, end: tokens[to - 1]?.end ?? start, proclitic };
  };

  function longest(view: WordView): Hit<T>[] {
    const found: Hit<T>[] = [];
    const finds: Finds<T> = { best: null, all: null };
    for (let at = 0; at < view.count; ) {
      finds.best = null;
      findAt(view, at, finds);
      const best = finds.best as Hit<T> | null; // findAt sets it
      if (best) found.push(best);
      at = best ? best.to : at + 1;
    }
    return found;
  }

  return {
    find: (tokens, from = 0, to = tokens.length) =>
      longest(viewOfTokens(tokens, isStrong, from, Math.min(to, tokens.length))).map((hit) =>
        inTokens(tokens, from, hit),
      ),
    findAll(tokens) {
      const view = viewOfTokens(tokens, isStrong, 0, tokens.length);
      const found: PhraseMatch<T>[] = [];
      for (let at = 0; at < view.count; at++) {
        const all: Hit<T>[] = [];
        findAt(view, at, { best: null, all });
        all.sort((a, b) => b.to - a.to || a.proclitic.length - b.proclitic.length);
        for (const hit of all) found.push(inTokens(tokens, 0, hit));
      }
      return found;
    },
    findInText(text) {
      const view = viewOfText(text, isStrong);
      const found = longest(view);
      return found.map(({ value, from, to, proclitic }) => {
        const start = startBehind(text, view.from[from] as number, proclitic);
        return { value, from, to, start, end: view.to[to - 1] as number, proclitic };
      });
    },
  };
}

function begins(codes: Uint16Array, at: number, wanted: Uint16Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (codes[at + i] !== wanted[i]) return false;
  return true;
}

/** The place in the text behind a particle: marks and tatweels may stand between its letters. */
function startBehind(text: string, from: number, proclitic: string): number {
  let at = from;
  for (let letters = 0; at < text.length; at++) {
    const isMark = plainTable[text.charCodeAt(at)] === 0;
    if (letters >= proclitic.length && !isMark) return at;
    if (!isMark) letters++;
  }
  return from;
}
