import { type Aside, takenBack } from './aside.ts';
import { type BlockingKey, probesOf } from './blocking.ts';
import { isLive, type Neighbourhood } from './neighbourhood.ts';
import { byTime } from './partition.ts';
import { createPool, type Pool } from './pool.ts';
import { type Report, type ReportedArticle, reportsOf, withdrawn } from './report.ts';
import { type IncidentChange, settle } from './settle.ts';
import { type Writing, writingOf } from './writing.ts';

/** Where neighbourhoods are found. What is answered is the caller's own copy. */
export type Finder = {
  /** Neighbourhoods that share the most with a report. */
  near: (probes: readonly BlockingKey[]) => Promise<Neighbourhood[]>;
  ofArticle: (articleId: string) => Promise<Found>;
};

/** What is known of an article: the neighbourhoods that hold a report of it, and those of its reports that were set aside. */
export type Found = { neighbourhoods: Neighbourhood[]; aside: Aside[] };

export type Linked = {
  /** Incident of each event, null for a background event that fits none. */
  incidentOf: Map<string, string | null>;
  /** Incidents the article tells of, the one of its main report first. */
  incidentIds: string[];
  changes: IncidentChange[];
  writing: Writing;
};

/** Decides which incidents an article tells of, and what that changes. */
export async function linkArticle(input: ReportedArticle, find: Finder): Promise<Linked> {
  const { neighbourhoods, aside } = await find.ofArticle(input.article.id);
  const pool = createPool(takenBack(neighbourhoods, aside));
  const reports = supersede(reportsOf(input), pool);
  const own = [...reports].sort(byImportance);
  // Asked all at once: waiting for each answer takes longer than all the rest of a small article.
  const near = await Promise.all(own.map((report) => find.near(probesOf(report))));
  for (const [at, report] of own.entries()) {
    pool.meet(near[at] ?? []);
    pool.place(report);
  }
  const cause = { at: input.article.publishedAt, recordId: input.recordId };
  const settled = pool.touched().map((neighbourhood) => settle(neighbourhood, cause));
  const headOf = new Map(
    settled.flatMap(({ neighbourhood, aside }) => [
      ...aside.map(({ incidentId, report }): [string, string] => [report.key, incidentId]),
      ...neighbourhood.heads.flatMap(({ id, members }) => members.map((key): [string, string] => [key, id])),
    ]),
  );
  return {
    incidentOf: new Map(
      own.flatMap(({ key, event }) => (event ? [[event.id, headOf.get(key) ?? null]] : [])),
    ),
    incidentIds: [
      ...new Set(own.flatMap((report) => (isLive(report) ? (headOf.get(report.key) ?? []) : []))),
    ],
    changes: settled.flatMap(({ changes }) => changes),
    writing: writingOf(settled, pool.read(), aside),
  };
}

/** Incidents an article tells of now, the one of its main report first. */
export function incidentsToldBy(articleId: string, { neighbourhoods, aside }: Found): string[] {
  const told = takenBack(neighbourhoods, aside).flatMap(({ reports, heads }) =>
    reports
      .filter((report) => report.articleId === articleId && isLive(report))
      .map((report) => ({ report, id: heads.find(({ members }) => members.includes(report.key))?.id })),
  );
  told.sort((a, b) => byImportance(a.report, b.report));
  return [...new Set(told.flatMap(({ id }) => id ?? []))];
}

/** Takes the reports of an article that is gone out of their incidents; one that nobody else tells is retracted. */
export async function withdrawArticle(
  { articleId, at }: { articleId: string; at: string },
  find: Pick<Finder, 'ofArticle'>,
): Promise<Pick<Linked, 'changes' | 'writing'>> {
  const { neighbourhoods, aside } = await find.ofArticle(articleId);
  const pool = createPool(takenBack(neighbourhoods, aside));
  for (const report of pool.reportsOf(articleId))
    if (report.supersededBy === null) pool.replace({ ...report, supersededBy: withdrawn, successor: null });
  const settled = pool.touched().map((one) => settle(one, { at, recordId: null }));
  return {
    changes: settled.flatMap(({ changes }) => changes),
    writing: writingOf(settled, pool.read(), aside),
  };
}

const order = { main: 0, secondary: 1, background: 2 };
const byImportance = (a: Report, b: Report): number => order[a.status] - order[b.status] || byTime(a, b);

/** The newest revision of an article speaks for it; what came before, or comes late, is history. */
function supersede(reports: Report[], pool: Pool): Report[] {
  const known = pool.reportsOf(reports[0]?.articleId ?? '');
  const newest = known.reduce<Report | null>(
    (most, one) => (!most || one.revision > most.revision ? one : most),
    null,
  );
  const revision = reports[0]?.revision ?? 0;
  if (newest && newest.revision > revision)
    return reports.map((report) => ({
      ...report,
      supersededBy: newest.recordId,
      successor: successorOf(
        report,
        known.filter((one) => one.revision === newest.revision),
      ),
    }));
  for (const old of known) {
    if (old.supersededBy !== null || old.revision >= revision) continue;
    pool.replace({
      ...old,
      supersededBy: reports[0]?.recordId ?? null,
      successor: successorOf(old, reports),
    });
  }
  return reports;
}

/** The report of another revision that tells the same: the main one of the main one, else the one of that type. */
function successorOf(report: Report, others: readonly Report[]): string | null {
  const sameType = others.find(({ event }) => event && event.type === report.event?.type);
  const main = report.status === 'main' ? others.find(({ status }) => status === 'main') : undefined;
  return (main ?? sameType)?.key ?? null;
}
