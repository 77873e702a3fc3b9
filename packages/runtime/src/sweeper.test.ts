import { pipeline } from '@rasid/contracts';
import { testMessage } from '@rasid/contracts/testing';
import { createRedisIncidentStore } from '@rasid/storage';
import { UnrecoverableError, Worker } from 'bullmq';
import { expect, it } from 'vitest';
import { drop, publishedAs } from './outcome.ts';
import { defineStage } from './stage.ts';
import { startStages } from './start.ts';
import { sweep } from './sweeper.ts';
import { fetchJob, itemRef, testRuntime, until } from './test-runtime.ts';

it('sends what an operator did again when its job has failed for good', async () => {
  const runtime = testRuntime();
  const incidents = createRedisIncidentStore(runtime.redis, runtime.address.prefix);
  const job = { item: null, messages: [testMessage('merge')] };
  const outbox = { id: pipeline.publish.jobId(job), messages: JSON.stringify(job.messages) };
  const nothing = { put: [], drop: [], incidents: [] };
  await incidents.commit(nothing, outbox, await incidents.standing(), { isUnsent: true });
  let isBroken = true;
  const published: string[] = [];
  const stages = await startStages(
    [
      defineStage('publish', async ({ messages }) => {
        if (isBroken) throw new Error('The stream is away');
        published.push(...messages.map(({ id }) => id));
        await incidents.sent(outbox.id);
        return publishedAs('published');
      }),
    ],
    runtime,
  );
  await runtime.queues.add('publish', job, { attempts: 1 });
  await until(async () => (await runtime.queues.queueOf('publish').getFailedCount()) === 1);
  isBroken = false;
  expect(await sweep(runtime)).toEqual({ requeued: 0, quarantined: 0, resent: 1 });
  await until(async () => published.length > 0);
  await stages.stop();
  expect(published).toEqual(['msg_merge']);
  expect(await sweep(runtime)).toEqual({ requeued: 0, quarantined: 0, resent: 0 });
  await runtime.close();
});

it('passes over items of which nothing is left, and keeps finding those that can be sent', async () => {
  const runtime = testRuntime();
  const lost = Array.from({ length: 200 }, (_, at) => [at, `itm_lost${at}`]).flat(); // as many as one sweep looks at
  await runtime.redis.zadd(`${runtime.address.prefix}:ledger:open`, ...lost);
  await runtime.ledger.open(itemRef('left'), fetchJob('left'));
  const sweeps = [await sweep(runtime, { staleMs: 0 }), await sweep(runtime, { staleMs: 0 })];
  expect(sweeps.map(({ requeued }) => requeued)).toEqual([0, 1]);
  await runtime.close();
});

it('takes a job that killed its process again and again to quarantine, once', async () => {
  const runtime = testRuntime();
  const { redis, address, queues, ledger, dead } = runtime;
  await ledger.open(itemRef('deadly'), fetchJob('deadly'));
  await queues.add('fetch', fetchJob('deadly'));
  const taker = new Worker('fetch', null, { connection: redis, prefix: address.prefix });
  const job = await taker.getNextJob('token');
  await job?.moveToFailed(new UnrecoverableError('job stalled more than allowable limit'), 'token', false);
  await taker.close(true);
  expect(await sweep(runtime)).toMatchObject({ quarantined: 1 });
  expect(await sweep(runtime)).toMatchObject({ quarantined: 0 });
  expect(await dead.list()).toMatchObject([
    {
      itemId: 'itm_deadly',
      stage: 'fetch',
      cause: 'stalled',
      reason: 'job stalled more than allowable limit',
    },
  ]);
  expect((await ledger.stateOf('itm_deadly'))?.outcome).toBe('quarantined');
  expect(await queues.queueOf('fetch').getFailedCount()).toBe(0);
  expect((await ledger.sum()).balanced).toBe(true);
  await runtime.close();
});

it('leaves an item alone whose job waits in its queue, and does not look at it again for a while', async () => {
  const runtime = testRuntime();
  await runtime.ledger.open(itemRef('waits'), fetchJob('waits'));
  await runtime.queues.add('fetch', fetchJob('waits'));
  await runtime.ledger.open(itemRef('further'), fetchJob('further'));
  await runtime.ledger.advance('itm_further', 'fetch', 'clean');
  await runtime.queues.queueOf('clean').add('clean', { item: itemRef('further') }, { jobId: 'itm_further' });
  expect(await sweep(runtime, { staleMs: -1 })).toMatchObject({ requeued: 0 });
  expect((await runtime.ledger.stateOf('itm_further'))?.stage).toBe('clean');
  expect(await runtime.ledger.stale(10_000, 10)).toEqual([]);
  await runtime.close();
});

it('comes by itself while stages run', async () => {
  const runtime = testRuntime();
  await runtime.ledger.open(itemRef('found'), fetchJob('found'));
  await runtime.redis.zadd(`${runtime.address.prefix}:ledger:open`, Date.now() - 61_000, 'itm_found'); // no step for a minute
  const fetching = defineStage('fetch', async () => drop('not-found'));
  const stages = await startStages([fetching], runtime, { sweepEveryMs: 20 });
  await until(async () => (await runtime.ledger.stateOf('itm_found'))?.outcome === 'dropped:not-found');
  await stages.stop();
  await runtime.close();
});
