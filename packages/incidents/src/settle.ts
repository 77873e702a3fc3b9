import type { Incident, IncidentReason, TimelineStep } from '@rasid/contracts';
import { type Aside, setAside } from './aside.ts';
import { composeIncident } from './compose.ts';
import { changedFacts, factsOf, reasonOf, voiceReason } from './facts.ts';
import { groupsOf } from './groups.ts';
import { type Assigned, assignHeads } from './heads.ts';
import { historian } from './history.ts';
import type { Head, Neighbourhood } from './neighbourhood.ts';
import { voiced } from './origins.ts';
import type { Report } from './report.ts';

export type IncidentChange = {
  kind: 'created' | 'updated' | 'merged' | 'split' | 'retracted';
  incident: Incident;
  reason: IncidentReason;
  changed: string[];
};

/** What caused the change: the time that stands in the timeline for merges and splits. */
export type Cause = { at: string; recordId: string | null };

export type Settled = {
  neighbourhood: Neighbourhood;
  changes: IncidentChange[];
  /** Every incident of the neighbourhood as it stands, published or not. */
  incidents: Incident[];
  /** Reports it holds no longer. */
  aside: Aside[];
};

/** Groups the reports of a neighbourhood anew, keeps the ids of what was there, and says what a subscriber has to hear. */
export function settle(whole: Neighbourhood, cause: Cause): Settled {
  const { assigned: grouped, lost } = assignHeads(whole, groupsOf(whole));
  const { neighbourhood, assigned, aside } = setAside(whole, grouped, voiced(whole.reports));
  const byKey = new Map(neighbourhood.reports.map((report) => [report.key, report]));
  const voices = voiced(neighbourhood.reports);
  const splitOff = new Set(
    assigned.flatMap(({ splitFrom, group }) => (splitFrom && isTold(group) ? splitFrom.id : [])),
  );
  const told = { byKey, voices, historyOf: historian([...byKey.values()]), cause };
  const settled = assigned.map((each) => settleHead(each, { splitOff, ...told }));
  const changes = [
    ...settled.flatMap(({ change }) => change ?? []),
    ...lost.flatMap((head) => retract(head, told) ?? []),
  ];
  return {
    neighbourhood: {
      ...neighbourhood,
      heads: settled.map(({ head }) => head),
    },
    changes,
    aside,
    incidents: [
      ...settled.flatMap(({ incident }) => incident ?? []),
      ...changes.flatMap(({ kind, incident }) => (kind === 'retracted' ? [incident] : [])),
    ],
  };
}

const isTold = (group: readonly Report[]): boolean =>
  group.some(({ event, status }) => event !== null && status !== 'background');

type Context = {
  splitOff: ReadonlySet<string>;
  byKey: ReadonlyMap<string, Report>;
  voices: ReadonlyMap<Report, Report>;
  /** What the outlets of an incident said before. */
  historyOf: (head: Head) => Report[];
  cause: Cause;
};
type SettledHead = { head: Head; incident: Incident | null; change: IncidentChange | null };

function settleHead(assigned: Assigned, context: Context): SettledHead {
  const { absorbed, splitFrom, group } = assigned;
  const published = absorbed.filter(({ revision }) => revision > 0);
  const isMerged = published.length > 0;
  const isSplit = splitFrom !== null || context.splitOff.has(assigned.head.id);
  const head: Head = {
    ...assigned.head,
    aliases: [
      ...new Set([...assigned.head.aliases, ...published.flatMap(({ id, aliases }) => [id, ...aliases])]),
    ].sort(),
    log: [
      ...assigned.head.log,
      ...published.flatMap(({ log }) => log),
      ...(isMerged ? [step('merged', published.map(({ id }) => id).join(' '), context.cause)] : []),
      ...(isSplit ? [step('split', splitFrom?.id ?? null, context.cause)] : []),
    ],
  };
  const next = { ...head, revision: head.revision + 1 };
  const incident = composeIncident(next, withVoices([...group, ...context.historyOf(head)], context));
  if (!incident) return untold(head, context);
  const facts = factsOf(incident);
  const changed = head.facts ? changedFacts(head.facts, facts) : [];
  if (head.facts && changed.length === 0 && !isMerged && !isSplit)
    return { head, incident: { ...incident, revision: head.revision }, change: null };
  const isCorrected = head.facts !== null && hasNewVoice(group, head.facts.origins, facts.origins);
  const change = toChange({ head, incident, facts, changed, isMerged, isSplit, isCorrected });
  return { head: { ...next, facts }, incident, change };
}

const withVoices = (reports: readonly Report[], { voices }: Pick<Context, 'voices'>): Report[] =>
  reports.map((report) => voices.get(report) ?? report);

/** A voice is gone though its report is there: its words turned out to be another's. */
const hasNewVoice = (
  group: readonly Report[],
  before: readonly string[],
  after: readonly string[],
): boolean =>
  before.some((origin) => !after.includes(origin) && group.some(({ originId }) => originId === origin));

const step = (reason: IncidentReason, detail: string | null, { at, recordId }: Cause): TimelineStep => ({
  at,
  reason,
  recordId,
  detail,
});

/** Nobody tells an event any more, though reports without one remain: a published incident is taken back. */
function untold(head: Head, context: Context): SettledHead {
  const change = head.facts ? retract(head, context) : null;
  return {
    head: change ? { ...head, revision: change.incident.revision, facts: null } : head,
    incident: null,
    change,
  };
}

/** The last word on an incident that all its outlets have withdrawn: what it was, and that it is no more. */
function retract(head: Head, context: Omit<Context, 'splitOff'>): IncidentChange | null {
  const { byKey, historyOf, cause } = context;
  if (head.revision === 0) return null;
  const was = withVoices(
    [...head.members.flatMap((key) => byKey.get(key) ?? []), ...historyOf(head)],
    context,
  );
  const members = [...new Map(was.map((report) => [report.key, { ...report, supersededBy: null }])).values()];
  const log = [...head.log, step('withdrawn', null, cause)];
  const incident = composeIncident({ ...head, log, revision: head.revision + 1 }, members);
  return incident && { kind: 'retracted', incident, reason: 'withdrawn', changed: ['reports'] };
}

type Facing = {
  head: Head;
  incident: Incident;
  facts: ReturnType<typeof factsOf>;
  changed: string[];
  isMerged: boolean;
  isSplit: boolean;
  isCorrected: boolean;
};

function toChange({
  head,
  incident,
  facts,
  changed,
  isMerged,
  isSplit,
  isCorrected,
}: Facing): IncidentChange {
  if (!head.facts) {
    const reason = isSplit ? 'split' : 'first-report';
    return { kind: 'created', incident, reason, changed: [] };
  }
  if (isMerged) return { kind: 'merged', incident, reason: 'merged', changed };
  if (isSplit) return { kind: 'split', incident, reason: 'split', changed };
  const reason = reasonOf(head.facts, facts, changed) ?? (isCorrected ? 'origin-corrected' : null);
  return { kind: 'updated', incident, reason: reason ?? voiceReason(head.facts, facts), changed };
}
