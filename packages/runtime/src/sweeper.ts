import { type FetchJob, type Message, stageNames } from '@rasid/contracts';
import { createRedisIncidentStore } from '@rasid/storage';
import type { Runtime } from './runtime.ts';
import { itemOf } from './stage.ts';

/** Open items without a step for this long are looked at: longer than the moment between two writes. */
const staleMs = 60_000;
const batch = 200; // per sweep: a burst after a crash is worked off in a few minutes

/**
 * Finds what fell between two writes of a killed process: an item that the ledger opened but no queue holds goes
 * back to its first stage; a job that killed its process again and again goes to quarantine; messages of an operator
 * whose command died before they were queued are queued; subscribers that lagged get what they missed.
 */
export async function sweep(
  runtime: Runtime,
  options: { staleMs?: number } = {},
): Promise<{ requeued: number; quarantined: number; resent: number }> {
  let requeued = 0;
  let quarantined = 0;
  for (const stage of stageNames) {
    const queue = runtime.queues.queueOf(stage);
    for (const job of await queue.getFailed(0, batch - 1)) {
      const ref = itemOf(job.data);
      if (ref && (await runtime.ledger.isDue(ref.itemId, stage))) {
        const reason = job.failedReason || 'its process died with it again and again';
        const cause = 'stalled';
        await runtime.dead.put({
          jobId: job.id ?? ref.itemId,
          stage,
          ...ref,
          data: job.data,
          reason,
          cause,
          attempts: job.attemptsMade,
        });
        await runtime.ledger.settle(ref.itemId, 'quarantined');
        quarantined++;
      }
      await job.remove();
    }
  }
  for (const itemId of await runtime.ledger.stale(options.staleMs ?? staleMs, batch)) {
    const state = await runtime.ledger.stateOf(itemId);
    if (!state) await runtime.ledger.forget(itemId);
    if (!state || state.outcome) continue;
    if (await runtime.queues.queueOf(state.stage).getJob(itemId)) {
      await runtime.ledger.confirm(itemId); // so that the next sweep looks at others
      continue;
    }
    const first = await runtime.ledger.rewind(itemId);
    if (first == null) continue;
    await runtime.queues.add('fetch', first as FetchJob); // the ledger keeps the job it was opened with
    requeued++;
  }
  await runtime.outputs.catchUp();
  return { requeued, quarantined, resent: await resend(runtime) };
}

/** A job that is there already is not added twice, and one that was done meanwhile publishes nothing twice. */
async function resend(runtime: Runtime): Promise<number> {
  const incidents = createRedisIncidentStore(runtime.redis, runtime.address.prefix);
  const { unsent } = await incidents.standing();
  let resent = 0;
  for (const { id, messages: text } of unsent) {
    const messages = JSON.parse(text) as Message[]; // written by an operator's command
    if (messages.length === 0) await incidents.sent(id);
    else if (!(await runtime.queues.queueOf('publish').getJob(id))) {
      await runtime.queues.add('publish', { item: null, messages });
      resent++;
    }
  }
  return resent;
}
