import {
  type Claim,
  type CountSummary,
  type Incident,
  type IncidentReason,
  labelOf,
  makeId,
} from '@rasid/contracts';
import type { Report } from './report.ts';

export type IncidentChange = {
  incident: Incident;
  reason: IncidentReason;
  changed: string[];
  isNew: boolean;
};

/** An incident from its first report. */
export function createIncident(report: Report): IncidentChange {
  const { event, article, recordId } = report;
  const at = article.publishedAt;
  const incident: Incident = {
    schema: 'rasid.incident/1',
    id: makeId('incident', event.id),
    revision: 1,
    aliases: [],
    type: event.type,
    label: labelOf(event.type),
    title: article.title,
    place: placeOf(report),
    date: dateOf(report),
    actors: event.actors.map(withoutSpan),
    targets: event.targets.map(withoutSpan),
    counts: countsOf([{ report, claims: claimsOf(report) }]),
    modality: event.modality,
    origins: [article.origin.id],
    reports: [reportOf(report)],
    timeline: [{ revision: 1, at, reason: 'first-report', recordId }],
    firstReportedAt: at,
    lastReportedAt: at,
  };
  return { incident, reason: 'first-report', changed: [], isNew: true };
}

/** The incident with one more report; null when a reader would learn nothing new. */
export function addReport(before: Incident, report: Report): IncidentChange | null {
  const { event, article, recordId } = report;
  if (before.reports.some((known) => known.recordId === recordId && known.eventId === event.id)) return null;
  const reports = [
    ...before.reports.filter((known) => known.articleId !== article.id || known.eventId === event.id),
    reportOf(report),
  ].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt) || a.eventId.localeCompare(b.eventId));
  const origins = [...new Set([...before.origins, article.origin.id])].sort();
  const counts = mergeCounts(before.counts, claimsOf(report), article.id, before);
  const place = finerPlace(before.place, placeOf(report));
  const date = before.date ?? dateOf(report);
  const actors = before.actors.length > 0 ? before.actors : event.actors.map(withoutSpan);
  const targets = before.targets.length > 0 ? before.targets : event.targets.map(withoutSpan);
  const main = reports.find(({ status }) => status === 'main') ?? reports[0];
  const next: Incident = {
    ...before,
    title: main?.title ?? before.title,
    place,
    date,
    actors,
    targets,
    counts,
    origins,
    reports,
    firstReportedAt: reports[0]?.publishedAt ?? before.firstReportedAt,
    lastReportedAt: reports[reports.length - 1]?.publishedAt ?? before.lastReportedAt,
  };
  const changed = (Object.keys(next) as (keyof Incident)[]).filter(
    (key) => JSON.stringify(next[key]) !== JSON.stringify(before[key]),
  );
  const reason = reasonOf(before, next, changed);
  const revision = before.revision + 1;
  return {
    incident: {
      ...next,
      revision,
      timeline: [...before.timeline, { revision, at: article.publishedAt, reason, recordId }],
    },
    reason,
    changed,
    isNew: false,
  };
}

function reasonOf(before: Incident, next: Incident, changed: string[]): IncidentReason {
  if (changed.includes('counts')) {
    const top = (incident: Incident) =>
      Math.max(0, ...Object.values(incident.counts).map((summary) => summary.max ?? summary.min ?? 0));
    if (top(next) > top(before)) return 'toll-raised';
  }
  if (changed.includes('actors')) return 'perpetrator-named';
  if (changed.includes('place')) return 'place-refined';
  return changed.includes('date') ? 'date-refined' : 'new-report';
}

const withoutSpan = <T extends { span: unknown }>({ span: _, ...rest }: T): Omit<T, 'span'> => rest;

function placeOf({ event }: Report): Incident['place'] {
  if (!event.place) return null;
  const { span: _, candidates: __, ...place } = event.place;
  return place;
}

const dateOf = ({ event }: Report): Incident['date'] => (event.date ? withoutSpan(event.date) : null);

function finerPlace(a: Incident['place'], b: Incident['place']): Incident['place'] {
  if (!a || !b) return a ?? b;
  return b.precision < a.precision ? b : a;
}

const reportOf = ({ event, article, story, recordId }: Report): Incident['reports'][number] => ({
  recordId,
  eventId: event.id,
  articleId: article.id,
  storyId: story.id,
  outletId: article.outlet.id,
  originId: article.origin.id,
  title: article.title,
  url: article.url,
  publishedAt: article.publishedAt,
  status: event.status,
});

function claimsOf({ event, article, recordId }: Report): [string, Claim][] {
  return Object.entries(event.counts).map(([kind, { min, max, qualifier, text }]) => [
    kind,
    {
      min,
      max,
      qualifier,
      text,
      source: event.source?.text ?? null,
      outletId: article.outlet.id,
      originId: article.origin.id,
      recordId,
      at: article.publishedAt,
    },
  ]);
}

function countsOf(reports: { report: Report; claims: [string, Claim][] }[]): Incident['counts'] {
  const counts: Record<string, CountSummary> = {};
  for (const { claims } of reports)
    for (const [kind, claim] of claims) counts[kind] = summarise([...(counts[kind]?.claims ?? []), claim]);
  return counts as Incident['counts']; // kinds come from events, whose schema closes the list
}

/** Claims of the article's earlier revisions give way to its newest. */
function mergeCounts(
  before: Incident['counts'],
  claims: [string, Claim][],
  articleId: string,
  incident: Incident,
): Incident['counts'] {
  const replaced = new Set(
    incident.reports.filter((report) => report.articleId === articleId).map(({ recordId }) => recordId),
  );
  const counts: Record<string, CountSummary> = {};
  for (const [kind, summary] of Object.entries(before)) {
    const kept = summary.claims.filter(({ recordId }) => !replaced.has(recordId));
    if (kept.length > 0) counts[kind] = summarise(kept);
  }
  for (const [kind, claim] of claims) counts[kind] = summarise([...(counts[kind]?.claims ?? []), claim]);
  return counts as Incident['counts']; // as above
}

/** The range all claims span; who copied one text does not count as agreeing. */
function summarise(list: Claim[]): CountSummary {
  const claims = [...list].sort((a, b) => a.at.localeCompare(b.at) || a.recordId.localeCompare(b.recordId));
  const mins = claims.map(({ min }) => min).filter((min) => min !== null);
  const maxs = claims.map(({ max }) => max);
  const min = mins.length > 0 ? Math.min(...mins) : null;
  const max = maxs.some((value) => value === null) ? null : Math.max(...maxs.map((value) => value ?? 0));
  const isOne = new Set(claims.map(({ originId }) => originId)).size === 1;
  const isEqual = claims.every((claim) => claim.min === claims[0]?.min && claim.max === claims[0]?.max);
  return { min, max, agreement: isEqual ? (isOne ? 'single' : 'agree') : 'differ', claims };
}
