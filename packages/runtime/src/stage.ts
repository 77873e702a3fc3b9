import { pipeline, type StageInput, type StageName } from '@rasid/contracts';
import { DelayedError, type Job, Worker } from 'bullmq';
import { failureText } from './failure.ts';
import { type Notes, type Outcome, PermanentError, RetryLater } from './outcome.ts';
import { isRefusal, type Patience } from './patience.ts';
import type { Runtime } from './runtime.ts';

export type StageContext = {
  /** Aborted when the job ran out of time or the process stops hard. */
  signal: AbortSignal;
  /** From 1. */
  attempt: number;
  isLastAttempt: boolean;
};

/** A worker is a function from a job to an outcome. It never touches a queue. */
export type Work<S extends StageName> = (job: StageInput<S>, context: StageContext) => Promise<Outcome<S>>;

export type StageDefinition = {
  stage: StageName;
  run: (data: unknown, context: StageContext) => Promise<Outcome<StageName>>;
};

/** Ties work to its row of the pipeline: what arrives is checked against the row's schema first. */
export function defineStage<S extends StageName>(stage: S, work: Work<S>): StageDefinition {
  const { input } = pipeline[stage];
  return {
    stage,
    run: async (data, context) => {
      const parsed = input.safeParse(data);
      if (!parsed.success)
        throw new InvalidJob(`Job does not fit stage ${stage}: ${firstIssue(parsed.error)}`);
      return (await work(parsed.data as StageInput<S>, context)) as Outcome<StageName>; // the schema of S was applied
    },
  };
}

export class InvalidJob extends PermanentError {}

const firstIssue = (error: { issues: { path: PropertyKey[]; message: string }[] }): string =>
  error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    .join('; ');

/** A job that keeps asking for later is given up after this time. */
const maxWaitMs = 7 * 24 * 3600 * 1000;

/** Starts taking jobs of one stage. Stops by `close`, which waits for the jobs in hand. */
export function startStage(definition: StageDefinition, runtime: Runtime, patience: Patience): Worker {
  const row = pipeline[definition.stage];
  const run = (job: Job, token?: string) => patiently(() => work(job, token, definition, runtime), patience);
  const worker = new Worker(definition.stage, run, {
    connection: runtime.redis,
    prefix: runtime.address.prefix,
    concurrency: row.concurrency,
    lockDuration: 12_000, // a dead process's jobs are taken over after this; locks of living ones are renewed
    stalledInterval: 6_000,
    maxStalledCount: 3, // a job that kills its process three times is quarantined by the sweeper
  });
  worker.on('error', (error) => {
    if (isRefusal(error))
      patience.wait(error).catch(() => undefined); // said once, by the one who waits
    else runtime.logger.warn({ stage: definition.stage, error: failureText(error) }, 'worker');
  });
  return worker;
}

/** A store that takes writes and still refuses this job so often has something against the job. */
const mostRefusals = 5;

/** Does a job again when the store refused it, once the store takes writes; every step can be repeated. It costs no attempt. */
async function patiently(job: () => Promise<void>, patience: Patience): Promise<void> {
  for (let refusals = 1; ; refusals++) {
    try {
      return await job();
    } catch (error) {
      if (!isRefusal(error) || refusals === mostRefusals) throw error;
      await patience.wait(error);
    }
  }
}

async function work(
  job: Job,
  token: string | undefined,
  definition: StageDefinition,
  runtime: Runtime,
): Promise<void> {
  const started = performance.now();
  const { stage } = definition;
  const attempt = job.attemptsMade + 1;
  const ref = itemOf(job.data);
  const finish = (outcome: string, notes: Notes = {}) =>
    report(job, { stage, attempt, outcome, notes, ref, started }, runtime);

  if (ref && !(await runtime.ledger.isDue(ref.itemId, stage))) return finish('already-done');
  const attempts = pipeline[stage].attempts;
  try {
    const outcome = await inTime(definition, job.data, { attempt, isLastAttempt: attempt >= attempts });
    await carryOut(outcome, stage, ref?.itemId ?? null, runtime);
    return await finish(outcomeWord(outcome), outcome.notes);
  } catch (error) {
    if (isRefusal(error)) throw error;
    if (error instanceof RetryLater && Date.now() - job.timestamp < maxWaitMs) {
      await job.moveToDelayed(Date.now() + error.delayMs, token);
      await finish('later', { why: error.message, delayMs: Math.round(error.delayMs) });
      throw new DelayedError();
    }
    const isFinal = error instanceof PermanentError || error instanceof RetryLater || attempt >= attempts;
    if (!isFinal || !ref) {
      await finish('retry', { why: failureText(error) });
      throw error;
    }
    const cause =
      error instanceof InvalidJob ? 'invalid' : error instanceof PermanentError ? 'permanent' : 'exhausted';
    await runtime.dead.put({
      jobId: job.id ?? ref.itemId,
      stage,
      ...ref,
      data: job.data,
      reason: failureText(error),
      cause,
      attempts: attempt,
    });
    await runtime.ledger.settle(ref.itemId, 'quarantined');
    await finish('quarantined', { why: failureText(error), cause });
  }
}

