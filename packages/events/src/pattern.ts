import { type Form, formsOf, type Reading } from './forms.ts';

/** One word of an expression: the forms it may take. */
type Word = ReadonlyMap<string, Form>;
/** An element: single words in one table, expressions of several words by their first word. */
type Element = { gap: number; singles: Map<string, Form>; expressions: Word[][] };
export type Pattern = readonly Element[];
export type Classes = ReadonlyMap<string, readonly string[]>;

/**
 * The pattern language of lexicon.tsv. Elements stand between spaces, alternatives between `/`, the words of one
 * expression between `_`; `$name` is a class of words, `@` a verb and `#` a noun in all their forms, `%gov`, `%armed` and `%place` a name, `~n` allows up
 * to n words before the next element.
 */
export function compilePattern(source: string, classes: Classes): Pattern {
  const elements: Element[] = [];
  let gap = 0;
  for (const part of source.split(/\s+/u).filter(Boolean)) {
    if (/^~\d$/.test(part)) {
      gap = Number(part.slice(1));
      continue;
    }
    elements.push({ gap, ...compileWords(part.split('/'), classes) });
    gap = 0;
  }
  return elements;
}

/** Alternatives, classes opened, as one table of single words and a list of expressions. */
export function compileWords(alternatives: readonly string[], classes: Classes): Omit<Element, 'gap'> {
  const singles = new Map<string, Form>();
  const expressions: Word[][] = [];
  for (const each of alternatives.flatMap((word) => opened(word, classes))) {
    const words = each.split('_').filter(Boolean);
    const [only] = words;
    if (words.length !== 1 || !only) expressions.push(words.map(formsOf));
    else {
      for (const [key, form] of formsOf(only)) if (!form.bound || !singles.has(key)) singles.set(key, form);
    }
  }
  return { singles, expressions };
}

function opened(word: string, classes: Classes): readonly string[] {
  if (!word.startsWith('$')) return [word];
  const found = classes.get(word.slice(1));
  if (!found) throw new Error(`data/classes.tsv has no class ${word}`);
  return found.flatMap((each) => opened(each, classes));
}

const nothing: ReadonlySet<number> = new Set();

export type Match = { to: number; first: Form; reading: Reading };
type Readings = readonly (readonly Reading[])[];

/** Matches a pattern whose first element begins at token `at`, inside `[at, limit)`; `inner` tokens take no room in a gap. */
export function matchAt(
  pattern: Pattern,
  readings: Readings,
  at: number,
  limit: number,
  inner: ReadonlySet<number> = nothing,
): Match | null {
  let next = at;
  let first: Omit<Match, 'to'> | null = null;
  for (const [order, element] of pattern.entries()) {
    const end = order === 0 ? at + 1 : limit;
    let hit: Match | null = null;
    for (let i = next, room = element.gap; i < end && room >= 0 && !hit; i++) {
      hit = matchElement(element, readings, i, limit);
      if (!inner.has(i + 1)) room--;
    }
    if (!hit) return null;
    first ??= hit;
    next = hit.to;
  }
  return first && { ...first, to: next };
}

function matchElement(
  { singles, expressions }: Omit<Element, 'gap'>,
  readings: Readings,
  at: number,
  limit: number,
): Match | null {
  const here = readings[at] ?? [];
  for (const words of expressions) {
    const [begin] = words;
    const reading = here.find(({ form }) => begin?.has(form));
    const form = reading && begin?.get(reading.form);
    if (!reading || !form || at + words.length > limit) continue;
    const rest = words.every((word, i) => i === 0 || readings[at + i]?.some((each) => word.has(each.form)));
    if (rest) return { to: at + words.length, first: form, reading };
  }
  for (const reading of here) {
    const form = singles.get(reading.form);
    if (form && fits(form, reading)) return { to: at + 1, first: form, reading };
  }
  return null;
}

/** Verbs carry no article and no preposition; a bound form needs its pronoun; "my" is not said in news. */
const fits = (form: Form, { article, preposition, pronoun }: Reading): boolean =>
  (!form.bound || pronoun !== '') && pronoun !== 'ي' && (form.pos !== 'verb' || (!article && !preposition));

/** Every form a word of the elements can take: the vocabulary a text is read against. */
export function* vocabularyOf({ singles, expressions }: Omit<Element, 'gap'>): Generator<string> {
  yield* singles.keys();
  for (const words of expressions) for (const word of words) yield* word.keys();
}

/** The forms that can begin a pattern. */
export function* beginningsOf(pattern: Pattern): Generator<string> {
  const [first] = pattern;
  if (!first) return;
  yield* first.singles.keys();
  for (const [begin] of first.expressions) if (begin) yield* begin.keys();
}

/** Whether a word of the list stands at token `at`. */
export const standsAt = (
  words: Omit<Element, 'gap'>,
  readings: Readings,
  at: number,
  limit: number,
): boolean => matchElement(words, readings, at, limit) !== null;
export type WordList = Omit<Element, 'gap'>;
