import { testMessage } from '@rasid/contracts/testing';
import { createOutputStream } from '@rasid/storage';
import { Worker } from 'bullmq';
import { afterEach, describe, expect, it } from 'vitest';
import { createOutputs, outputQueueName } from './outputs.ts';
import { openQueue } from './queues.ts';
import { testRuntime } from './test-runtime.ts';

describe('output queues', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  function start(maxWaiting: number) {
    const runtime = testRuntime();
    const { redis } = runtime;
    const { prefix } = runtime.address;
    const outputs = createOutputs(redis, prefix, maxWaiting);
    const queue = openQueue(outputQueueName('desk'), redis, prefix);
    closers.push(
      () => runtime.close(),
      () => outputs.close(),
      () => queue.close(),
    );
    const publish = async (...ids: string[]) => {
      const messages = ids.map(testMessage);
      await createOutputStream(redis, prefix).append(messages);
      await outputs.deliver(messages);
    };
    const waiting = async () => (await queue.getWaiting()).map((job) => job.id);
    const readAll = () => queue.drain();
    const finish = async (id: string) => {
      const reader = new Worker(outputQueueName('desk'), null, { connection: redis, prefix });
      const job = await reader.getNextJob('token');
      expect(job?.id).toBe(id);
      await job?.moveToCompleted(null, 'token', false);
      await reader.close(true);
    };
    return { runtime, outputs, publish, waiting, readAll, finish };
  }

  it('leave no hole for a subscriber that stopped reading and comes back', async () => {
    const { outputs, publish, waiting, readAll } = start(2);
    await outputs.subscribe('desk');
    await publish('1', '2');
    await publish('3');
    await publish('4', '5');
    expect(await waiting()).toEqual(['msg_1', 'msg_2']);
    expect(await outputs.list()).toMatchObject([{ name: 'desk', waiting: 2, isLagging: true }]);
    await readAll();
    await publish('6'); // must not come before what was missed
    await outputs.catchUp();
    expect(await waiting()).toEqual(['msg_1', 'msg_2', 'msg_3', 'msg_4', 'msg_5', 'msg_6']);
    expect(await outputs.list()).toMatchObject([{ isLagging: false }]);
  });

  it('go on to lag until all that was missed is there, however many pages of the stream it fills', async () => {
    const { runtime, outputs, publish, waiting, readAll } = start(1);
    await outputs.subscribe('desk');
    const names = Array.from({ length: 230 }, (_, at) => String(at)); // more than a page
    for (const name of names) await publish(name);
    await readAll();
    const roomy = createOutputs(runtime.redis, runtime.address.prefix, 1_000);
    await roomy.catchUp();
    expect(await waiting()).toEqual(names.map((name) => `msg_${name}`));
    expect(await roomy.list()).toMatchObject([{ isLagging: false }]);
    await roomy.close();
  });

  it('take a message that was read already only when it is sent again on purpose', async () => {
    const { outputs, publish, waiting, readAll, finish } = start(10);
    await outputs.subscribe('desk');
    await publish('1');
    await finish('msg_1');
    await publish('1');
    expect(await waiting()).toEqual([]);
    await outputs.deliverTo('desk', [testMessage('1')], true);
    expect(await waiting()).toEqual(['msg_1']);
    await readAll();
  });

  it('forget a subscriber that was removed, with what waits for it', async () => {
    const { outputs, publish, waiting } = start(10);
    await outputs.subscribe('desk');
    await publish('1');
    expect(await outputs.unsubscribe('desk')).toBe(true);
    expect(await outputs.unsubscribe('desk')).toBe(false);
    await publish('2');
    expect([await outputs.list(), await waiting()]).toEqual([[], []]);
  });
});
