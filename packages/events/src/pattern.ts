import { lookupKey, type Token } from '@rasid/arabic';

type Element = { gap: number; keys: ReadonlySet<string> };
export type Pattern = readonly Element[];

const nounEndings = ['', 'ا', 'ه', 'ها', 'هم', 'ان', 'ين', 'ات'];
const feminineEndings = ['ه', 'ها', 'تها', 'ته', 'تهم', 'تان', 'تين', 'ات', 'اتها', 'اته'];
const proclitics = ['وال', 'بال', 'فال', 'لل', 'ال', 'وب', 'ول', 'و', 'ف', 'ب', 'ل', 'ك', 'س'];
const minRest = 3; // letters left after a proclitic, or it is a part of the word

/** Compiles the pattern language of the lexicon: one element a word group, each with the gap allowed before it. */
export function compilePattern(source: string): Pattern {
  const elements: Element[] = [];
  let gap = 0;
  for (const part of source.split(/\s+/u).filter(Boolean)) {
    if (/^~\d$/.test(part)) gap = Number(part.slice(1));
    else {
      elements.push({ gap, keys: new Set(part.split('/').flatMap(formsOf)) });
      gap = 0;
    }
  }
  return elements;
}

function formsOf(word: string): string[] {
  const stem = lookupKey(word.replace(/^[#@]/, ''));
  if (word.startsWith('#'))
    return stem.endsWith('ه')
      ? feminineEndings.map((ending) => stem.slice(0, -1) + ending)
      : nounEndings.map((ending) => stem + ending);
  if (word.startsWith('@'))
    return ['', 'ت', 'وا', 'ا'].map((ending) => stem + ending).concat([`ي${stem}`, `ت${stem}`, `ي${stem}ون`]);
  return [stem];
}

/** The readings of a token: as it stands and without its proclitics. */
export function readingsOf(token: Token): string[] {
  const { key } = token;
  const found = [key];
  for (const proclitic of proclitics)
    if (key.startsWith(proclitic) && key.length - proclitic.length >= minRest)
      found.push(key.slice(proclitic.length));
  return found;
}

/** Matches at token `at`, inside `[at, limit)`: the end of the match, or -1. */
export function matchAt(pattern: Pattern, readings: readonly string[][], at: number, limit: number): number {
  let next = at;
  for (const [order, { gap, keys }] of pattern.entries()) {
    const furthest = order === 0 ? at : Math.min(limit - 1, next + gap);
    let hit = -1;
    for (let i = next; i <= furthest && hit < 0; i++)
      if (readings[i]?.some((form) => keys.has(form))) hit = i;
    if (hit < 0) return -1;
    next = hit + 1;
  }
  return next;
}
