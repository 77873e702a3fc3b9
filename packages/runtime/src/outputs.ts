import type { Message } from '@rasid/contracts';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { openQueue } from './queues.ts';

export type Subscriber = { name: string; since: string; waiting: number; isLagging: boolean };

/** A subscriber that reads nothing must not fill the server: past this it gets no more and catches up from the stream. */
const maxWaiting = 100_000;
const keepDone = { age: 24 * 3600, count: 10_000 }; // so long a repeated delivery of the same message is recognised

/** Names become part of a queue's name. */
export const isSubscriberName = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,40}$/.test(name);
export const outputQueueName = (subscriber: string): string => `out-${subscriber}`;

/** The output queues: one for each subscriber, each getting every message in order. */
export function createOutputs(redis: Redis, prefix: string) {
  const subscribersKey = `${prefix}:subscribers`;
  const laggingKey = `${prefix}:subscribers:lagging`;
  const queues = new Map<string, Queue>();
  const queueOf = (name: string): Queue => {
    const known = queues.get(name);
    if (known) return known;
    const queue = openQueue(outputQueueName(name), redis, prefix);
    queues.set(name, queue);
    return queue;
  };

  async function deliverTo(name: string, messages: readonly Message[]): Promise<void> {
    const retry = { attempts: 5, backoff: { type: 'exponential', delay: 1_000 } };
    for (const message of messages) {
      await queueOf(name).add(message.type, message, {
        jobId: message.id,
        ...retry,
        removeOnComplete: keepDone,
      });
    }
  }

  return {
    /** From now on the subscriber gets every message. */
    async subscribe(name: string): Promise<void> {
      if (!isSubscriberName(name))
        throw new Error(`Not a subscriber name: ${name}. Use a-z, 0-9 and "-", at most 41`);
      await redis.hsetnx(subscribersKey, name, new Date().toISOString());
      await redis.srem(laggingKey, name);
    },

    async unsubscribe(name: string): Promise<void> {
      await redis.hdel(subscribersKey, name);
      await queueOf(name).obliterate({ force: true });
    },

    async list(): Promise<Subscriber[]> {
      const lagging = new Set(await redis.smembers(laggingKey));
      const entries = Object.entries(await redis.hgetall(subscribersKey)).sort(([a], [b]) =>
        a.localeCompare(b),
      );
      return Promise.all(
        entries.map(async ([name, since]) => ({
          name,
          since,
          waiting: await queueOf(name).count(),
          isLagging: lagging.has(name),
        })),
      );
    },

    deliverTo,

    /** Puts the messages on every subscriber's queue; one that is there already is not put twice. */
    async deliver(messages: readonly Message[]): Promise<number> {
      const names = await redis.hkeys(subscribersKey);
      for (const name of names) {
        const isFull = (await queueOf(name).count()) > maxWaiting;
        if (isFull) await redis.sadd(laggingKey, name);
        else await deliverTo(name, messages);
      }
      return names.length;
    },

    async close(): Promise<void> {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

export type Outputs = ReturnType<typeof createOutputs>;
