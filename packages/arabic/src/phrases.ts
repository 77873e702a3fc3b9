import { type Token, tokenize } from './tokenize.ts';

export type PhraseMatch<T> = {
  value: T;
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
};

type Node<T> = { next: Map<string, Node<T>>; values: T[] };

/** Proclitics in the forms they are written, longest first; tried only when the rest is a known first word. */
const proclitics = [
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
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'س',
];
const minRest = 2; // letters that must be left

/** Compiles phrases into one trie over tokens: one pass over the text, whatever the number of phrases. */
export function compilePhrases<T>(
  entries: Iterable<{ phrase: string; value: T }>,
  options: { proclitics?: boolean; fold?: 'light' | 'strong' } = {},
): PhraseMatcher<T> {
  const fold = options.fold ?? 'strong';
  const formOf = (token: Token) => (fold === 'strong' ? token.key : token.word);
  const root: Node<T> = { next: new Map(), values: [] };
  for (const { phrase, value } of entries) {
    let node = root;
    for (const token of tokenize(phrase)) {
      const form = formOf(token);
      const known = node.next.get(form);
      const child = known ?? { next: new Map(), values: [] };
      if (!known) node.next.set(form, child);
      node = child;
    }
    if (node !== root) node.values.push(value);
  }

  function* starts(token: Token): Generator<{ node: Node<T>; proclitic: string }> {
    const form = formOf(token);
    const whole = root.next.get(form);
    if (whole) yield { node: whole, proclitic: '' };
    if (!options.proclitics || token.kind !== 'word') return;
    for (const proclitic of proclitics) {
      if (!form.startsWith(proclitic) || form.length - proclitic.length < minRest) continue;
      const rest = form.slice(proclitic.length);
      const bare = root.next.get(rest);
      if (bare) yield { node: bare, proclitic };
      // "لل" and "بال" hide an article that belongs to the phrase: للقوات is ل + القوات
      if (proclitic.endsWith('ال') || proclitic.endsWith('لل')) {
        const definite = root.next.get(`ال${rest}`);
        if (definite) yield { node: definite, proclitic: proclitic.slice(0, -2) || 'ل' };
      }
    }
  }

  function matchesAt(tokens: readonly Token[], from: number, limit: number): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    const first = tokens[from];
    if (!first) return found;
    for (const { node: begin, proclitic } of starts(first)) {
      let node: Node<T> | undefined = begin;
      for (let to = from + 1; node; to++) {
        const last = tokens[to - 1];
        for (const value of node.values) {
          const skipped = proclitic && first.text.length >= first.word.length ? proclitic.length : 0;
          found.push({
            value,
            from,
            to,
            start: first.start + skipped,
            end: last?.end ?? first.end,
            proclitic,
          });
        }
        const token = tokens[to];
        node = token && to < limit ? node.next.get(formOf(token)) : undefined;
      }
    }
    return found.sort((a, b) => b.to - a.to || a.proclitic.length - b.proclitic.length);
  }

  return {
    find(tokens, from = 0, to = tokens.length) {
      const found: PhraseMatch<T>[] = [];
      for (let at = from; at < to; ) {
        const [best] = matchesAt(tokens, at, to);
        if (best) found.push(best);
        at = best ? best.to : at + 1;
      }
      return found;
    },
    findAll: (tokens) => tokens.flatMap((_, at) => matchesAt(tokens, at, tokens.length)),
  };
}
