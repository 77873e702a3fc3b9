import type { Message } from '@rasid/contracts';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { createLagging } from './lagging.ts';
import { openQueue } from './queues.ts';

export type Subscriber = { name: string; since: string; waiting: number; isLagging: boolean };

/** A subscriber that reads nothing must not fill the server: past this it gets no more until half is read, then from the stream. */
const defaultMaxWaiting = 100_000;
const keepDone = { age: 24 * 3600, count: 10_000 }; // so long a repeated delivery of the same message is recognised
// What a reader of the queue's own making gave up, and messages of another version: they stand in the stream too.
const keepFailed = { age: 60 * 24 * 3600, count: 10_000 };

/** Names become part of a queue's name. */
export const isSubscriberName = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,40}$/.test(name);
export const outputQueueName = (subscriber: string): string => `out-${subscriber}`;

/** The output queues: one for each subscriber, each getting every message in order. */
export function createOutputs(redis: Redis, prefix: string, maxWaiting = defaultMaxWaiting) {
  const subscribersKey = `${prefix}:subscribers`;
  const lagging = createLagging(redis, prefix);
  const queues = new Map<string, Queue>();
  const queueOf = (name: string): Queue => {
    const known = queues.get(name);
    if (known) return known;
    const queue = openQueue(outputQueueName(name), redis, prefix);
    queues.set(name, queue);
    return queue;
  };

  /** Puts messages on one queue. `again` also those that were read already; others are recognised and left out. */
  async function deliverTo(name: string, messages: readonly Message[], again = false): Promise<void> {
    const retry = { attempts: 5, backoff: { type: 'exponential', delay: 1_000 } };
    for (const message of messages) {
      if (again) {
        const job = await queueOf(name).getJob(message.id);
        if (job && (await job.isCompleted())) await job.remove();
      }
      await queueOf(name).add(message.type, message, {
        jobId: message.id,
        ...retry,
        removeOnComplete: keepDone,
        removeOnFail: keepFailed,
      });
    }
  }

  async function catchUp(name: string): Promise<void> {
    const waiting = await queueOf(name).count();
    if (waiting > maxWaiting / 2) return; // in one go rather than message by message
    await lagging.catchUp(name, maxWaiting - waiting, (messages) => deliverTo(name, messages));
  }

  return {
    /** From now on the subscriber gets every message. */
    async subscribe(name: string): Promise<void> {
      if (!isSubscriberName(name))
        throw new Error(`Not a subscriber name: ${name}. Use a-z, 0-9 and "-", at most 41`);
      await redis.hsetnx(subscribersKey, name, new Date().toISOString());
    },

    /** Forgets a subscriber and what waits for it; false when there is none of that name. */
    async unsubscribe(name: string): Promise<boolean> {
      const removed = await redis.hdel(subscribersKey, name);
      await lagging.forget(name);
      if (removed > 0) await queueOf(name).obliterate({ force: true });
      return removed > 0;
    },

    async list(): Promise<Subscriber[]> {
      const behind = await lagging.names();
      const entries = Object.entries(await redis.hgetall(subscribersKey)).sort(([a], [b]) =>
        a.localeCompare(b),
      );
      return Promise.all(
        entries.map(async ([name, since]) => ({
          name,
          since,
          waiting: await queueOf(name).count(),
          isLagging: behind.has(name),
        })),
      );
    },

    deliverTo,

    /** Puts the messages on every subscriber's queue; one that is there already is not put twice. */
    async deliver(messages: readonly Message[]): Promise<number> {
      const names = await redis.hkeys(subscribersKey);
      const behind = await lagging.names();
      for (const name of names) {
        if (!behind.has(name) && (await queueOf(name).count()) < maxWaiting) await deliverTo(name, messages);
        else await lagging.mark(name);
      }
      return names.length;
    },

    /** Gives those that lag what they missed, as far as they have read; the sweeper asks for it. */
    async catchUp(): Promise<void> {
      for (const name of await lagging.names()) await catchUp(name);
    },

    async close(): Promise<void> {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

export type Outputs = ReturnType<typeof createOutputs>;
