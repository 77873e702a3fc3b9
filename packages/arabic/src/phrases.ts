import { keptOf } from './kept.ts';
import { plainTable } from './letters.ts';
import { mapped } from './mapped.ts';
import type { Way } from './particles.ts';
import { eachLongest, everyAt, mayBegin, type Take } from './phrase-search.ts';
import { buildTrie } from './phrase-trie.ts';
import { type Token, tokenize } from './tokenize.ts';
import { viewOfText, viewOfTokens, viewOfWord } from './word-view.ts';

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
  const phrases = Array.from(entries, ({ phrase, value }) => ({
    words: tokenize(phrase).map((token) => (isStrong ? token.key : token.word)),
    value,
  }));
  const trie = buildTrie(phrases);
  const longest = phrases.reduce((most, { words }) => Math.max(most, words.length), 0);
  let mayBeFirst: ((token: Token) => boolean) | null = null; // a place in every memo, for matchers that are asked
  /** The words of [from, to) with which a phrase may begin: few do. */
  const begins = (tokens: readonly Token[], from: number, to: number): number[] => {
    mayBeFirst ??= keptOf((key) => mayBegin(trie, viewOfWord(key), takesParticles));
    const asked: number[] = [];
    for (let at = from; at < to; at++) if (!isStrong || mayBeFirst(tokens[at] as Token)) asked.push(at); // within bounds
    return asked;
  };

  return {
    find(tokens, from = 0, to = tokens.length) {
      const found: PhraseMatch<T>[] = [];
      const last = Math.min(to, tokens.length);
      const asked = begins(tokens, from, last);
      if (asked.length === 0) return found;
      const first = asked[0] as number; // there is one
      const end = Math.min(last, (asked.at(-1) as number) + longest);
      const view = viewOfTokens(tokens, isStrong, first, end); // from the first word asked to the end of a phrase at the last
      const words = mapped(asked, (at) => at - first);
      eachLongest(trie, view, takesParticles, words, (values, begin, behind, way) =>
        found.push(inTokens(tokens, values[0] as T, first + begin, first + behind, way)),
      );
      return found;
    },
    findAll(tokens) {
      const found: PhraseMatch<T>[] = [];
      const asked = begins(tokens, 0, tokens.length);
      const view = viewOfTokens(tokens, isStrong, 0, tokens.length);
      const take: Take<T> = (values, first, end, way) => {
        for (const value of values) found.push(inTokens(tokens, value, first, end, way));
      };
      for (const at of asked) everyAt(trie, view, at, takesParticles, take);
      return found;
    },
    findInText(text) {
      const found: PhraseMatch<T>[] = [];
      const view = viewOfText(text, isStrong);
      eachLongest(trie, view, takesParticles, null, (values, from, to, { particle }) => {
        const start = startBehind(text, view.from[from] as number, particle.length);
        const end = view.to[to - 1] as number; // a phrase has words
        found.push({ value: values[0] as T, from, to, start, end, proclitic: particle });
      });
      return found;
    },
  };
}

/** The match as places in the tokens and the text they come from. */
function inTokens<T>(
  tokens: readonly Token[],
  value: T,
  from: number,
  to: number,
  { particle }: Way,
): PhraseMatch<T> {
  const first = tokens[from];
  const isPlain = first !== undefined && first.text.length >= first.word.length;
  const start = (first?.start ?? 0) + (isPlain ? particle.length : 0);
  return { value, from, to, start, end: tokens[to - 1]?.end ?? start, proclitic: particle };
}

/** The place in the text behind the letters of a particle: marks and tatweels may stand between them. */
function startBehind(text: string, from: number, letters: number): number {
  let left = letters;
  for (let at = from; at < text.length; at++) {
    if (plainTable[text.charCodeAt(at)] === 0) continue;
    if (left-- === 0) return at;
  }
  return from;
}
