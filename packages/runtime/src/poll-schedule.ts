import { jobOptions, type Queues } from './queues.ts';

export type PollPlan = {
  sourceId: string;
  everyMs: number;
  /** Within the interval: spreads the sources so that no two polls of a host coincide. */
  offsetMs: number;
};

const schedulerId = (sourceId: string) => `source-${sourceId}`;

/** When each source is asked: one scheduler a source, which makes the next poll when the last one starts. */
export function createPollSchedule(queues: Queues) {
  const queue = queues.queueOf('poll');
  const template = (sourceId: string) => ({
    name: 'poll',
    data: { sourceId, dueAt: new Date(0).toISOString() },
    opts: jobOptions('poll'),
  });
  return {
    /** Sets or changes the interval of a source. */
    async plan(plan: PollPlan): Promise<void> {
      const { sourceId, everyMs, offsetMs } = plan;
      await queue.upsertJobScheduler(
        schedulerId(sourceId),
        { every: everyMs, offset: offsetMs % everyMs },
        template(sourceId),
      );
    },

    /** Asks a source once, after `delayMs`, beside its schedule. */
    async once(sourceId: string, delayMs = 0): Promise<void> {
      const dueAt = new Date(Date.now() + delayMs).toISOString();
      await queues.add('poll', { sourceId, dueAt }, { delay: delayMs });
    },

    async remove(sourceId: string): Promise<void> {
      await queue.removeJobScheduler(schedulerId(sourceId));
    },

    /** The sources that are scheduled, with their interval and next poll. */
    async list(): Promise<{ sourceId: string; everyMs: number; nextAt: string | null }[]> {
      const schedulers = await queue.getJobSchedulers(0, -1, true);
      return schedulers.flatMap((scheduler) => {
        if (!scheduler.key.startsWith('source-')) return [];
        const nextAt = scheduler.next ? new Date(scheduler.next).toISOString() : null;
        return [
          { sourceId: scheduler.key.slice('source-'.length), everyMs: Number(scheduler.every ?? 0), nextAt },
        ];
      });
    },
  };
}

export type PollSchedule = ReturnType<typeof createPollSchedule>;
