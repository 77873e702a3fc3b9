import type { z } from 'zod';
import { CleanJob, DedupeJob, ExtractJob, FetchJob, LinkJob, PollJob, PublishJob } from './job.ts';

type Row<S extends z.ZodType, Next extends string> = {
  input: S;
  /** Deterministic: the same work always has the same id. No ":" and never all digits (BullMQ refuses both). */
  jobId: (data: z.infer<S>) => string;
  next: readonly Next[];
  /** How often a job is tried before it is quarantined; RetryLater costs none. */
  attempts: number;
  /** First pause of the exponential backoff. */
  backoffMs: number;
  /** A job that runs longer is aborted and tried again. */
  timeoutMs: number;
  /** Jobs at once in one process. */
  concurrency: number;
  /** Jobs at once in all processes together, where order matters. */
  globalConcurrency?: number;
};

const row = <S extends z.ZodType, const Next extends string>(definition: Row<S, Next>) => definition;

/**
 * The pipeline. Queue names, job types, the ledger, the console and the tests derive from these rows;
 * a stage can only pass to the stages in its `next`, with exactly their input.
 */
export const pipeline = {
  poll: row({
    input: PollJob,
    jobId: (job) => `poll-${job.sourceId}-${Date.parse(job.dueAt).toString(36)}`,
    next: ['fetch'],
    attempts: 1, // the next poll of the source is the retry
    backoffMs: 0,
    timeoutMs: 120_000,
    concurrency: 16,
  }),
  fetch: row({
    input: FetchJob,
    jobId: (job) => job.item.id,
    next: ['clean', 'link'], // to link with the record of a page that is gone
    attempts: 10,
    backoffMs: 15_000, // about two hours in all: a site that is away for lunch loses no article
    timeoutMs: 90_000,
    concurrency: 32,
  }),
  clean: row({
    input: CleanJob,
    jobId: (job) => job.item.id,
    next: ['dedupe'],
    attempts: 3,
    backoffMs: 2_000,
    timeoutMs: 30_000,
    concurrency: 4,
  }),
  dedupe: row({
    input: DedupeJob,
    jobId: (job) => job.item.id,
    next: ['extract'],
    attempts: 5,
    backoffMs: 1_000,
    timeoutMs: 15_000,
    concurrency: 8, // one script judges and inserts: two copies that arrive at once see each other
  }),
  extract: row({
    input: ExtractJob,
    jobId: (job) => job.item.id,
    next: ['link'],
    attempts: 3,
    backoffMs: 2_000,
    timeoutMs: 30_000,
    concurrency: 4,
  }),
  link: row({
    input: LinkJob,
    jobId: (job) => job.item.id,
    next: ['publish'],
    attempts: 5,
    backoffMs: 1_000,
    timeoutMs: 15_000,
    concurrency: 1,
    globalConcurrency: 1, // the changes of one incident must be numbered in one order
  }),
  publish: row({
    input: PublishJob,
    // An operator's: by its last message, for those before it may be taken along from a command that died.
    jobId: (job) => job.item?.id ?? `operator-${job.messages.at(-1)?.id}`,
    next: [],
    attempts: 10, // about a quarter of an hour: see the overlap of lagging subscribers in runtime/src/lagging.ts
    backoffMs: 1_000,
    timeoutMs: 30_000,
    concurrency: 1,
    globalConcurrency: 1, // subscribers see the messages of one subject in order
  }),
} as const;

export type StageName = keyof typeof pipeline;
export type StageInput<S extends StageName> = z.infer<(typeof pipeline)[S]['input']>;
export type NextStage<S extends StageName> = (typeof pipeline)[S]['next'][number];

/** In the order of the flow. */
export const stageNames = Object.keys(pipeline) as StageName[];

/** Position in the flow; a job that arrives behind its item's position was done already. */
export const stageIndex = (stage: StageName): number => stageNames.indexOf(stage);
