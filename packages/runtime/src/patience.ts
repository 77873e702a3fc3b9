import { setTimeout } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { failureText } from './failure.ts';

const probeEveryMs = 1_000; // work goes on within a second of the moment there is room again

/** Memory or disk full, a replica, a server that is loading: no fault of the job, and the next job meets the same. */
const refusal =
  /^(?:OOM |MISCONF |READONLY |LOADING |CLUSTERDOWN |MASTERDOWN |NOREPLICAS |EXECABORT )|command not allowed when used memory/;

export const isRefusal = (error: unknown): boolean => error instanceof Error && refusal.test(error.message);

/** Writes a key that is gone in ten seconds; throws what the server says against it. */
export async function tryWrite(redis: Redis, prefix: string): Promise<void> {
  await redis.set(`${prefix}:writable`, '1', 'PX', 10_000);
}

export type Patience = {
  /** Resolves when the store takes writes; rejects with the error when the process stops first. */
  wait: (error: unknown) => Promise<void>;
  close: () => void;
};

/**
 * Waiting for a store that refuses writes: all jobs in hand wait together for one probe a second, and `onChange` hears
 * when it begins and ends, so that no further jobs are taken meanwhile.
 */
export function createPatience(
  store: { redis: Redis; address: { prefix: string }; logger: Logger },
  onChange: (isRefusing: boolean) => void,
): Patience {
  let waiting: Promise<void> | null = null;
  const stopping = new AbortController();

  async function untilTaken(error: unknown): Promise<void> {
    store.logger.warn({ error: failureText(error) }, 'Redis refuses writes: work waits for it');
    onChange(true);
    try {
      do await pause(probeEveryMs, stopping.signal);
      while (!stopping.signal.aborted && !(await isTaken(store)));
    } finally {
      onChange(false);
    }
    if (stopping.signal.aborted) throw error;
    store.logger.info({}, 'Redis takes writes again');
  }

  return {
    wait(error) {
      waiting ??= untilTaken(error).finally(() => {
        waiting = null;
      });
      return waiting;
    },
    close: () => stopping.abort(),
  };
}

const isTaken = ({ redis, address }: { redis: Redis; address: { prefix: string } }): Promise<boolean> =>
  tryWrite(redis, address.prefix).then(
    () => true,
    () => false,
  );

/** Ends early, without a word, when the signal says so. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);
