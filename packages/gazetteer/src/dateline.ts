import type { Token } from '@rasid/arabic';

const CLOSERS = new Set(['-', '–', '—', '/', ':', '(', '|', '_', 'ـ']);

/**
 * Tells whether a name opens a line as a dateline: "دمشق - سانا", "غزة/ الأناضول", "بيروت (رويترز)".
 * It says where the report was written, not where the event was.
 */
export const isDateline = (text: string, tokens: readonly Token[], from: number, to: number): boolean => {
  const first = tokens[from];
  const next = tokens[to];
  if (!first || !next || !CLOSERS.has(next.text)) return false;
  const previous = tokens[from - 1];
  if (previous && !text.slice(previous.end, first.start).includes('\n')) return false;
  return true;
};
