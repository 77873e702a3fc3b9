import { type FetchJob, makeId, publishedOutcomes, type TerminalOutcome } from '@rasid/contracts';
import type { Revisit, RevisitStore } from '@rasid/storage';

const youngMs = 24 * 3600 * 1000; // an article older than a day is seldom corrected

/** Notes an article that was read for the first time, to be looked at again while it is young. */
export async function planRevisit(
  job: FetchJob,
  fetchedAt: number,
  tools: { revisits: Pick<RevisitStore, 'plan'>; revisitAfterMs: readonly number[] },
): Promise<void> {
  const [first] = tools.revisitAfterMs;
  const publishedAt = Date.parse(job.entry.publishedAt ?? '') || fetchedAt;
  if (first === undefined || job.again || fetchedAt - publishedAt > youngMs) return;
  await tools.revisits.plan({ job, step: 0, firstAt: fetchedAt }, fetchedAt + first);
}

export type RevisitTools = {
  revisits: RevisitStore;
  revisitAfterMs: readonly number[];
  outcomeOf: (itemId: string) => Promise<TerminalOutcome | null>;
  /** Whether the source is still asked: one that is paused or removed is left alone. */
  isFollowed: (sourceId: string) => boolean;
  knownToLedger: (ids: readonly string[]) => Promise<boolean[]>;
  now: () => Date;
};

const perPoll = 50; // the rest come with the next poll
const retryMs = 600_000; // an item that is still on its way is asked about again

/**
 * The articles that are due for another look, of whatever source: every poll brings some, so that a feed that is seldom
 * asked does not delay them. One stays in the store until the ledger is seen to hold the look, so that a kill in between
 * loses none; only what was published is looked at again.
 */
export async function dueRevisits(tools: RevisitTools): Promise<FetchJob[]> {
  const now = tools.now().getTime();
  const jobs: FetchJob[] = [];
  for (const revisit of await tools.revisits.claim(now, perPoll)) {
    const { item } = revisit.job;
    const id = makeId('item', item.outlet.id, item.id, 'revisit', revisit.step);
    const next = await whatNext(revisit, id, now, tools);
    if (next === 'look')
      jobs.push({ ...revisit.job, item: { ...item, id }, again: { of: item.id, why: 'revisit' } });
    else await tools.revisits.move(item.id, next);
  }
  return jobs;
}

async function whatNext({ job, step, firstAt }: Revisit, id: string, now: number, tools: RevisitTools) {
  const outcome = await tools.outcomeOf(job.item.id);
  if (!tools.isFollowed(job.item.sourceId)) return null;
  if (outcome === null) return { step, dueAt: now + retryMs };
  if (!isPublished(outcome)) return null;
  const [isQueued] = await tools.knownToLedger([id]);
  return isQueued ? nextLook(step, firstAt, now, tools) : 'look';
}

/** The look after this one; of several that are overdue only the last is worth a request. */
function nextLook(step: number, firstAt: number, now: number, { revisitAfterMs }: RevisitTools) {
  const looks = revisitAfterMs.map((afterMs, at) => ({ step: at, dueAt: firstAt + afterMs })).slice(step + 1);
  return looks.filter(({ dueAt }) => dueAt <= now).at(-1) ?? looks[0] ?? null;
}

const isPublished = (outcome: TerminalOutcome): boolean =>
  publishedOutcomes.some((published) => published === outcome && published !== 'withdrawn');
