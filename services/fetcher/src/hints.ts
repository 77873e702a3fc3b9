/** How long the server will give the same bytes: max-age less the age of this copy. Null when it does not say. */
export function cacheHint(headers: { get: (name: string) => string | null }): number | null {
  const control = headers.get('cache-control') ?? '';
  const shared = /(?:^|[\s,])s-maxage\s?=\s?"?(\d{1,9})/i.exec(control)?.[1];
  const own = /(?:^|[\s,])max-age\s?=\s?"?(\d{1,9})/i.exec(control)?.[1];
  if (/no-cache|no-store/i.test(control) || (shared ?? own) === undefined) return null;
  const age = Number(headers.get('age') ?? 0) || 0;
  return Math.max(0, Number(shared ?? own) - Math.max(0, age)) * 1000;
}
