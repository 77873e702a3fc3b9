import type { Message } from '@rasid/contracts';
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { parseMessage } from './parse.ts';

export type ConsumeOptions = {
  /** redis:// or rediss:// of the Rasid that publishes. */
  redisUrl: string;
  /** Name of this subscriber: a-z, 0-9 and "-". Its queue keeps what arrives while it is away. */
  name: string;
  /** Replays from this time (ISO 8601) before following. */
  from?: string | undefined;
  prefix?: string | undefined;
  /** Called for each message, one at a time. A message counts as read when this returns; a throw brings it back. */
  onMessage: (message: Message) => Promise<void> | void;
};

export type Consumption = { close: () => Promise<void> };

/** How many message ids are remembered to drop doubles between replay and queue. */
const rememberIds = 100_000;

/**
 * Subscribes and hands over every message, each once, in order per incident; acknowledged as read.
 * `from` first replays the stream, which overlaps the queue: doubles are dropped by message id.
 */
export async function consume(options: ConsumeOptions): Promise<Consumption> {
  const { redisUrl, name, onMessage, prefix = '{rasid}' } = options;
  if (!/^[a-z0-9][a-z0-9-]{0,40}$/.test(name))
    throw new TypeError(`Not a subscriber name: ${name}. Use a-z, 0-9 and "-"`);
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined); // ioredis reconnects by itself
  await redis.hsetnx(`${prefix}:subscribers`, name, new Date().toISOString());
  const seen = createSeen();

  const deliver = async (message: Message): Promise<void> => {
    if (seen.has(message.id)) return;
    await onMessage(message);
    seen.add(message.id);
  };
  if (options.from) await replay(redis, prefix, options.from, deliver);
  const worker = new Worker(`out-${name}`, (job) => deliver(parseMessage(job.data)), {
    connection: redis,
    prefix,
    concurrency: 1,
  });
  worker.on('error', () => undefined); // a lost connection is taken up again
  return {
    async close() {
      await worker.close();
      redis.disconnect();
    },
  };
}

async function replay(
  redis: Redis,
  prefix: string,
  from: string,
  deliver: (message: Message) => Promise<void>,
) {
  let start = String(Date.parse(from));
  if (start === 'NaN')
    throw new TypeError(`Not a time: ${from}. Use ISO 8601, for example 2026-01-31T00:00:00Z`);
  for (;;) {
    const entries = await redis.xrange(`${prefix}:output`, start, '+', 'COUNT', 200);
    for (const [, fields] of entries) await deliver(parseMessage(JSON.parse(fields[1] ?? 'null')));
    const last = entries.at(-1);
    if (!last) return;
    start = `(${last[0]}`;
  }
}

function createSeen() {
  const ids = new Set<string>();
  return {
    has: (id: string) => ids.has(id),
    add(id: string) {
      ids.add(id);
      if (ids.size > rememberIds) ids.delete(ids.values().next().value ?? ''); // a Set keeps its order: this is the oldest
    },
  };
}
