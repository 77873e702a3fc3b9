import { tokenize } from '@rasid/arabic';
import { type HeadlineEntry, headlineEntries } from './data.ts';

/** What a title does besides telling: it gives words of others, explains, tells what followed, or which way a price went. */
export type Act = 'reaction' | 'explainer' | 'sequel' | 'course';

const actOf: Record<HeadlineEntry['kind'], Act | null> = {
  reaction: 'reaction',
  explainer: 'explainer',
  reply: null, // outlets call one answer a refusal, a denial, a criticism
  funeral: 'sequel',
  claim: 'sequel',
  inquiry: 'sequel',
  rescue: 'sequel',
  aftermath: 'sequel',
  rise: 'course',
  fall: 'course',
};

const entryOf = new Map(
  headlineEntries.flatMap((entry) => entry.words.map((word) => [word, entry] as const)),
);

/** The entries whose words stand in a title, sorted by id. */
export function headlineActs(title: string): HeadlineEntry[] {
  const keys = tokenize(title).flatMap(({ key, kind }) => (kind === 'word' ? [key] : []));
  const found = new Set<HeadlineEntry>();
  for (const [at, key] of keys.entries()) {
    const entry = entryOf.get(key) ?? entryOf.get(`${key} ${keys[at + 1] ?? ''}`);
    if (entry) found.add(entry);
  }
  return [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Ids of what a title does, by act; empty where it does not. */
export function actsOf(title: string): Record<Act, string> {
  const entries = headlineActs(title);
  const idsOf = (act: Act): string =>
    entries
      .filter(({ kind }) => actOf[kind] === act)
      .map(({ id }) => id)
      .join();
  return {
    reaction: idsOf('reaction'),
    explainer: idsOf('explainer'),
    sequel: idsOf('sequel'),
    course: idsOf('course'),
  };
}

/** Those who search for survivors are at the scene; who condemns, mourns or claims speaks of what is over. */
export const looksBack = (title: string): boolean =>
  headlineActs(title).some(({ kind }) => kind !== 'rescue' && actOf[kind] !== 'course');
