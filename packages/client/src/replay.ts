import type { Message } from '@rasid/contracts';
import type { Redis } from 'ioredis';
import { parseMessage } from './parse.ts';

/** Hands over what the stream holds from a time on, until the end or until `deliver` answers false. */
export async function replay(
  redis: Redis,
  prefix: string,
  from: string,
  deliver: (message: Message) => Promise<boolean>,
): Promise<void> {
  let start = String(Date.parse(from));
  if (start === 'NaN')
    throw new TypeError(`Not a time: ${from}. Use ISO 8601, for example 2026-01-31T00:00:00Z`);
  for (;;) {
    const entries = await redis.xrange(`${prefix}:output`, start, '+', 'COUNT', 200);
    for (const [streamId, fields] of entries) {
      const message = understood(streamId, fields[1] ?? 'null');
      if (message && !(await deliver(message))) return;
    }
    const last = entries.at(-1);
    if (!last) return;
    start = `(${last[0]}`;
  }
}

/** A message of another version of the contract must not hold up those behind it; null for one. */
function understood(streamId: string, text: string): Message | null {
  try {
    return parseMessage(JSON.parse(text));
  } catch (error) {
    process.emitWarning(`Message ${streamId} of the stream was left out: ${String(error)}`, 'RasidConsumer');
    return null;
  }
}
