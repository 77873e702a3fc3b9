import type { TimelineStep } from '@rasid/contracts';
import type { Facts } from './facts.ts';
import { pairScore } from './pair.ts';
import type { Ruling } from './partition.ts';
import type { Report } from './report.ts';

/** One incident of a neighbourhood: which reports it holds, and what subscribers know of it. */
export type Head = {
  id: string;
  /** Key of the report the incident stands or falls with: its id goes where this report goes. */
  anchor: string;
  /** When it was first reported, by the clock of the outlets: the older of two merged incidents keeps its id. */
  since: string;
  members: string[];
  /** Reports that were set aside since it holds too many, counted by whose words they are. */
  aside?: Readonly<Record<string, number>>;
  aliases: string[];
  /** 0 until something of it is published. */
  revision: number;
  facts: Facts | null;
  log: TimelineStep[];
};

/**
 * Reports that have to be weighed together: each of them fits at least one other. Which of them make one incident is
 * decided anew with every report that joins, so that the order of arrival decides nothing.
 */
export type Neighbourhood = {
  id: string;
  reports: Report[];
  rulings: Ruling[];
  heads: Head[];
};

/** How many reports were set aside. */
export const countAside = ({ aside = {} }: Pick<Head, 'aside'>): number =>
  Object.values(aside).reduce((sum, count) => sum + count, 0);

/** Reports that can be foreground of an incident now. */
export const isLive = ({ supersededBy, status }: Report): boolean =>
  supersededBy === null && status !== 'background';

/** Up to so many reports a neighbourhood is weighed whole: comparing all pairs of more takes longer than a job should. */
export const mostWeighed = 150;

/**
 * Follows a report through the revisions of its article to the one that tells it now. A revision of the same words has
 * events of the same keys: what is told now is the end, and a chain that comes back to itself ends there.
 */
export function latestKey(reports: readonly Report[]): (key: string) => string {
  const told = new Set(reports.flatMap(({ key, supersededBy }) => (supersededBy === null ? [key] : [])));
  const successors = new Map(
    reports.flatMap(({ key, successor }): [string, string][] =>
      successor === null ? [] : [[key, successor]],
    ),
  );
  return (key) => {
    const met = new Set<string>();
    let last = key;
    while (!told.has(last) && !met.has(last)) {
      met.add(last);
      last = successors.get(last) ?? last;
    }
    return last;
  };
}

/** Whether a report has to be weighed together with these: it fits one of them, and one of the two is no mere mention. */
export const touches = (report: Report, { reports }: Neighbourhood): number =>
  reports.reduce((most, other) => {
    if (other.supersededBy !== null || other.articleId === report.articleId) return most;
    if (!isLive(other) && !isLive(report)) return most;
    return Math.max(most, pairScore(report, other));
  }, 0);
