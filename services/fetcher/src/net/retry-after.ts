const dayMs = 24 * 3600 * 1000; // the longest that is heeded: servers were seen asking for days by mistake

/**
 * Milliseconds of a Retry-After header in either form, at most a day; null when there is none or it cannot be read.
 * A header that was sent twice arrives joined by a comma: the first counts.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  const seconds = /^\d{1,15}(?:\.\d{1,9})?(?=\s*(?:,|$))/.exec(text)?.[0];
  // A date has letters: Date.parse would make a year of "-5".
  const ms = seconds ? Number(seconds) * 1000 : /[a-z]{3}/i.test(text) ? Date.parse(text) - now : Number.NaN;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), dayMs);
}
