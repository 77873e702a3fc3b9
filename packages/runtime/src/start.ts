import { pipeline } from '@rasid/contracts';
import type { Worker } from 'bullmq';
import { failureText } from './failure.ts';
import { createPatience, isRefusal } from './patience.ts';
import type { Runtime } from './runtime.ts';
import { type StageDefinition, startStage } from './stage.ts';
import { sweep } from './sweeper.ts';

export type RunningStages = {
  stages: StageDefinition['stage'][];
  /** Finishes the jobs in hand, or hands them back after `graceMs`. */
  stop: (graceMs?: number) => Promise<void>;
};

const usualSweepMs = 30_000; // what a kill left lying is taken up within two minutes

/** Starts the given stages in this process. */
export async function startStages(
  definitions: StageDefinition[],
  runtime: Runtime,
  { sweepEveryMs = usualSweepMs }: { sweepEveryMs?: number } = {},
): Promise<RunningStages> {
  for (const { stage } of definitions) {
    const row = pipeline[stage];
    if ('globalConcurrency' in row)
      await runtime.queues.queueOf(stage).setGlobalConcurrency(row.globalConcurrency);
  }
  const workers: Worker[] = [];
  const patience = createPatience(runtime, (isRefusing) => {
    for (const worker of workers) {
      if (isRefusing) void worker.pause(true);
      else worker.resume();
    }
  });
  workers.push(...definitions.map((definition) => startStage(definition, runtime, patience)));
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  const timer = setInterval(() => {
    sweep(runtime).catch((error) => {
      if (!isRefusal(error)) runtime.logger.warn({ error: failureText(error) }, 'sweep');
    });
  }, sweepEveryMs);
  timer.unref();
  return {
    stages: definitions.map(({ stage }) => stage),
    async stop(graceMs = 20_000) {
      clearInterval(timer);
      patience.close();
      // Paused first: a worker that is closing cannot be told any more to leave its jobs behind.
      const idle = Promise.all(workers.map((worker) => worker.pause()));
      const late = new Promise<'late'>((resolve) => setTimeout(resolve, graceMs, 'late').unref());
      // A job left behind keeps its lock for a while and is then taken over by another worker.
      const isLate = (await Promise.race([idle, late])) === 'late';
      await Promise.all(workers.map((worker) => worker.close(isLate)));
    },
  };
}
