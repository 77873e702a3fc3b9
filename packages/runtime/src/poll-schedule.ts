import { defineScript } from '@rasid/storage';
import type { Redis } from 'ioredis';
import { jobOptions, type Queues } from './queues.ts';

export type PollPlan = {
  sourceId: string;
  /** Polls of one host never start within `hostGapMs` of one another. */
  host: string;
  inMs: number;
};

export type PlannedPoll = { sourceId: string; everyMs: number; nextAt: string | null };

const schedulerId = (sourceId: string) => `source-${sourceId}`;
const hostGapMs = 10_000; // longer than nearly every poll takes
const keepSlotsMs = 2 * 24 * 3600 * 1000; // twice the longest pause

// KEYS: the host's slots. ARGV: source, wanted start, gap, time to keep. Takes the first start from the wanted one on
// that no other source of the host has within the gap.
const slotScript = defineScript(`
redis.call('ZREM', KEYS[1], ARGV[1])
local start, gap = tonumber(ARGV[2]), tonumber(ARGV[3])
local others = redis.call('ZRANGEBYSCORE', KEYS[1], start - gap + 1, '+inf', 'WITHSCORES')
for at = 2, #others, 2 do
  local taken = tonumber(others[at])
  if taken >= start + gap then break end
  start = taken + gap
end
redis.call('ZADD', KEYS[1], start, ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return start`);

/** When each source is asked: one job scheduler a source. While a poll runs the scheduler already holds the next one, so that a process that dies in it loses no source. */
export function createPollSchedule(queues: Queues, redis: Redis, prefix: string) {
  const queue = queues.queueOf('poll');
  const slotsKey = (host: string) => `${prefix}:poll-slots:${host}`;
  const template = (sourceId: string) => ({
    name: 'poll',
    data: { sourceId, dueAt: new Date(0).toISOString() },
    opts: jobOptions('poll'),
  });

  return {
    /** Sets the next poll of a source; later ones follow at the same pause until it is planned anew. Answers when it will be. */
    async plan({ sourceId, host, inMs }: PollPlan): Promise<Date> {
      const now = Date.now();
      const wanted = now + Math.max(1_000, Math.round(inMs));
      const startDate = Number(
        await slotScript(redis, [slotsKey(host)], [sourceId, wanted, hostGapMs, keepSlotsMs]),
      );
      const before = await queue.getJobScheduler(schedulerId(sourceId));
      // A scheduler whose pause stays the same keeps its old next start: one millisecond makes it another pause.
      const everyMs = startDate - now === before?.every ? startDate - now + 1 : startDate - now;
      await queue.upsertJobScheduler(
        schedulerId(sourceId),
        { every: everyMs, startDate },
        template(sourceId),
      );
      return new Date(startDate);
    },

    /** Asks a source once, now, beside its schedule. */
    async once(sourceId: string): Promise<void> {
      await queues.add('poll', { sourceId, dueAt: new Date().toISOString() });
    },

    async remove(sourceId: string): Promise<void> {
      await queue.removeJobScheduler(schedulerId(sourceId));
    },

    /** The sources that are scheduled, with their pause and next poll. */
    async list(): Promise<PlannedPoll[]> {
      const schedulers = await queue.getJobSchedulers(0, -1, true);
      return schedulers.flatMap((scheduler) => {
        if (!scheduler.key.startsWith('source-')) return [];
        const nextAt = scheduler.next ? new Date(scheduler.next).toISOString() : null;
        return [
          { sourceId: scheduler.key.slice('source-'.length), everyMs: Number(scheduler.every ?? 0), nextAt },
        ];
      });
    },
  };
}

export type PollSchedule = ReturnType<typeof createPollSchedule>;
