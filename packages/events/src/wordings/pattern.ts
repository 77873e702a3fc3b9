import { type Form, type FormFilter, filterOf, formLike, formsOf, mayHold, type Reading } from './forms.ts';

/** One word of an expression: the forms it may take. */
type Word = ReadonlyMap<string, Form>;
/** An element: single words in one table, expressions of several words also by their first, and what may begin any of them. */
export type Element = {
  gap: number;
  singles: Map<string, Form>;
  expressions: Word[][];
  byFirst: Map<string, Word[][]>;
  begins: FormFilter;
};
export type WordList = Omit<Element, 'gap'>;
export type Pattern = readonly Element[];
export type Classes = ReadonlyMap<string, readonly string[]>;

/**
 * The pattern language of lexicon.tsv. Elements stand between spaces, alternatives between `/`, the words of one
 * expression between `_`; `$name` is a class of words, `@` a verb and `#` a noun in all their forms, `%gov`, `%armed`,
 * `%place` and `%country` whoever or whatever is named, `~n` allows up to n words, 9 at most, before the next element.
 */
export function compilePattern(source: string, classes: Classes): Pattern {
  const elements: Element[] = [];
  let gap = 0;
  for (const part of source.split(/\s+/u).filter(Boolean)) {
    if (part.startsWith('~')) {
      if (!/^~\d$/.test(part)) throw new Error(`"${part}" in "${source}": a gap is ~0 to ~9`);
      gap = Number(part.slice(1));
      continue;
    }
    elements.push({ gap, ...compileWords(part.split('/'), classes) });
    gap = 0;
  }
  return elements;
}

/** Alternatives, classes opened, as one table of single words and a list of expressions. */
export function compileWords(alternatives: readonly string[], classes: Classes): WordList {
  const singles = new Map<string, Form>();
  const expressions: Word[][] = [];
  for (const each of alternatives.flatMap((word) => opened(word, classes))) {
    const words = each.split('_').filter(Boolean);
    const [only] = words;
    if (words.length !== 1 || !only) expressions.push(words.map(formsOf));
    else {
      for (const [key, form] of formsOf(only)) addForm(singles, key, form);
    }
  }
  const byFirst = new Map<string, Word[][]>();
  for (const words of expressions)
    for (const form of words[0]?.keys() ?? []) byFirst.set(form, [...(byFirst.get(form) ?? []), words]);
  return { singles, expressions, byFirst, begins: filterOf(new Set([...singles.keys(), ...byFirst.keys()])) };
}

/** A word that is a noun and a verb ("هدم") keeps both readings: after a preposition it is the noun. */
function addForm(singles: Map<string, Form>, key: string, form: Form): void {
  const earlier = singles.get(key);
  if (earlier && form.bound) return;
  const isVerb = form.pos === 'verb';
  if (!earlier || (earlier.pos === 'verb') === isVerb) singles.set(key, form);
  else singles.set(key, isVerb ? formLike(form, { noun: earlier }) : formLike(earlier, { noun: form }));
}

function opened(word: string, classes: Classes): readonly string[] {
  if (!word.startsWith('$')) return [word];
  const found = classes.get(word.slice(1));
  if (!found) throw new Error(`data/classes.tsv has no class ${word}`);
  return found.flatMap((each) => opened(each, classes));
}

const nothing = new Uint8Array(0);
const none: readonly Word[][] = [];

export type Match = { to: number; first: Form; reading: Reading };
type Readings = readonly (readonly Reading[])[];

/** Matches a pattern whose first element begins at token `at`, inside `[at, limit)`; `inner` tokens take no room in a gap. */
export function matchAt(
  pattern: Pattern,
  readings: Readings,
  at: number,
  limit: number,
  inner: Uint8Array = nothing,
): Match | null {
  let next = at;
  let end = at + 1; // the first element begins right here
  let first: Match | null = null;
  for (const element of pattern) {
    let hit: Match | null = null;
    for (let i = next, room = element.gap; i < end && room >= 0 && !hit; i++) {
      hit = matchElement(element, readings, i, limit);
      if (inner[i + 1] !== 1) room--;
    }
    if (!hit) return null;
    first ??= hit;
    next = hit.to;
    end = limit;
  }
  return first && { first: first.first, reading: first.reading, to: next };
}

