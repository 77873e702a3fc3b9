import type { Assigned } from './heads.ts';
import { historian } from './history.ts';
import { leastOf } from './least.ts';
import { isLive, type Neighbourhood } from './neighbourhood.ts';
import { byTime } from './partition.ts';
import type { Report } from './report.ts';

/** A report its incident does not hold any more: kept with its article, to come back when that changes. */
export type Aside = { incidentId: string; report: Report };

/** An incident holds so many reports: the voices of all outlets of a country, and what a message can carry. */
export const mostHeld = 100;
/** A neighbourhood holds so many, or two of each of its incidents: it is read and written whole with each report. */
export const mostTogether = 200;
const mostLoose = 50; // mentions that fit nothing, revisions of what nobody tells any more

export type Held = { neighbourhood: Neighbourhood; assigned: Assigned[]; aside: Aside[] };

/**
 * Sets reports aside where there are more than an incident can hold: those first that brought nothing new and whose
 * outlet has spoken again. What the incident says stays the same; who said it is counted.
 */
export function setAside(
  neighbourhood: Neighbourhood,
  assigned: readonly Assigned[],
  voices: ReadonlyMap<Report, Report>,
): Held {
  if (neighbourhood.reports.length <= mostHeld) return { neighbourhood, assigned: [...assigned], aside: [] };
  const historyOf = historian(neighbourhood.reports);
  const owned = assigned.map((each) => ({ each, own: [...historyOf(each.head), ...each.group] }));
  const loose = looseOf(neighbourhood, new Set(owned.flatMap(({ own }) => own)));
  const quota = quotaOf(owned.map(({ own }) => own.length));
  const gone = new Set<Report>(loose.slice(0, Math.max(0, loose.length - mostLoose)));
  const aside: Aside[] = [];
  const held = owned.map(({ each, own }) => {
    const leaving = own.length > quota ? leastOf(own, own.length - quota, each.head.anchor, voices) : [];
    if (leaving.length === 0) return each;
    for (const report of leaving) gone.add(report);
    const voiced = leaving.flatMap((report) => (isLive(report) ? (voices.get(report) ?? report) : []));
    aside.push(...voiced.map((report) => ({ incidentId: each.head.id, report })));
    return without(each, new Set(leaving), voiced);
  });
  if (gone.size === 0) return { neighbourhood, assigned: [...assigned], aside };
  const kept = neighbourhood.reports.filter((report) => !gone.has(report));
  const { lead, renewed } = renewing(kept, gone, voices);
  const rulings = neighbourhood.rulings.map((each) => ({
    ...each,
    left: lead(each.left),
    right: lead(each.right),
  }));
  return {
    neighbourhood: { ...neighbourhood, reports: [...renewed.values()], rulings },
    assigned: held.map((each) => ({
      ...each,
      group: each.group.flatMap((report) => renewed.get(report) ?? []),
    })),
    aside,
  };
}

/** Puts reports of an article back where they were set aside. */
export function takenBack(homes: readonly Neighbourhood[], aside: readonly Aside[]): Neighbourhood[] {
  return homes.map((home) => {
    let { heads, reports } = home;
    for (const { incidentId, report } of aside) {
      const head = heads.find(({ id, aliases }) => id === incidentId || aliases.includes(incidentId));
      if (!head) continue;
      reports = [...reports, report];
      const members = [...head.members, report.key];
      const left = countedOff(head.aside ?? {}, report.originId);
      heads = heads.with(heads.indexOf(head), { ...head, members, aside: left });
    }
    return reports === home.reports ? home : { ...home, heads, reports };
  });
}

const looseOf = ({ reports }: Neighbourhood, owned: ReadonlySet<Report>): Report[] =>
  reports.filter((report) => !owned.has(report)).sort(byTime);

/** So many reports each incident may hold that all together are few enough. */
function quotaOf(sizes: readonly number[]): number {
  const together = (quota: number) => sizes.reduce((sum, size) => sum + Math.min(size, quota), 0);
  let quota = mostHeld;
  while (quota > 2 && together(quota) > mostTogether) quota--;
  return quota;
}

/** The incident without reports that leave it; those that count as told stay counted by whose words they are. */
function without(each: Assigned, leaving: ReadonlySet<Report>, voiced: readonly Report[]): Assigned {
  const group = each.group.filter((report) => !leaving.has(report));
  const kept = new Set(group.map(({ key }) => key));
  const left = new Set([...leaving].map(({ key }) => key).filter((key) => !kept.has(key)));
  const aside = { ...each.head.aside };
  for (const { originId } of voiced) aside[originId] = (aside[originId] ?? 0) + 1;
  const members = each.head.members.filter((key) => !left.has(key));
  return { ...each, group, head: { ...each.head, members, aside } };
}

function countedOff(aside: Readonly<Record<string, number>>, originId: string): Record<string, number> {
  const { [originId]: count = 0, ...rest } = aside;
  return count > 1 ? { ...rest, [originId]: count - 1 } : rest;
}

/** What each report that stays is from now on: ways through a revision that is gone lead on, and copies of a text that is gone keep its voice. */
function renewing(kept: readonly Report[], gone: ReadonlySet<Report>, voices: ReadonlyMap<Report, Report>) {
  const keys = new Set(kept.map(({ key }) => key));
  const next = new Map<string, string>();
  for (const { key, successor } of gone) if (successor !== null && !keys.has(key)) next.set(key, successor);
  const lead = (key: string): string => next.get(key) ?? key;
  const stories = new Set([...gone].map(({ storyId }) => storyId));
  const renew = (report: Report): Report => {
    const own = stories.has(report.storyId) ? (voices.get(report) ?? report) : report;
    if (own.successor === null || !next.has(own.successor)) return own;
    return { ...own, successor: lead(own.successor) };
  };
  return { lead, renewed: new Map(kept.map((report) => [report, renew(report)])) };
}
