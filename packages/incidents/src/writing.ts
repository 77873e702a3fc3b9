import type { Incident } from '@rasid/contracts';
import type { Aside } from './aside.ts';
import { keysOf } from './blocking.ts';
import { countAside, type Head, type Neighbourhood } from './neighbourhood.ts';
import type { Report } from './report.ts';
import type { Settled } from './settle.ts';

/** What has to be written, all at once or not at all. */
export type Writing = {
  /** Keys, articles and aliases are those that are new to it; `still` are incidents whose record stands as it was written. */
  put: {
    neighbourhood: Neighbourhood;
    keys: string[];
    articles: string[];
    still: string[];
    aliases: string[];
  }[];
  /** Neighbourhoods that went into others, with the keys they were found by. */
  drop: { id: string; keys: string[] }[];
  incidents: Incident[];
  /** Reports that leave their incident, and those that came back to it. */
  aside: Aside[];
  back: Aside[];
};

/** What has to be written for neighbourhoods that were read and are settled anew. */
export function writingOf(
  settled: readonly Settled[],
  read: readonly Neighbourhood[],
  back: readonly Aside[] = [],
): Writing {
  const before = new Map(read.map((neighbourhood) => [neighbourhood.id, neighbourhood]));
  const kept = new Set(settled.map(({ neighbourhood }) => neighbourhood.id));
  const put = settled.map(({ neighbourhood, aside }) => {
    const was = before.get(neighbourhood.id);
    const known = new Set(was?.reports);
    const led = new Set(was ? aliasesOf(was) : []);
    // A report that joins and is set aside at once still leads here: by its words, and by its article.
    const fresh = [...neighbourhood.reports, ...aside.map(({ report }) => report)].filter(
      (report) => !known.has(report),
    );
    return {
      neighbourhood,
      keys: keysOfAll(fresh),
      articles: [...new Set(fresh.map(({ articleId }) => articleId))],
      still: was ? untouched(was, neighbourhood) : [],
      aliases: aliasesOf(neighbourhood).filter((id) => !led.has(id)),
    };
  });
  const still = new Set(put.flatMap((each) => each.still));
  return {
    put,
    drop: read
      .filter((gone) => !kept.has(gone.id))
      .map((gone) => ({ id: gone.id, keys: keysOfAll(gone.reports) })),
    incidents: settled.flatMap(({ incidents }) => incidents.filter(({ id }) => !still.has(id))),
    aside: settled.flatMap(({ aside }) => aside),
    back: back.filter(({ report }) => read.some(({ reports }) => reports.includes(report))),
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

function isSameHead(a: Head, b: Head): boolean {
  const members = new Set(b.members);
  return (
    a.revision > 0 &&
    a.revision === b.revision &&
    a.log.length === b.log.length &&
    countAside(a) === countAside(b) &&
    a.members.length === b.members.length &&
    a.members.every((key) => members.has(key)) &&
    a.aliases.join() === b.aliases.join()
  );
}

const aliasesOf = ({ heads }: Neighbourhood): string[] => heads.flatMap(({ aliases }) => aliases);

const keysOfAll = (reports: readonly Report[]): string[] => [
  ...new Set(reports.filter(({ supersededBy }) => supersededBy === null).flatMap(keysOf)),
];