/** Runs the work under the stage's time limit; one that does not heed the signal is left behind. */
async function inTime(definition: StageDefinition, data: unknown, rest: Omit<StageContext, 'signal'>) {
  const { timeoutMs } = pipeline[definition.stage];
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`Stage ${definition.stage} ran longer than ${timeoutMs} ms`);
      abort.abort(error);
      reject(error);
    }, timeoutMs);
  });
  try {
    return await Promise.race([definition.run(data, { ...rest, signal: abort.signal }), limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Write first, enqueue second, complete last: a process that dies in between repeats a step, and the ledger absorbs it. */
async function carryOut(
  outcome: Outcome<StageName>,
  stage: StageName,
  itemId: string | null,
  runtime: Runtime,
) {
  if (outcome.fate === 'drop') {
    if (itemId) await runtime.ledger.settle(itemId, `dropped:${outcome.reason}`);
    return;
  }
  if (outcome.fate === 'publish') {
    if (itemId) await runtime.ledger.settle(itemId, outcome.outcome);
    return;
  }
  for (const { item, reason } of outcome.drops) await runtime.ledger.dropAtPoll(item, reason);
  for (const emission of outcome.emissions) {
    if (emission.to === 'fetch') {
      await runtime.ledger.open(emission.data.item, emission.data);
      await runtime.queues.add('fetch', emission.data);
    } else if (itemId) {
      await runtime.queues.add(emission.to, emission.data);
      await runtime.ledger.advance(itemId, stage, emission.to);
    }
  }
}

const outcomeWord = (outcome: Outcome<StageName>): string =>
  outcome.fate === 'drop'
    ? `dropped:${outcome.reason}`
    : outcome.fate === 'publish'
      ? outcome.outcome
      : 'passed';

type Reported = {
  stage: StageName;
  attempt: number;
  outcome: string;
  notes: Notes;
  ref: ItemKey | null;
  started: number;
};

async function report(job: Job, facts: Reported, runtime: Runtime): Promise<void> {
  const { stage, attempt, outcome, notes, ref } = facts;
  const ms = Math.round((performance.now() - facts.started) * 10) / 10;
  const jobId = job.id ?? '';
  const line = {
    stage,
    job: jobId,
    item: ref?.itemId,
    source: ref?.sourceId ?? sourceOf(job.data),
    attempt,
    outcome,
    ms,
    ...notes,
  };
  runtime.logger[outcome === 'retry' || outcome === 'quarantined' ? 'warn' : 'info'](line);
  const activity = {
    at: new Date().toISOString(),
    stage,
    jobId,
    itemId: ref?.itemId ?? null,
    sourceId: line.source ?? null,
  };
  await runtime.activity.note({ ...activity, attempt, outcome, ms, notes });
}

type ItemKey = { itemId: string; sourceId: string };

/** The item a job is about, read without trusting the job's shape. */
export function itemOf(data: unknown): ItemKey | null {
  const item = (data as { item?: { id?: unknown; sourceId?: unknown } } | null)?.item;
  return typeof item?.id === 'string' ? { itemId: item.id, sourceId: String(item.sourceId ?? '') } : null;
}

const sourceOf = (data: unknown): string | undefined => {
  const sourceId = (data as { sourceId?: unknown } | null)?.sourceId;
  return typeof sourceId === 'string' ? sourceId : undefined;
};
