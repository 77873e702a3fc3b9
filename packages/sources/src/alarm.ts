import { expectedItems } from './forecast.ts';
import type { Rhythm } from './rhythm.ts';

/**
 * What can be wrong with a source that answers. Not errors: a feed that says nothing, and says so without an error,
 * is as dead as one that is away.
 */
export const alarms = ['rejected', 'silent', 'stale', 'shrinking'] as const;
export type Alarm = (typeof alarms)[number];

export type AlarmFacts = {
  rhythm: Rhythm | null;
  /** Empty answers in a row. */
  empties: number;
  /** Publication time of the newest entry; null when the feed gives none. */
  newestAt: string | null;
  /** Items in a row of which nothing was published: dropped or quarantined. */
  rejections: number;
  nowMs: number;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const rejectedItems = 20; // so many videos or teasers in a row a living source does not write
const emptyAnswers = 3; // one empty answer is a feed that is being built
// By tests/load/simulated-alarms.mjs: a living source raises one on one day in three hundred, half of the dead ones within 32 hours.
const silentItems = 8; // expected and not seen: a chance of one in three thousand, were they independent
const silentAtLeastMs = 12 * hourMs;
const beyondLongestGap = 2;
const staleAtLeastMs = 3 * dayMs; // a weekend and a holiday: a living outlet writes within that
const staleGaps = 3; // of the longest pause it ever made
const shrunkTo = 0.4; // of what it wrote in as many days before
const shrinkingItems = 15; // fewer expected ones say nothing

/** The alarm of a source, the gravest first; null when nothing is wrong. It says nothing of errors and pauses. */
export function alarmOf(facts: AlarmFacts): Alarm | null {
  if (facts.rejections >= rejectedItems) return 'rejected';
  if (facts.empties >= emptyAnswers || isSilent(facts)) return 'silent';
  if (isStale(facts)) return 'stale';
  return isShrinking(facts) ? 'shrinking' : null;
}

/** Longer without an item than it ever was, while its habits let expect several. Only the time it was watched counts. */
function isSilent({ rhythm }: AlarmFacts): boolean {
  if (rhythm?.lastItemAt == null) return false;
  const gapMs = rhythm.at - rhythm.lastItemAt;
  if (gapMs < Math.max(silentAtLeastMs, rhythm.longestGapMs * beyondLongestGap)) return false;
  return expectedItems(rhythm, rhythm.lastItemAt, rhythm.at) >= silentItems;
}

/** Its newest entry is older than any of its pauses: an old copy, or the ruin of a feed. */
function isStale({ rhythm, newestAt, nowMs }: AlarmFacts): boolean {
  const limit = Math.max(staleAtLeastMs, (rhythm?.longestGapMs ?? 0) * staleGaps);
  return newestAt !== null && nowMs - Date.parse(newestAt) > limit;
}

/** It wrote much more over the last months than over the last days. */
function isShrinking({ rhythm }: AlarmFacts): boolean {
  if (rhythm === null || rhythm.usualHours === 0) return false;
  const expected = (rhythm.usual / rhythm.usualHours) * rhythm.latelyHours;
  return expected >= shrinkingItems && rhythm.lately < expected * shrunkTo;
}
