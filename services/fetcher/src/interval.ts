import type { FeedState } from '@rasid/storage';

type Bounds = { minIntervalMs: number; maxIntervalMs: number };

/** How much an error counts: a refusal more than an overloaded server, a lost connection least. After Media Cloud's weights. */
export const errorWeights: Record<string, number> = {
  html: 1,
  captcha: 1,
  refused: 1,
  'not-a-feed': 1,
  'not-found': 0.5,
  busy: 0.5,
  server: 0.5,
  dns: 0.25,
  timeout: 0.25,
  tls: 0.5,
  connection: 0.25,
};

/**
 * The next interval. Mostly new items: shorter; mostly known ones: longer; errors stretch it by their weight.
 * Never beyond the source's bounds, and never to a stop.
 */
export function nextInterval(
  state: FeedState,
  poll: { newShare: number | null; weight: number },
  bounds: Bounds,
): number {
  const current = state.intervalMs || bounds.minIntervalMs * 5;
  let next = current;
  if (poll.weight > 0)
    next = Math.max(current, bounds.minIntervalMs * 2) * (1 + Math.min(state.errors, 6) * poll.weight);
  else if (state.errors > 0 && poll.newShare !== null)
    next = bounds.minIntervalMs * 5; // well again: as if new
  else if (poll.newShare !== null && poll.newShare > 0.33) next = current * 0.6;
  else if (poll.newShare !== null && poll.newShare < 0.05) next = current * 1.25;
  return Math.round(Math.min(Math.max(next, bounds.minIntervalMs), bounds.maxIntervalMs));
}

/** A fixed place of each source within its interval, so that the sources of a host do not fire together. */
export function offsetOf(sourceId: string, everyMs: number): number {
  let hash = 2_166_136_261; // FNV-1a
  for (let at = 0; at < sourceId.length; at++)
    hash = Math.imul(hash ^ sourceId.charCodeAt(at), 16_777_619) >>> 0;
  return hash % everyMs;
}
