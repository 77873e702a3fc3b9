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
    for (const [, fields] of entries)
      if (!(await deliver(parseMessage(JSON.parse(fields[1] ?? 'null'))))) return;
    const last = entries.at(-1);
    if (!last) return;
    start = `(${last[0]}`;
  }
}
