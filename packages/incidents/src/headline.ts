import { tokenize } from '@rasid/arabic';
import { headlineEntries } from './data.ts';

const actOf = new Map(headlineEntries.flatMap(({ words, id }) => words.map((word) => [word, id] as const)));

/** What a title does besides telling what happened: it condemns, condoles, explains. Its ids, sorted. */
export function headlineActs(title: string): string[] {
  const keys = tokenize(title).flatMap(({ key, kind }) => (kind === 'word' ? [key] : []));
  const found = new Set<string>();
  for (const [at, key] of keys.entries()) {
    const act = actOf.get(key) ?? actOf.get(`${key} ${keys[at + 1] ?? ''}`);
    if (act) found.add(act);
  }
  return [...found].sort();
}
