import type { StageName } from '@rasid/contracts';
import type { Redis } from 'ioredis';

/** One finished job, as the log line and the console show it. */
export type Activity = {
  at: string;
  stage: StageName;
  jobId: string;
  itemId: string | null;
  sourceId: string | null;
  attempt: number;
  outcome: string;
  ms: number;
  notes: Record<string, string | number | boolean | null>;
};

export type StageMetric = { stage: StageName; outcome: string; jobs: number; ms: number };

/** The last few thousand jobs and the running totals per stage and outcome. */
export function createActivity(redis: Redis, prefix: string) {
  const streamKey = `${prefix}:activity`;
  const totalsKey = `${prefix}:metrics`;
  const keepEntries = 4_000; // about an hour of a busy day, 1 MB

  return {
    async note(activity: Activity): Promise<void> {
      const field = `${activity.stage}|${activity.outcome}`;
      await redis
        .pipeline()
        .xadd(streamKey, 'MAXLEN', '~', keepEntries, '*', 'a', JSON.stringify(activity))
        .hincrby(totalsKey, `${field}|jobs`, 1)
        .hincrby(totalsKey, `${field}|ms`, Math.round(activity.ms))
        .exec();
    },

    /** Newest first. */
    async recent(limit: number): Promise<Activity[]> {
      const entries = await redis.xrevrange(streamKey, '+', '-', 'COUNT', limit);
      return entries.map(([, fields]) => JSON.parse(fields[1] ?? 'null') as Activity); // written by note
    },

    async totals(): Promise<StageMetric[]> {
      const cells = new Map<string, StageMetric>();
      for (const [field, text] of Object.entries(await redis.hgetall(totalsKey))) {
        const [stage = '', outcome = '', unit] = field.split('|');
        const key = `${stage}|${outcome}`;
        const cell = cells.get(key) ?? { stage: stage as StageName, outcome, jobs: 0, ms: 0 };
        cells.set(key, cell);
        if (unit === 'jobs') cell.jobs = Number(text);
        else cell.ms = Number(text);
      }
      return [...cells.values()];
    },
  };
}

export type ActivityLog = ReturnType<typeof createActivity>;
