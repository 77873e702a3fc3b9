import { type FetchJob, makeId, publishedOutcomes, type TerminalOutcome } from '@rasid/contracts';
import type { RevisitStore } from '@rasid/storage';

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
  await tools.revisits.plan(job.item.sourceId, { job, step: 0, firstAt: fetchedAt }, fetchedAt + first);
}

export type RevisitTools = {
  revisits: RevisitStore;
  revisitAfterMs: readonly number[];
  outcomeOf: (itemId: string) => Promise<TerminalOutcome | null>;
  knownToLedger: (ids: readonly string[]) => Promise<boolean[]>;
  now: () => Date;
};

const perPoll = 50; // the rest come with the next poll
const retryMs = 600_000; // an item that is still on its way is asked about again

/**
 * The articles of a source that are due for another look. One stays in the store until the ledger is seen to hold the
 * look, so that a kill in between loses none; only what was published is looked at again.
 */
export async function dueRevisits(sourceId: string, tools: RevisitTools): Promise<FetchJob[]> {
  const now = tools.now().getTime();
  const jobs: FetchJob[] = [];
  for (const { job, step, firstAt } of await tools.revisits.due(sourceId, now, perPoll)) {
    const { item } = job;
    const id = makeId('item', item.outlet.id, item.id, 'revisit', step);
    const [isQueued] = await tools.knownToLedger([id]);
    const outcome = await tools.outcomeOf(item.id);
    if (isQueued) await tools.revisits.move(sourceId, item.id, nextLook(step, firstAt, now, tools));
    else if (outcome === null) await tools.revisits.move(sourceId, item.id, { step, dueAt: now + retryMs });
    else if (!isPublished(outcome)) await tools.revisits.move(sourceId, item.id, null);
    else jobs.push({ ...job, item: { ...item, id }, again: { of: item.id, why: 'revisit' } });
  }
  return jobs;
}

/** The look after this one; of several that are overdue only the last is worth a request. */
function nextLook(step: number, firstAt: number, now: number, { revisitAfterMs }: RevisitTools) {
  const looks = revisitAfterMs.map((afterMs, at) => ({ step: at, dueAt: firstAt + afterMs })).slice(step + 1);
  return looks.filter(({ dueAt }) => dueAt <= now).at(-1) ?? looks[0] ?? null;
}

const isPublished = (outcome: TerminalOutcome): boolean =>
  publishedOutcomes.some((published) => published === outcome && published !== 'withdrawn');