function matchElement(
  { singles, expressions, byFirst, begins }: WordList,
  readings: Readings,
  at: number,
  limit: number,
): Match | null {
  const here = readings[at];
  if (!here || !mayHold(begins, here)) return null;
  for (const words of begunBy(here, expressions, byFirst)) {
    if (at + words.length > limit) continue;
    const hit = headOf(words, here);
    if (hit && goesOn(words, readings, at)) return { to: at + words.length, ...hit };
  }
  for (const reading of here) {
    const form = singles.get(reading.form);
    if (!form) continue;
    if (fits(form, reading)) return { to: at + 1, first: form, reading };
    if (form.noun && fits(form.noun, reading)) return { to: at + 1, first: form.noun, reading };
  }
  return null;
}

/** The expressions that may begin here, in their order: all of them only where two readings begin some. */
function begunBy(
  here: readonly Reading[],
  expressions: readonly Word[][],
  byFirst: WordList['byFirst'],
): readonly Word[][] {
  let begun = none;
  if (byFirst.size === 0) return begun;
  for (const { form } of here) {
    const found = byFirst.get(form);
    if (!found) continue;
    if (begun !== none) return expressions;
    begun = found;
  }
  return begun;
}

/** The reading that is the first word of an expression. */
function headOf([begin]: readonly Word[], here: readonly Reading[]): Omit<Match, 'to'> | null {
  for (const reading of here) {
    const first = begin?.get(reading.form);
    if (first) return { first, reading };
  }
  return null;
}

function goesOn(words: readonly Word[], readings: Readings, at: number): boolean {
  for (let i = 1; i < words.length; i++)
    if (!readings[at + i]?.some(({ form }) => words[i]?.has(form))) return false;
  return true;
}

/** Verbs carry no article and no preposition; a bound form needs its pronoun; "my" is not said in news. */
const fits = (form: Form, { article, preposition, pronoun }: Reading): boolean =>
  (!form.bound || pronoun !== '') && pronoun !== 'ي' && (form.pos !== 'verb' || (!article && !preposition));

/** Whether a word of any of these lists may stand at a token: most tokens are sorted out by one look. */
export function mayStand(lists: readonly WordList[]): (readings: Readings, at: number) => boolean {
  const filter = filterOf(
    new Set(lists.flatMap(({ singles, byFirst }) => [...singles.keys(), ...byFirst.keys()])),
  );
  return (readings, at) => mayHold(filter, readings[at] ?? []);
}

/** Every form a word of the elements can take: the vocabulary a text is read against. */
export function* vocabularyOf({ singles, expressions }: WordList): Generator<string> {
  yield* singles.keys();
  for (const words of expressions) for (const word of words) yield* word.keys();
}

/** The forms that can begin a pattern. */
export function* beginningsOf(pattern: Pattern): Generator<string> {
  const [first] = pattern;
  if (first) yield* formsThatBegin(first);
}

/** The forms an element can begin with. */
export function* formsThatBegin({ singles, byFirst }: WordList): Generator<string> {
  yield* singles.keys();
  for (const form of byFirst.keys()) if (!singles.has(form)) yield form;
}

/** Whether a word of the list stands at token `at`. */
export const standsAt = (words: WordList, readings: Readings, at: number, limit: number): boolean =>
  matchElement(words, readings, at, limit) !== null;

/** Whether one of a list begins at a token of [from, to) and ends before `end`. */
export function standsIn(
  list: WordList,
  readings: readonly (readonly Reading[])[],
  from: number,
  to: number,
  end = to,
): boolean {
  for (let at = from; at < to; at++) if (standsAt(list, readings, at, end)) return true;
  return false;
}
