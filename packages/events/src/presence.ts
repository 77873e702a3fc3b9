import { formsThatBegin, type Pattern } from './pattern.ts';

// Most rules that a word could begin lack another of their words behind it: what each rule needs is marked once a
// sentence by the words that stand there, and asked for before anything is matched.

/** An element of a pattern that must stand behind its first: the sentence it was last met in, and where it last began. */
export type Needed = { sentence: number; last: number };

const known = new Map<string, Needed>();
/** By the forms an element begins with. */
const byForm = new Map<string, Needed[]>();

/** What a pattern needs besides its first element, the rarest first. */
export const neededBy = (pattern: Pattern): readonly Needed[] =>
  pattern
    .slice(1)
    .map((element) => [...formsThatBegin(element)].sort())
    .sort((a, b) => a.length - b.length)
    .map(neededOf);

/** One for all patterns with such an element: it is marked once. */
function neededOf(forms: readonly string[]): Needed {
  const name = forms.join(' ');
  const earlier = known.get(name);
  if (earlier) return earlier;
  const needed = { sentence: 0, last: 0 };
  known.set(name, needed);
  for (const form of forms) {
    const those = byForm.get(form);
    if (those) those.push(needed);
    else byForm.set(form, [needed]);
  }
  return needed;
}

const none: readonly Needed[] = [];

/** Every form that is needed somewhere. */
export const formsNeeded = (): Iterable<string> => byForm.keys();

/** What a form can be of all that is needed. */
export const neededAs = (form: string): readonly Needed[] => byForm.get(form) ?? none;

/** Marks what stands at a token of a sentence; tokens come in their order. */
export function mark(needed: readonly Needed[], sentence: number, at: number): void {
  for (const each of needed) {
    each.sentence = sentence;
    each.last = at;
  }
}

/** Whether all that is needed behind token `at` may stand there in the marked sentence. */
export function holds(needed: readonly Needed[], sentence: number, at: number): boolean {
  for (const each of needed) if (each.sentence !== sentence || each.last <= at) return false;
  return true;
}
