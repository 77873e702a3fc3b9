import type { Linked } from './link.ts';
import { isLive, type Neighbourhood } from './neighbourhood.ts';
import { type IncidentChange, settle } from './settle.ts';
import { type Writing, writingOf } from './writing.ts';

export type Operated = Pick<Linked, 'changes'> & { writing: Writing };

/** An operator says that two incidents are one: the older keeps its id. Null when they are one already. */
export function mergeByHand(
  [one, two]: [Neighbourhood, Neighbourhood],
  [left, right]: [string, string],
  at: string,
): Operated | null {
  const heads = [headOf(one, left), headOf(two, right)];
  const [a, b] = heads;
  if (!a || !b || a.id === b.id) return null;
  const parts = one.id === two.id ? [one] : [one, two];
  const lifted = parts
    .flatMap(({ rulings }) => rulings)
    .filter((ruling) => !(ruling.kind === 'split' && crosses(ruling, a.members, b.members)));
  const united: Neighbourhood = {
    id: one.id,
    reports: parts.flatMap(({ reports }) => reports),
    heads: parts.flatMap((part) => part.heads),
    // Each report by name: two happenings in one would otherwise pull the group apart on average.
    rulings: [
      ...lifted,
      ...[...a.members, ...b.members].map((right) => ({ kind: 'merge' as const, left: a.anchor, right })),
    ],
  };
  return write(united, parts, at);
}

/** An operator says that some records tell of another happening: they become an incident of their own. */
export function splitByHand(
  neighbourhood: Neighbourhood,
  incidentId: string,
  recordIds: readonly string[],
  at: string,
): Operated | null {
  const head = headOf(neighbourhood, incidentId);
  const members = neighbourhood.reports.filter(
    (report) => head?.members.includes(report.key) && isLive(report),
  );
  const part = members.filter(({ recordId }) => recordIds.includes(recordId)).map(({ key }) => key);
  const rest = members.filter(({ recordId }) => !recordIds.includes(recordId)).map(({ key }) => key);
  const [first] = part;
  if (first === undefined || rest.length === 0) return null;
  const apart = part.flatMap((left) => rest.map((right) => ({ kind: 'split' as const, left, right })));
  const together = part.slice(1).map((right) => ({ kind: 'merge' as const, left: first, right }));
  const lifted = neighbourhood.rulings.filter(
    (ruling) => !(ruling.kind === 'merge' && crosses(ruling, part, rest)),
  );
  return write({ ...neighbourhood, rulings: [...lifted, ...apart, ...together] }, [neighbourhood], at);
}

const headOf = ({ heads }: Neighbourhood, id: string) =>
  heads.find((head) => head.id === id || head.aliases.includes(id));

const crosses = (
  { left, right }: { left: string; right: string },
  a: readonly string[],
  b: readonly string[],
): boolean => (a.includes(left) && b.includes(right)) || (a.includes(right) && b.includes(left));

function write(changed: Neighbourhood, read: readonly Neighbourhood[], at: string): Operated {
  const settled = settle(changed, { at, recordId: null });
  const changes: IncidentChange[] = settled.changes;
  return { changes, writing: writingOf([settled], read) };
}
