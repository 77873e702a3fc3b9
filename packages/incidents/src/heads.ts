import { makeId } from '@rasid/contracts';
import { type Head, latestKey, type Neighbourhood } from './neighbourhood.ts';
import type { Report } from './report.ts';

/** A group of reports with the incidents that were there before it. */
export type Assigned = {
  head: Head;
  group: Report[];
  /** Incidents whose reports are all here now, their ids aliases from now on. */
  absorbed: Head[];
  /** The incident this one was a part of until now. */
  splitFrom: Head | null;
};

/**
 * Says which incident each group of reports is. An incident is where its anchor is; of several the one that was
 * published, then the oldest. A group without an anchor is a new incident.
 */
export function assignHeads(
  neighbourhood: Neighbourhood,
  groups: readonly Report[][],
): { assigned: Assigned[]; lost: Head[] } {
  const groupOf = new Map(
    groups.flatMap((group) => group.map(({ key }): [string, Report[]] => [key, group])),
  );
  const latest = latestKey(neighbourhood.reports);
  const claims = new Map<Report[], Head[]>();
  const lost: Head[] = [];
  for (const head of neighbourhood.heads) {
    const anchor = [head.anchor, ...head.members].map(latest).find((key) => groupOf.has(key));
    const group = anchor === undefined ? undefined : groupOf.get(anchor);
    if (!group || anchor === undefined) lost.push(head);
    else claims.set(group, [...(claims.get(group) ?? []), { ...head, anchor }]);
  }
  const taken = new Set(neighbourhood.heads.flatMap(({ id, aliases }) => [id, ...aliases]));
  const before = new Map(
    neighbourhood.heads.flatMap((head) => head.members.map((key): [string, Head] => [key, head])),
  );
  const ghosts = withdrawnKeys(neighbourhood.reports);
  const assigned = groups.map((group): Assigned => {
    const [kept, ...absorbed] = (claims.get(group) ?? []).sort(byStanding);
    const members = group.map(({ key }) => key);
    if (kept) {
      const past = [kept, ...absorbed].flatMap((head) => head.members);
      members.push(...past.filter((key) => ghosts.has(key)));
      return {
        head: { ...kept, members, ...countedTogether([kept, ...absorbed]) },
        group,
        absorbed,
        splitFrom: null,
      };
    }
    const head = newHead(group, members, taken);
    const splitFrom = before.get(head.anchor) ?? null;
    return {
      head,
      group,
      absorbed: [],
      splitFrom: splitFrom && splitFrom.revision > 0 ? splitFrom : null,
    };
  });
  return { assigned, lost };
}

/** Reports of articles that are gone, or do not tell it any more: history of the incident they were in. */
function withdrawnKeys(reports: readonly Report[]): Set<string> {
  const last = new Map(reports.map((report) => [report.key, report]));
  return new Set(
    [...last.values()].flatMap(({ key, supersededBy, successor }) =>
      supersededBy !== null && successor === null ? [key] : [],
    ),
  );
}

/** What was set aside of incidents that are one now. */
function countedTogether(heads: readonly Head[]): Pick<Head, 'aside'> {
  const sum: Record<string, number> = {};
  for (const { aside = {} } of heads)
    for (const [originId, count] of Object.entries(aside)) sum[originId] = (sum[originId] ?? 0) + count;
  return Object.keys(sum).length > 0 ? { aside: sum } : {};
}

const byStanding = (a: Head, b: Head): number =>
  Number(b.revision > 0) - Number(a.revision > 0) ||
  Date.parse(a.since) - Date.parse(b.since) ||
  (a.id < b.id ? -1 : 1);

function newHead(group: readonly Report[], members: string[], taken: Set<string>): Head {
  const [first] = group;
  if (!first) throw new Error('An incident without a report');
  let id = makeId('incident', first.key);
  for (let again = 1; taken.has(id); again++) id = makeId('incident', first.key, again);
  taken.add(id);
  return {
    id,
    anchor: first.key,
    since: first.publishedAt,
    members,
    aliases: [],
    revision: 0,
    facts: null,
    log: [],
  };
}
