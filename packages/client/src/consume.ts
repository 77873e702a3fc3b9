import { setTimeout } from 'node:timers/promises';
import type { Message } from '@rasid/contracts';
import { type Job, Queue, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { parseMessage } from './parse.ts';
import { replay } from './replay.ts';
import { createReplayed } from './replayed.ts';

export type ConsumeOptions = {
  /** redis:// or rediss:// of the Rasid that publishes. */
  redisUrl: string;
  /** Name of this subscriber: a-z, 0-9 and "-". Its queue keeps what arrives while it is away. */
  name: string;
  /** Replays from this time (ISO 8601) before following. */
  from?: string | undefined;
  prefix?: string | undefined;
  /**
   * Called for each message, one at a time. A message counts as read when this returns; a throw brings the same
   * message again, at growing pauses, before any later one.
   */
  onMessage: (message: Message) => Promise<void> | void;
  /** Called when `onMessage` threw; without it a process warning says so. */
  onError?: ((error: unknown, message: Message, attempt: number) => void) | undefined;
};

export type Consumption = { close: () => Promise<void> };

const longestPauseMs = 60_000; // a desk that comes back is served within a minute

/**
 * Subscribes and hands over every message, each once, in order per subject; acknowledged as read.
 * `from` first replays the stream, which overlaps the queue: doubles are dropped by message id.
 */
export async function consume(options: ConsumeOptions): Promise<Consumption> {
  const { redisUrl, name, onMessage, prefix = '{rasid}', onError = warn } = options;
  if (!/^[a-z0-9][a-z0-9-]{0,40}$/.test(name))
    throw new TypeError(`Not a subscriber name: ${name}. Use a-z, 0-9 and "-"`);
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined); // ioredis reconnects by itself
  const replayed = createReplayed();
  const closing = new AbortController();

  /** An `onError` that throws must not cost the message its turn. */
  const tell = (error: unknown, message: Message, attempt: number): void => {
    try {
      onError(error, message, attempt);
    } catch (second) {
      warn(second, message, attempt);
    }
  };

  /** Answers false when it was told to close before the message was read. */
  const deliver = async (message: Message): Promise<boolean> => {
    for (let attempt = 1; ; attempt++) {
      try {
        await onMessage(message);
        return true;
      } catch (error) {
        tell(error, message, attempt);
        await pause(Math.min(1_000 * 2 ** (attempt - 1), longestPauseMs), closing.signal);
        if (closing.signal.aborted) return false;
      }
    }
  };
  const read = async (job: Job, token?: string): Promise<void> => {
    const message = understood(job);
    if (replayed.take(message.id) || (await deliver(message))) return;
    await job.moveToWait(token); // to the front: it is the next one's first message
    throw new WaitingError();
  };

  try {
    await prepare(redis, prefix, name);
    const again = async (message: Message) => {
      replayed.add(message.id);
      return deliver(message);
    };
    if (options.from) await replay(redis, prefix, options.from, again);
  } catch (error) {
    redis.disconnect(); // an open connection would keep the caller's process alive
    throw error;
  }
  const worker = openWorker(name, read, { connection: redis, prefix });
  return {
    async close() {
      closing.abort();
      // Without a server there is nothing to acknowledge to: what is in hand comes again.
      const isAway = redis.status !== 'ready';
      const gone = new Promise<void>((resolve) => redis.once('close', resolve));
      const closed = worker.close(isAway);
      closed.catch(() => undefined);
      if (!isAway) await Promise.race([closed, gone]);
      redis.disconnect();
    },
  };
}

/** Keeps the subscriber's place, and its order: one message in hand at a time, in all processes of this name together. */
async function prepare(redis: Redis, prefix: string, name: string): Promise<void> {
  await redis.hsetnx(`${prefix}:subscribers`, name, new Date().toISOString());
  const queue = new Queue(`out-${name}`, { connection: redis, prefix });
  queue.on('error', () => undefined);
  await queue.setGlobalConcurrency(1);
  await queue.close();
}

function openWorker(
  name: string,
  read: (job: Job, token?: string) => Promise<void>,
  at: { connection: Redis; prefix: string },
): Worker {
  const worker = new Worker(`out-${name}`, read, {
    ...at,
    concurrency: 1,
    lockDuration: 12_000, // the message in the hands of a process that was killed comes again after this
    stalledInterval: 6_000,
    maxStalledCount: Number.MAX_SAFE_INTEGER, // however often its reader was killed: a message is never given up
  });
  worker.on('error', () => undefined); // a lost connection is taken up again
  return worker;
}

/** A message of another version of the contract must not hold up those behind it: it stays in the queue as failed. */
function understood(job: Job): Message {
  try {
    return parseMessage(job.data);
  } catch (error) {
    process.emitWarning(`Message ${job.id} was left out: ${String(error)}`, 'RasidConsumer');
    throw new UnrecoverableError(String(error));
  }
}

const warn = (error: unknown, message: Message, attempt: number): void =>
  process.emitWarning(
    `Message ${message.id} was not read (attempt ${attempt}) and comes again: ${error instanceof Error ? error.message : String(error)}`,
    'RasidConsumer',
  );

/** Ends early, without a word, when the signal says so. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);
