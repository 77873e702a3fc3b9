const minuteMs = 60_000;
const periods: Record<string, number> = {
  hourly: 60 * minuteMs,
  daily: 24 * 60 * minuteMs,
  weekly: 7 * 24 * 60 * minuteMs,
  monthly: 30 * 24 * 60 * minuteMs,
  yearly: 365 * 24 * 60 * minuteMs,
};

const headBytes = 8_192; // these elements stand before the entries

/** What a feed says about how often to come: `ttl` in minutes, or a period of the syndication module; the longer counts. */
export function feedHint(bytes: Uint8Array): number | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes)); // the element names are ASCII in every encoding but UTF-16
  const inner = (name: string) =>
    new RegExp(
      `<(?:[a-z]{1,12}:)?${name}(?:\\s[^<>]{0,200})?>\\s{0,20}([A-Za-z0-9.]{1,12})\\s{0,20}<`,
      'i',
    ).exec(head)?.[1];
  const ttl = Number(inner('ttl') ?? 0) * minuteMs;
  const period = periods[(inner('updatePeriod') ?? '').toLowerCase()] ?? 0;
  const frequency = Math.max(1, Number(inner('updateFrequency') ?? 1) || 1);
  const longest = Math.max(Number.isFinite(ttl) ? ttl : 0, period / frequency);
  return longest > 0 ? Math.round(longest) : null;
}

/** How long the server will give the same bytes: max-age less the age of this copy. Null when it does not say. */
export function cacheHint(headers: { get: (name: string) => string | null }): number | null {
  const control = headers.get('cache-control') ?? '';
  const shared = /(?:^|[\s,])s-maxage\s?=\s?"?(\d{1,9})/i.exec(control)?.[1];
  const own = /(?:^|[\s,])max-age\s?=\s?"?(\d{1,9})/i.exec(control)?.[1];
  if (/no-cache|no-store/i.test(control) || (shared ?? own) === undefined) return null;
  const age = Number(headers.get('age') ?? 0) || 0;
  return Math.max(0, Number(shared ?? own) - Math.max(0, age)) * 1000;
}
