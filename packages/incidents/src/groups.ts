import { type Head, isLive, latestKey, mostWeighed, type Neighbourhood } from './neighbourhood.ts';
import { pairScore } from './pair.ts';
import { byTime, partition, type Ruling } from './partition.ts';
import type { Report } from './report.ts';

/** The reports of a neighbourhood grouped into happenings, background mentions with what they fit best. */
export function groupsOf({ reports, rulings: given, heads }: Neighbourhood): Report[][] {
  const live = reports.filter(isLive);
  const latest = latestKey(reports);
  const rulings = given.map(({ kind, left, right }) => ({ kind, left: latest(left), right: latest(right) }));
  const groups = grouped(live, heads, rulings, latest);
  for (const mention of reports.filter((report) => report.supersededBy === null && !isLive(report)))
    bestGroup(mention, groups)?.push(mention);
  return groups;
}

/**
 * Past the limit what is grouped stays so. So do most reports of a large incident: some are weighed for all of them, and
 * the others stay with the one their incident stands or falls with.
 */
function grouped(
  live: readonly Report[],
  heads: readonly Head[],
  rulings: readonly Ruling[],
  latest: (key: string) => string,
): Report[][] {
  const followers = followersOf(live, heads, rulings, latest);
  const weighed = followers.size > 0 ? live.filter((report) => !followers.has(report)) : live;
  if (weighed.length > mostWeighed) return grownGroups(live, heads);
  const groups = partition(weighed, pairScore, rulings);
  if (followers.size === 0) return groups;
  const groupOf = new Map(groups.flatMap((group) => group.map((report) => [report.key, group] as const)));
  for (const [report, leader] of followers) groupOf.get(leader)?.push(report);
  return groups.map((group) => group.sort(byTime)).sort(([a], [b]) => (a && b ? byTime(a, b) : 0));
}

const [earliestWeighed, latestWeighed] = [10, 30]; // of a large incident: how it began, and what is said now

/** Reports of large incidents that are not weighed, each with the key of the report it follows. */
function followersOf(
  live: readonly Report[],
  heads: readonly Head[],
  rulings: readonly Ruling[],
  latest: (key: string) => string,
): Map<Report, string> {
  const followers = new Map<Report, string>();
  const large = heads.filter(({ members }) => members.length > earliestWeighed + latestWeighed);
  if (large.length === 0) return followers;
  const byKey = new Map(live.map((report) => [report.key, report]));
  const named = new Set(rulings.flatMap(({ left, right }) => [left, right]));
  const twice = articlesTwice(live);
  for (const { anchor, members } of large) {
    const own = members.flatMap((key) => byKey.get(key) ?? []).sort(byTime);
    const leader = [anchor, ...members].map(latest).find((key) => byKey.has(key));
    if (leader === undefined) continue;
    for (const report of own.slice(earliestWeighed, -latestWeighed))
      if (!named.has(report.key) && !twice.has(report.articleId)) followers.set(report, leader);
  }
  for (const leader of new Set(followers.values())) {
    const report = byKey.get(leader);
    if (report) followers.delete(report);
  }
  return followers;
}

/** Articles that tell of two happenings: what keeps these apart has to be weighed. */
function articlesTwice(live: readonly Report[]): Set<string> {
  const [met, twice] = [new Set<string>(), new Set<string>()];
  for (const { articleId } of live) (met.has(articleId) ? twice : met).add(articleId);
  return twice;
}

/** Past the limit what is grouped stays so, and each new report goes where it fits best. */
function grownGroups(live: readonly Report[], heads: readonly Head[]): Report[][] {
  const headOf = new Map(
    heads.flatMap(({ id, members }) => members.map((key): [string, string] => [key, id])),
  );
  const groups = new Map<string, Report[]>();
  for (const report of live) {
    const id = headOf.get(report.key);
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group) group.push(report);
    else groups.set(id, [report]);
  }
  const grown = [...groups.values()];
  for (const report of live.filter(({ key }) => !headOf.has(key))) {
    const best = bestGroup(report, grown);
    if (best) best.push(report);
    else grown.push([report]);
  }
  return grown;
}

const mostCompared = 40; // of a large group: more do not change its average

/** The group a report fits best on average, when it rather fits than not. */
function bestGroup(report: Report, groups: Report[][]): Report[] | null {
  let [best, most]: [Report[] | null, number] = [null, 0];
  for (const group of groups) {
    const others = group
      .filter((other) => isLive(other) && other.articleId !== report.articleId)
      .slice(-mostCompared);
    if (others.length === 0) continue;
    const value = others.reduce((sum, other) => sum + pairScore(report, other), 0) / others.length;
    if (value > most) [best, most] = [group, value];
  }
  return best;
}

/** Whether it would be one of the incidents that are there. One that would not opens a neighbourhood where this one is full. */
export function fitsOne(report: Report, { reports, heads }: Neighbourhood): boolean {
  const byKey = new Map(
    reports.flatMap((one): [string, Report][] => (one.supersededBy === null ? [[one.key, one]] : [])),
  );
  const groups = heads.map(({ members }) => members.flatMap((key) => byKey.get(key) ?? []));
  return bestGroup(report, groups) !== null;
}
