import { detectLanguage } from '@rasid/arabic';
import type { FeedResult } from '@rasid/feeds';
import type { Reading } from '@rasid/fetcher';
import type { Source } from '@rasid/sources';

/** In the order of the trouble they mean. */
export const verdicts = [
  'unreachable',
  'blocked',
  'gone',
  'failing',
  'not-a-feed',
  'empty',
  'not-arabic',
  'stale',
  'malformed',
  'slow',
  'alive',
] as const;
export type Verdict = (typeof verdicts)[number];

export type Checked = {
  id: string;
  verdict: Verdict;
  /** What was seen, in a few words. */
  detail: string;
  entries: number;
  newest: string | null;
  ms: number;
};

const staleMs = 3 * 24 * 3600 * 1000; // a weekend and a holiday
const slowMs = 10_000; // a poll that takes longer holds its place in the lane
const aheadMs = 24 * 3600 * 1000; // a date further in the future is wrong

/** What became of a feed that was asked once. Pure. */
export function judge(
  source: Pick<Source, 'id' | 'language'>,
  reading: Reading,
  feed: FeedResult | null,
  nowMs: number,
): Checked {
  const base = { id: source.id, entries: 0, newest: null, ms: reading.ms };
  if ('failure' in reading) return { ...base, verdict: 'unreachable', detail: reading.why };
  const bad = judgeStatus(reading);
  if (bad) return { ...base, ...bad };
  if (feed === null || 'error' in feed) return { ...base, ...judgeDocument(feed) };
  const newest = newestOf(feed, nowMs);
  const read = { ...base, entries: feed.entries.length, newest };
  if (feed.entries.length === 0) return { ...read, verdict: 'empty', detail: 'a feed without entries' };
  const language = languageOf(feed);
  if (source.language === 'ar' && language !== null && language !== 'ar')
    return {
      ...read,
      verdict: 'not-arabic',
      detail: language === 'other' ? 'another script' : `language ${language}`,
    };
  const notes = [...(reading.movedTo ? [`moved to ${reading.movedTo}`] : []), ...feed.problems].join('; ');
  if (newest !== null && nowMs - Date.parse(newest) > staleMs)
    return { ...read, verdict: 'stale', detail: notes };
  if (feed.problems.some((problem) => mended.test(problem)))
    return { ...read, verdict: 'malformed', detail: notes };
  return { ...read, verdict: reading.ms > slowMs ? 'slow' : 'alive', detail: notes };
}

const mended = /well-formed|truncat|cut|unclosed|broken|not xml/i; // of the parser's words: those that mean a broken document

function judgeStatus({
  status,
  isWall,
}: Extract<Reading, { status: number }>): Pick<Checked, 'verdict' | 'detail'> | null {
  const detail = isWall ? `status ${status}, a captcha or challenge` : `status ${status}`;
  if (isWall || [401, 402, 403, 407, 429, 451].includes(status)) return { verdict: 'blocked', detail };
  if (status === 404 || status === 410) return { verdict: 'gone', detail };
  if (status === 204 || status === 205) return { verdict: 'empty', detail };
  return status === 200 ? null : { verdict: 'failing', detail };
}

function judgeDocument(
  feed: Extract<FeedResult, { error: string }> | null,
): Pick<Checked, 'verdict' | 'detail'> {
  if (feed === null) return { verdict: 'not-a-feed', detail: 'cannot be read' };
  const detail = feed.problems.join('; ') || feed.error;
  if (feed.error === 'captcha') return { verdict: 'blocked', detail };
  return { verdict: feed.error === 'empty' ? 'empty' : 'not-a-feed', detail };
}

type Read = Extract<FeedResult, { entries: unknown }>;

/** Time of the newest entry; dates far in the future are not believed. */
export function newestOf({ entries }: Read, nowMs: number): string | null {
  const times = entries
    .map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? '')
    .filter((time) => Date.parse(time) <= nowMs + aheadMs);
  return times.sort().at(-1) ?? null;
}

const sampled = 20; // entries: enough letters to tell a language by

/** The language of the entries by their letters; null when there are too few. */
export function languageOf({ entries }: Read): string | null {
  const text = entries
    .slice(0, sampled)
    .map(({ title, summary }) => `${title ?? ''} ${summary ?? ''}`)
    .join(' ');
  const { language } = detectLanguage(text.replace(/<[^<>]{0,2000}>/g, ' '));
  return language === 'und' ? null : language;
}
