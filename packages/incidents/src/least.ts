import { isTelling, slotsSaid, type Telling } from './claims.ts';
import { byTime } from './partition.ts';
import type { Report } from './report.ts';
import { timelineOf } from './timeline.ts';
import { firstNamings } from './verdicts.ts';

/** Those of which an incident misses the least: nothing new in them, and a later word of the same voice; the oldest first. */
export function leastOf(
  own: readonly Report[],
  count: number,
  anchor: string,
  voices: ReadonlyMap<Report, Report>,
): Report[] {
  const sorted = own
    .map((report) => ({ report, voiced: voices.get(report) ?? report }))
    .sort((a, b) => byTime(a.report, b.report));
  // A revision of the same words has the keys of the one before: what is told now speaks for both.
  const told = new Map(own.map((report) => [report.key, voices.get(report) ?? report]));
  const tellings = [...told.values()].filter(isTelling).sort(byTime);
  const standing = tellings.filter(({ supersededBy }) => supersededBy === null);
  const news = new Set(timelineOf(tellings).map(({ recordId }) => recordId));
  for (const { recordId } of firstNamings(standing)) news.add(recordId);
  const latest = latestWords(standing);
  const live = sorted.filter(({ report }) => report.supersededBy === null);
  // First and last word, and the title: what an incident shows of itself.
  const pinned = new Set(
    [
      live.find(({ voiced }) => isTelling(voiced)),
      live.find(({ voiced }) => isTelling(voiced) && voiced.status === 'main'),
      live.at(-1),
    ].map((each) => each?.report),
  );
  return sorted
    .filter(({ report }) => !pinned.has(report) && !(report.key === anchor && report.supersededBy === null))
    .map(({ report, voiced }, at) => ({
      report,
      worth: (latest.has(voiced) ? 2 : 0) + (news.has(report.recordId) ? 1 : 0),
      at,
    }))
    .sort((a, b) => a.worth - b.worth || a.at - b.at)
    .slice(0, count)
    .map(({ report }) => report);
}

/** The tellings in which some voice says its last word on something. */
function latestWords(tellings: readonly Telling[]): Set<Report> {
  const heard = new Set<string>();
  const latest = new Set<Report>();
  for (const telling of [...tellings].reverse())
    for (const slot of slotsSaid(telling)) {
      const word = `${telling.originId} ${slot}`;
      if (heard.has(word)) continue;
      heard.add(word);
      latest.add(telling);
    }
  return latest;
}
