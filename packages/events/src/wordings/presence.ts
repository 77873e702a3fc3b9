import { givenTo, type Role, roleParts } from '../parties/roles.ts';
import { formsThatBegin, type Pattern } from './pattern.ts';

// Most rules that a word could begin lack another of their words behind it: what each rule needs is marked once a
// sentence by the words that stand there, and asked for before anything is matched. Tokens are counted through all
// sentences, so that what was met in an earlier one lies before every token of this one.

const known = new Map<string, number>();
/** Where each element that a rule needs was last met. */
const lastMet: number[] = [];

/** The elements a pattern needs besides its first, the rarest first. */
export const neededBy = (pattern: Pattern): readonly number[] =>
  pattern
    .slice(1)
    .map((element) => [...formsThatBegin(element)].sort())
    .sort((a, b) => a.length - b.length)
    .map(neededOf);

/** One for all patterns with such an element: it is marked once. */
function neededOf(forms: readonly string[]): number {
  const name = forms.join(' ');
  const earlier = known.get(name);
  if (earlier !== undefined) return earlier;
  const needed = lastMet.push(-1) - 1;
  known.set(name, needed);
  for (const form of forms) givenTo(form).fills.push(needed);
  return needed;
}

/** Marks what a word is; words come in their order. */
export function mark({ fills, begins }: Role, token: number): void {
  for (let at = fills; at < begins; at++) lastMet[roleParts[at] as number] = token; // within bounds
}

/** Whether an element may stand behind a token of the marked sentence; -1 asks for none. */
export const isBehind = (needed: number, token: number): boolean =>
  needed < 0 || (lastMet[needed] as number) > token;

export function areBehind(needed: readonly number[], token: number): boolean {
  for (let at = 0; at < needed.length; at++) if (!isBehind(needed[at] as number, token)) return false; // within bounds
  return true;
}
