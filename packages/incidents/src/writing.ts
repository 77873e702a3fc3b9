import type { Incident } from '@rasid/contracts';
import { keysOf } from './blocking.ts';
import type { Head, Neighbourhood } from './neighbourhood.ts';
import type { Settled } from './settle.ts';

/** What has to be written, all at once or not at all. */
export type Writing = {
  /** Keys and articles are those that are new to it; `still` are incidents whose record stands as it was written. */
  put: { neighbourhood: Neighbourhood; keys: string[]; articles: string[]; still: string[] }[];
  /** Neighbourhoods that went into others, with the keys they were found by. */
  drop: { id: string; keys: string[] }[];
  incidents: Incident[];
};

/** What has to be written for neighbourhoods that were read and are settled anew. */
export function writingOf(settled: readonly Settled[], read: readonly Neighbourhood[]): Writing {
  const before = new Map(read.map((neighbourhood) => [neighbourhood.id, neighbourhood]));
  const kept = new Set(settled.map(({ neighbourhood }) => neighbourhood.id));
  const put = settled.map(({ neighbourhood }) => {
    const was = before.get(neighbourhood.id);
    const known = new Set(was ? [...keysOfAll(was), ...articlesOf(was)] : []);
    return {
      neighbourhood,
      keys: keysOfAll(neighbourhood).filter((key) => !known.has(key)),
      articles: articlesOf(neighbourhood).filter((id) => !known.has(id)),
      still: was ? untouched(was, neighbourhood) : [],
    };
  });
  const still = new Set(put.flatMap((each) => each.still));
  return {
    put,
    drop: read.filter((gone) => !kept.has(gone.id)).map((gone) => ({ id: gone.id, keys: keysOfAll(gone) })),
    incidents: settled.flatMap(({ incidents }) => incidents.filter(({ id }) => !still.has(id))),
  };
}

/**
 * Incidents of the neighbourhood that nothing new speaks of: the same reports, none of them changed and none of their
 * stories told by a new one. A day's neighbourhood holds dozens, and an article is about one or two.
 */
function untouched(was: Neighbourhood, now: Neighbourhood): string[] {
  const known = new Set(was.reports);
  const fresh = now.reports.filter((report) => !known.has(report));
  // A report that takes another's place, or comes late, is history of some incident: all are composed anew.
  if (fresh.some(({ supersededBy }) => supersededBy !== null)) return [];
  const stories = new Set(fresh.map(({ storyId }) => storyId));
  const storyOf = new Map(now.reports.map(({ key, storyId }) => [key, storyId]));
  const heads = new Map(was.heads.map((head) => [head.id, head]));
  return now.heads.flatMap((head) => {
    const before = heads.get(head.id);
    const isSame = before !== undefined && isSameHead(before, head);
    return isSame && !head.members.some((key) => stories.has(storyOf.get(key) ?? '')) ? [head.id] : [];
  });
}

const isSameHead = (a: Head, b: Head): boolean =>
  a.revision > 0 &&
  a.revision === b.revision &&
  a.log.length === b.log.length &&
  a.members.length === b.members.length &&
  a.members.every((key) => b.members.includes(key)) &&
  a.aliases.join() === b.aliases.join();

const keysOfAll = ({ reports }: Neighbourhood): string[] => [
  ...new Set(reports.filter(({ supersededBy }) => supersededBy === null).flatMap(keysOf)),
];

const articlesOf = ({ reports }: Neighbourhood): string[] => [
  ...new Set(reports.map(({ articleId }) => articleId)),
];
