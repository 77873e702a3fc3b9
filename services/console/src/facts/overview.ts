import type { StageName } from '@rasid/contracts';
import type { Activity, Runtime, StageCounts, StageMetric } from '@rasid/runtime';
import { type SourceFacts, type SourceState, sourceStates } from './sources.ts';

export type StageFacts = StageCounts & { done: number; retried: number };

/** The flow: what waits at every stage and what it did so far. */
export async function stageFacts(runtime: Runtime): Promise<StageFacts[]> {
  const [counts, totals] = await Promise.all([runtime.queues.counts(), runtime.activity.totals()]);
  const sum = (stage: StageName, fits: (outcome: string) => boolean) =>
    totals
      .filter((cell: StageMetric) => cell.stage === stage && fits(cell.outcome))
      .reduce((total, { jobs }) => total + jobs, 0);
  const isAgain = (outcome: string) => outcome === 'retry' || outcome === 'later';
  return counts.map((count) => ({
    ...count,
    done: sum(count.stage, (outcome) => !isAgain(outcome)),
    retried: sum(count.stage, isAgain),
  }));
}

export type Pace = { published: number; jobs: number; isAtLeast: boolean };

const hourMs = 3_600_000;
export const logLength = 4_000; // all that the activity log keeps

/** What was published in the last hour; `isAtLeast` when the log does not reach back that far. */
export async function lastHour(runtime: Runtime, nowMs: number): Promise<Pace> {
  const log = await runtime.activity.recent(logLength);
  const within = log.filter(({ at }) => Date.parse(at) >= nowMs - hourMs);
  return {
    published: within.filter(isPublished).length,
    jobs: within.length,
    isAtLeast: within.length === log.length && log.length >= logLength,
  };
}

const ends = new Set(['published', 'copy', 'revision']);
const isPublished = ({ stage, outcome }: Activity): boolean => stage === 'publish' && ends.has(outcome);

/** How many sources are in each state. */
export function countStates(sources: readonly SourceFacts[]): Record<SourceState, number> {
  const counts = Object.fromEntries(sourceStates.map((state) => [state, 0])) as Record<SourceState, number>; // of that very list
  for (const { state } of sources) counts[state]++;
  return counts;
}
