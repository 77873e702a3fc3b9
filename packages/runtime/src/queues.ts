import { pipeline, type StageInput, type StageName, stageNames } from '@rasid/contracts';
import { type JobsOptions, Queue } from 'bullmq';
import type { Redis } from 'ioredis';

export type StageCounts = {
  stage: StageName;
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
  paused: boolean;
};

/** The seven queues of the pipeline. The only place that writes to them. */
export function createQueues(redis: Redis, prefix: string) {
  const queues = new Map<StageName, Queue>(
    stageNames.map((stage) => [stage, openQueue(stage, redis, prefix)]),
  );
  const queueOf = (stage: StageName): Queue => {
    const queue = queues.get(stage);
    if (!queue) throw new Error(`No queue for stage ${stage}`);
    return queue;
  };

  /** Adds a job; one with the same id that still waits or runs makes this a no-op. */
  async function add<S extends StageName>(
    stage: S,
    data: StageInput<S>,
    options: JobsOptions = {},
  ): Promise<void> {
    const row = pipeline[stage];
    const jobId = (row.jobId as (data: StageInput<S>) => string)(data); // the row of S takes the input of S
    await queueOf(stage).add(stage, data, { jobId, ...jobOptions(stage), ...options });
  }

  return {
    add,
    queueOf,
    async counts(): Promise<StageCounts[]> {
      return Promise.all(
        stageNames.map(async (stage) => {
          const queue = queueOf(stage);
          const [counts, paused] = await Promise.all([
            queue.getJobCounts('wait', 'prioritized', 'active', 'delayed', 'failed'),
            queue.isPaused(),
          ]);
          const { wait = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = counts;
          return { stage, waiting: wait + prioritized, active, delayed, failed, paused };
        }),
      );
    },
    async close(): Promise<void> {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

export type Queues = ReturnType<typeof createQueues>;

/** A queue that is silent about a server that is away: the connection comes back by itself, and health says so meanwhile. */
export function openQueue(name: string, redis: Redis, prefix: string): Queue {
  const queue = new Queue(name, { connection: redis, prefix });
  queue.on('error', () => undefined);
  return queue;
}

/** Attempts and pauses of a stage's jobs; finished ones are forgotten by the queue, because the ledger remembers. */
export function jobOptions(stage: StageName): JobsOptions {
  const row = pipeline[stage];
  return {
    attempts: row.attempts,
    backoff: { type: 'exponential', delay: row.backoffMs, jitter: 0.5 },
    removeOnComplete: true,
    removeOnFail: false, // a stalled job is taken to quarantine by the sweeper
  };
}
