import { setTimeout as pause } from 'node:timers/promises';
import { cutOff } from './ask.ts';
import type { ModelFailure } from './failure.ts';

const maxTries = 3; // of one article, in a batch or alone
const firstPauseMs = 500; // doubled with each try, unless the endpoint names another

const canRetry = ({ kind, message }: ModelFailure): boolean =>
  kind === 'away' || (kind === 'unreadable' && message !== cutOff);

/** Waits as the failure asks for; false when asking again is of no use or there is no time for it. */
export async function waitAfter(
  failure: ModelFailure,
  tries: number,
  { signal, until }: { signal: AbortSignal; until: number },
): Promise<boolean> {
  if (!canRetry(failure) || tries >= maxTries) return false;
  const backoffMs = firstPauseMs * 2 ** (tries - 1);
  const waitMs = failure.kind === 'unreadable' ? 0 : (failure.retryAfterMs ?? backoffMs);
  if (signal.aborted || Date.now() + waitMs >= until) return false;
  return pause(waitMs, true, { signal }).catch(() => false); // the time is up: why it waited says more
}
