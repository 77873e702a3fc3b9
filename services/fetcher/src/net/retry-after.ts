const dayMs = 24 * 3600 * 1000; // the longest that is heeded: servers were seen asking for days by mistake

/** Milliseconds of a Retry-After header in either form, at most a day; null when there is none. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (!header) return null;
  const seconds = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), dayMs);
}
