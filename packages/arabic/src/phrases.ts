import { plainTable } from './letters.ts';
import { type Finds, findAt, type Hit } from './phrase-search.ts';
import { buildTrie } from './phrase-trie.ts';
import { type Token, tokenize } from './tokenize.ts';
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

/** Compiles phrases into one trie over words: one pass over the text, whatever the number of phrases. */
export function compilePhrases<T>(
  entries: Iterable<{ phrase: string; value: T }>,
  options: { proclitics?: boolean; fold?: 'light' | 'strong' } = {},
): PhraseMatcher<T> {
  const isStrong = options.fold !== 'light';
  const takesParticles = options.proclitics === true;
  const trie = buildTrie(
    Array.from(entries, ({ phrase, value }) => ({
      words: tokenize(phrase).map((token) => (isStrong ? token.key : token.word)),
      value,
    })),
  );

  function longest(view: WordView): Hit<T>[] {
    const found: Hit<T>[] = [];
    const finds: Finds<T> = { best: null, all: null };
    for (let at = 0; at < view.count; ) {
      finds.best = null;
      findAt(trie, view, at, takesParticles, finds);
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
        findAt(trie, view, at, takesParticles, { best: null, all });
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

/** The match as places in the tokens and the text they come from. */
function inTokens<T>(tokens: readonly Token[], shift: number, hit: Hit<T>): PhraseMatch<T> {
  const { value, proclitic } = hit;
  const from = hit.from + shift;
  const to = hit.to + shift;
  const first = tokens[from];
  const isPlain = first !== undefined && first.text.length >= first.word.length;
  const start = (first?.start ?? 0) + (isPlain ? proclitic.length : 0);
  return { value, from, to, start, end: tokens[to - 1]?.end ?? start, proclitic };
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
