import { tokenize } from '@rasid/arabic';
import { type HeadlineEntry, headlineEntries } from './data.ts';

const actOf = new Map(headlineEntries.flatMap((entry) => entry.words.map((word) => [word, entry] as const)));

/** What a title does besides telling what happened: it condemns, condoles, explains, claims. Sorted by id. */
export function headlineActs(title: string): HeadlineEntry[] {
  const keys = tokenize(title).flatMap(({ key, kind }) => (kind === 'word' ? [key] : []));
  const found = new Set<HeadlineEntry>();
  for (const [at, key] of keys.entries()) {
    const act = actOf.get(key) ?? actOf.get(`${key} ${keys[at + 1] ?? ''}`);
    if (act) found.add(act);
  }
  return [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Those who search for survivors are at the scene; who condemns, mourns or claims speaks of what is over. */
export const looksBack = (title: string): boolean =>
  headlineActs(title).some(({ kind }) => kind !== 'rescue');
