import type { StageName } from '@rasid/contracts';
import type { DeadLetter } from './dead-letters.ts';
import type { Runtime } from './runtime.ts';

/** Takes a quarantined job back into its stage; false when it is gone. */
export async function retryDead(runtime: Runtime, id: string): Promise<boolean> {
  const letter: DeadLetter | null = await runtime.dead.get(id);
  if (!letter) return false;
  if (letter.itemId) await runtime.ledger.reopen(letter.itemId);
  await runtime.queues.add(letter.stage, letter.data as never); // checked again on arrival
  await runtime.dead.remove(letter); // not one that the job has written by now
  return true;
}

/** Holds or releases a stage in all processes; jobs wait meanwhile. */
export async function pauseStage(runtime: Runtime, stage: StageName, isPaused: boolean): Promise<void> {
  const queue = runtime.queues.queueOf(stage);
  await (isPaused ? queue.pause() : queue.resume());
}
