import { hashOf, type Reading } from './forms.ts';
import { type Element, formsThatBegin, type Pattern } from './pattern.ts';

// Most rules that a word could begin lack another of their words in the sentence: asking for those first, by their
// hashes and once a sentence, leaves a quarter of the rules to be matched.

/** An element of a pattern that must stand somewhere in a sentence: the hashes of what it may begin with. */
export type Needed = { hashes: Int32Array; asked: number; isHere: boolean };

const mostForms = 64; // of an element; longer lists are in nearly every sentence, and cost more than they save
const known = new Map<string, Needed>();

/** What a pattern needs besides its first element, the rarest first. */
export const neededBy = (pattern: Pattern): readonly Needed[] =>
  pattern
    .slice(1)
    .flatMap((element) => neededOf(element) ?? [])
    .sort((a, b) => a.hashes.length - b.hashes.length);

/** One for all patterns with such an element: it is looked for once. */
function neededOf(element: Element): Needed | null {
  const forms = [...formsThatBegin(element)];
  if (forms.length > mostForms) return null;
  const name = forms.sort().join(' ');
  const needed = known.get(name) ?? { hashes: Int32Array.from(forms, hashOf), asked: 0, isHere: false };
  known.set(name, needed);
  return needed;
}

const marks = 4096; // bits: some thirty words are marked in them
const marked = new Int32Array(marks / 32);
let sentences = 0;

/** Marks the words of the sentence that `holds` is asked of from now on. */
export function markWords(readings: readonly (readonly Reading[])[], from: number, to: number): void {
  sentences++;
  marked.fill(0);
  for (let at = from; at < to; at++)
    for (const { hash } of readings[at] ?? []) {
      const bit = hash & (marks - 1);
      marked[bit >> 5] = (marked[bit >> 5] as number) | (1 << (bit & 31)); // within the marks
    }
}

/** Whether all that is needed may stand in the marked sentence. */
export function holds(needed: readonly Needed[]): boolean {
  for (const each of needed) {
    if (each.asked !== sentences) {
      each.asked = sentences;
      each.isHere = each.hashes.some(isMarked);
    }
    if (!each.isHere) return false;
  }
  return true;
}

const isMarked = (hash: number): boolean =>
  (((marked[(hash & (marks - 1)) >> 5] as number) >>> (hash & 31)) & 1) === 1;
