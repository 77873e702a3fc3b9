import type { Token } from './tokenize.ts';

export const maxKept = 60_000; // words; an Arabic newspaper uses fewer in a year, and a hostile text must not grow it

/**
 * Keeps what is worked out of a text and asked for again: the words of the language are few. When there are `most` it
 * forgets all, which costs what it saved once in so many texts.
 */
export function kept<T>(make: (key: string) => T, most = maxKept): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const made = make(key);
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}

/** A word of a text; its memo is opened when something is first kept of it, and is that of all words of its key. */
type Word = Pick<Token, 'key' | 'memo'>;

const memos = new Map<string, unknown[]>();
let readers = 0;

/**
 * The same for a word of a text: it looks up once all that is kept of it, instead of once for each that asks. For what
 * is made once a process, since each has a place of its own in every memo.
 */
export function keptOf<T extends object | string | boolean | null>(
  make: (key: string) => T,
): (word: Word) => T {
  const place = readers++;
  return (word) => {
    const memo = word.memo ?? opened(word);
    const earlier = memo[place] as T | undefined; // nobody else writes to this place
    if (earlier !== undefined) return earlier;
    const made = make(word.key);
    memo[place] = made;
    return made;
  };
}

function opened(word: Word): unknown[] {
  word.memo = memoOf(word.key);
  return word.memo;
}

/** The memo of all words of a key. */
export function memoOf(key: string): unknown[] {
  const known = memos.get(key);
  if (known) return known;
  if (memos.size >= maxKept) memos.clear();
  const memo = Array.from({ length: readers });
  memos.set(key, memo);
  return memo;
}
