import { randomBytes } from 'node:crypto';
import { pipeline } from '@rasid/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { retryDead } from './operate.ts';
import { drop, PermanentError, pass, passAll, publishedAs, RetryLater } from './outcome.ts';
import type { Runtime } from './runtime.ts';
import { defineStage, type StageDefinition } from './stage.ts';
import { type RunningStages, startStages } from './start.ts';
import { sweep } from './sweeper.ts';
import { fetchJob, itemRef, testRuntime, until } from './test-runtime.ts';

const cleanJob = (id: string) => ({
  ...fetchJob(id),
  pageKey: null,
  contentType: null,
  fetchedAt: '2026-01-01T00:00:00Z',
});

describe('a stage', () => {
  const open: { runtime: Runtime; running: RunningStages[] }[] = [];
  afterEach(async () => {
    for (const { runtime, running } of open.splice(0)) {
      for (const stages of running) await stages.stop(1_000);
      await runtime.close();
    }
  });

  async function start(definitions: StageDefinition[], prefix?: string) {
    const runtime = testRuntime(prefix);
    const running = [await startStages(definitions, runtime)];
    open.push({ runtime, running });
    return runtime;
  }
  const outcomeOf = (runtime: Runtime, id: string) =>
    runtime.ledger.stateOf(`itm_${id}`).then((state) => state?.outcome ?? null);

  async function seed(runtime: Runtime, id: string) {
    await runtime.ledger.open(itemRef(id), fetchJob(id));
    await runtime.queues.add('fetch', fetchJob(id));
  }

  /** Once it has ended and left its queue: while it is there, a job of the same id cannot be added. */
  const ended = (runtime: Runtime, id: string) =>
    until(async () => {
      const isEnded = (await outcomeOf(runtime, id)) !== null;
      return isEnded && !(await runtime.queues.queueOf('fetch').getJob(`itm_${id}`));
    });

  it('passes to the next stage and drops for a named reason', async () => {
    const runtime = await start([
      defineStage('fetch', async (job) => pass('clean', { ...cleanJob('x'), item: job.item })),
      defineStage('clean', async () => drop('too-short')),
    ]);
    await seed(runtime, 'a');
    await until(async () => (await outcomeOf(runtime, 'a')) === 'dropped:too-short');
    expect((await runtime.ledger.sum()).balanced).toBe(true);
    const [last] = await runtime.activity.recent(1);
    expect(last).toMatchObject({
      stage: 'clean',
      itemId: 'itm_a',
      sourceId: 'sana',
      attempt: 1,
      outcome: 'dropped:too-short',
    });
  });

  it('stops with a job in hand that does not end, and another process takes the job over', {
    timeout: 60_000,
  }, async () => {
    let isHeld = false;
    const hold = defineStage('fetch', () => {
      isHeld = true;
      return new Promise<never>(() => undefined);
    });
    const runtime = testRuntime();
    const first = await startStages([hold], runtime);
    await seed(runtime, 'held');
    await until(async () => isHeld);
    await first.stop(50);
    await start([defineStage('fetch', async () => drop('not-found'))], runtime.address.prefix);
    await until(async () => (await outcomeOf(runtime, 'held')) === 'dropped:not-found');
    await runtime.close();
  });

  it('comes back after RetryLater without spending an attempt', async () => {
    const attempts: number[] = [];
    const runtime = await start([
      defineStage('fetch', async (_job, { attempt }) => {
        attempts.push(attempt);
        if (attempts.length < 3) throw new RetryLater('the host is busy', 10);
        return drop('not-found');
      }),
    ]);
    await seed(runtime, 'later');
    await until(async () => (await outcomeOf(runtime, 'later')) === 'dropped:not-found');
    expect(attempts).toEqual([1, 1, 1]);
  });

  it('gives up a job that has asked for later for a week', async () => {
    const runtime = await start([
      defineStage('fetch', async () => {
        throw new RetryLater('the host is busy', 10);
      }),
    ]);
    await runtime.ledger.open(itemRef('ever'), fetchJob('ever'));
    const aWeekAgo = Date.now() - 7 * 24 * 3600 * 1000;
    await runtime.queues.add('fetch', fetchJob('ever'), { timestamp: aWeekAgo });
    await until(async () => (await outcomeOf(runtime, 'ever')) === 'quarantined');
    expect((await runtime.dead.list())[0]).toMatchObject({ reason: 'the host is busy' });
  });

  it('leaves a job behind that does not heed its time, and tries it again', async () => {
    const { clean } = pipeline;
    const before = clean.timeoutMs;
    Object.assign(clean, { timeoutMs: 50 }); // half a minute otherwise
    const signals: boolean[] = [];
    const runtime = await start([
      defineStage('clean', async (_job, { signal, attempt }) => {
        if (attempt > 1) return drop('no-text');
        await new Promise<void>((resolve) =>
          signal.addEventListener('abort', () => resolve(), { once: true }),
        );
        signals.push(signal.aborted);
        return new Promise(() => undefined); // heeds nothing
      }),
    ]);
    await runtime.ledger.open(itemRef('slow'), fetchJob('slow'));
    await runtime.queues.add('clean', { ...cleanJob('slow'), item: itemRef('slow') }, { backoff: 1 });
    await until(async () => (await outcomeOf(runtime, 'slow')) === 'dropped:no-text');
    Object.assign(clean, { timeoutMs: before });
    expect(signals).toEqual([true]);
    expect((await runtime.activity.recent(10)).find(({ outcome }) => outcome === 'retry')?.notes.why).toBe(
      'Stage clean ran longer than 50 ms',
    );
  });

  it('quarantines a PermanentError at once, and a retry of the operator takes it back', async () => {
    let isBroken = true;
    const runtime = await start([
      defineStage('fetch', async () => {
        if (isBroken) throw new PermanentError('cannot be read');
        return drop('not-found');
      }),
    ]);
    await seed(runtime, 'bad');
    await ended(runtime, 'bad');
    const [letter] = await runtime.dead.list();
    expect(letter).toMatchObject({
      stage: 'fetch',
      itemId: 'itm_bad',
      reason: 'cannot be read',
      cause: 'permanent',
    });
    isBroken = false;
    expect(await retryDead(runtime, letter?.id ?? '')).toBe(true);
    await until(async () => (await outcomeOf(runtime, 'bad')) === 'dropped:not-found');
    expect(await runtime.dead.count()).toBe(0);
    expect((await runtime.ledger.sum()).balanced).toBe(true);
  });

  it('retries any other throw and quarantines after the last attempt', async () => {
    let runs = 0;
    const runtime = await start([
      defineStage('dedupe', async () => {
        runs++;
        throw new Error('store is away');
      }),
    ]);
    await runtime.ledger.open(itemRef('flaky'), fetchJob('flaky'));
    await runtime.ledger.advance('itm_flaky', 'fetch', 'clean');
    await runtime.ledger.advance('itm_flaky', 'clean', 'dedupe');
    await runtime.queues
      .queueOf('dedupe')
      .add(
        'dedupe',
        { item: itemRef('flaky'), article: article() },
        { jobId: 'itm_flaky', attempts: 5, backoff: { type: 'fixed', delay: 5 } },
      );
    await until(async () => (await outcomeOf(runtime, 'flaky')) === 'quarantined');
    expect(runs).toBe(5);
    expect((await runtime.dead.list())[0]).toMatchObject({
      cause: 'exhausted',
      attempts: 5,
      reason: 'store is away',
    });
  });

  it('quarantines a job that does not fit the schema before any work', async () => {
    const runtime = await start([
      defineStage('clean', async () => {
        throw new Error('must not run');
      }),
    ]);
    await runtime.ledger.open(itemRef('odd'), fetchJob('odd'));
    await runtime.queues
      .queueOf('clean')
      .add('clean', { item: itemRef('odd'), url: 7 }, { jobId: 'itm_odd' });
    await until(async () => (await outcomeOf(runtime, 'odd')) === 'quarantined');
    expect((await runtime.dead.list())[0]).toMatchObject({ cause: 'invalid' });
  });

  it('opens the items of a poll, and a second poll of the same items changes nothing', async () => {
    let fetched = 0;
    const runtime = await start([
      defineStage('poll', async () =>
        passAll(
          [{ to: 'fetch' as const, data: fetchJob('p1') }],
          [{ item: itemRef('p2'), reason: 'no-link' as const }],
        ),
      ),
      defineStage('fetch', async () => {
        fetched++;
        return drop('not-found');
      }),
    ]);
    for (const _ of [1, 2]) {
      await runtime.polls.once('sana');
      const polls = async () =>
        (await runtime.activity.recent(50)).filter(
          ({ stage, outcome }) => stage === 'poll' && outcome === 'passed',
        );
      const done = (await polls()).length;
      await until(async () => (await polls()).length > done || done >= 2);
    }
    await until(async () => (await runtime.ledger.sum()).open === 0);
    expect(fetched).toBe(1);
    expect(await runtime.ledger.sum()).toMatchObject({ seen: 2, ended: 2, open: 0, balanced: true });
  });

  it('does not repeat work that the ledger knows as done', async () => {
    let runs = 0;
    const runtime = await start([
      defineStage('fetch', async () => {
        runs++;
        return drop('not-found');
      }),
    ]);
    await seed(runtime, 'twice');
    await ended(runtime, 'twice');
    await runtime.queues.add('fetch', fetchJob('twice'));
    await until(async () => (await runtime.activity.recent(1))[0]?.outcome === 'already-done');
    expect(runs).toBe(1);
  });

  it('finds an item that was opened but never queued, as after a kill between two writes', async () => {
    const prefix = `{t-${randomBytes(6).toString('hex')}}`;
    const runtime = await start([defineStage('fetch', async () => drop('not-found'))], prefix);
    await runtime.ledger.open(itemRef('lost'), fetchJob('lost'));
    expect(await sweep(runtime, { staleMs: -1 })).toMatchObject({ requeued: 1, quarantined: 0 });
    await until(async () => (await outcomeOf(runtime, 'lost')) === 'dropped:not-found');
  });

  it('settles the outcome the last stage names', async () => {
    const runtime = await start([defineStage('fetch', async () => publishedAs('copy'))]);
    await seed(runtime, 'done');
    await until(async () => (await outcomeOf(runtime, 'done')) === 'copy');
  });
});

const article = () => ({
  id: 'art_1',
  url: 'https://example.org/1',
  canonicalUrl: 'https://example.org/1',
  outlet: itemRef('x').outlet,
  origin: { id: 'sana', basis: 'outlet' as const },
  title: 'عنوان',
  lead: null,
  text: 'نص',
  language: 'ar',
  authors: [],
  section: null,
  keywords: [],
  image: null,
  publishedAt: '2026-01-01T00:00:00Z',
  publishedBasis: 'feed' as const,
  updatedAt: null,
  fetchedAt: '2026-01-01T00:00:00Z',
});
