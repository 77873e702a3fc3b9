import type { Message } from '@rasid/contracts';
import type { Redis } from 'ioredis';
import { defineScript } from './script.ts';

export type StreamEntry = { streamId: string; message: Message };

/** Messages kept for replay: about half a year of a few thousand records a day. */
const keepMessages = 500_000;
/** How long a message id is remembered: a job that is repeated later than this cannot exist. */
const seenSeconds = 60 * 24 * 3600;

// KEYS: stream, then one key a message id. ARGV: keep, seconds, then one message each. Answers which ones were new.
const appendScript = defineScript(`
local fresh = {}
for at = 2, #KEYS do
  if redis.call('SET', KEYS[at], 1, 'NX', 'EX', ARGV[2]) then
    redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*', 'm', ARGV[at + 1])
    fresh[#fresh + 1] = at - 2
  end
end
return fresh`);

/** The replayable stream of everything that was published, in order; each message stands in it once. */
export function createOutputStream(redis: Redis, prefix: string) {
  const streamKey = `${prefix}:output`;
  return {
    /** Appends the messages that are not in the stream yet, all in one step; answers those. */
    async append(messages: readonly Message[]): Promise<Message[]> {
      const keys = [streamKey, ...messages.map((message) => `${prefix}:output:seen:${message.id}`)];
      const args = [keepMessages, seenSeconds, ...messages.map((message) => JSON.stringify(message))];
      const fresh = (await appendScript(redis, keys, args)) as number[]; // the script's own answer
      return fresh.flatMap((at) => messages[at] ?? []);
    },

    /** Messages after a stream id or from a time on (ISO 8601), oldest first. */
    async read(from: { after: string } | { time: string }, limit: number): Promise<StreamEntry[]> {
      const start = 'after' in from ? `(${from.after}` : String(Date.parse(from.time));
      return (await redis.xrange(streamKey, start, '+', 'COUNT', limit)).map(toEntry);
    },

    /** Newest first. */
    async latest(limit: number): Promise<StreamEntry[]> {
      return (await redis.xrevrange(streamKey, '+', '-', 'COUNT', limit)).map(toEntry);
    },

    /** Waits up to `blockMs` for messages after the id (`$` for from now on); needs a connection of its own. */
    async follow(connection: Redis, after: string, blockMs: number): Promise<StreamEntry[]> {
      const reply = await connection.xread('COUNT', 100, 'BLOCK', blockMs, 'STREAMS', streamKey, after);
      return (reply?.[0]?.[1] ?? []).map(toEntry);
    },

    length: (): Promise<number> => redis.xlen(streamKey),
  };
}

export type OutputStream = ReturnType<typeof createOutputStream>;

const toEntry = ([streamId, fields]: [string, string[]]): StreamEntry => ({
  streamId,
  message: JSON.parse(fields[1] ?? 'null') as Message, // written by append
});
