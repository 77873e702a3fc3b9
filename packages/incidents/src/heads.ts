import { makeId } from '@rasid/contracts';
import { type Head, latestKey, type Neighbourhood } from './neighbourhood.ts';
import type { Report } from './report.ts';

/** A group of reports with the incidents that were there before it. */
export type Assigned = {
  head: Head;
  group: Report[];
  /** Keys of the reports it held before. */
  before: string[];
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
  const assigned = groups.map((group): Assigned => {
    const [kept, ...absorbed] = (claims.get(group) ?? []).sort(byStanding);
    const members = group.map(({ key }) => key);
    const past = [...(kept?.members ?? []), ...absorbed.flatMap((head) => head.members)];
    if (kept) return { head: { ...kept, members }, group, before: past, absorbed, splitFrom: null };
    const head = newHead(group, members, taken);
    const splitFrom = before.get(head.anchor) ?? null;
    return {
      head,
      group,
      before: [],
      absorbed: [],
      splitFrom: splitFrom && splitFrom.revision > 0 ? splitFrom : null,
    };
  });
  return { assigned, lost };
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
