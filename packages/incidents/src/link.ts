import type { Incident } from '@rasid/contracts';
import { addReport, createIncident, type IncidentChange } from './incident.ts';
import type { Report } from './report.ts';
import { blockingKeys, joinFrom, scoreReport, searchKeys } from './score.ts';

export type Linked = {
  /** Incident of each event, null for a background event that fits none. */
  incidentOf: Map<string, string | null>;
  /** In the order of the events; keys are where the incident is to be found again. */
  changes: { change: IncidentChange; keys: string[] }[];
};

const order = { main: 0, secondary: 1, background: 2 };

/** Decides for every event of a record which incident it belongs to. `find` answers the candidates under some keys. */
export async function linkReports(
  reports: readonly Report[],
  find: (keys: readonly string[]) => Promise<Incident[]>,
): Promise<Linked> {
  const incidentOf = new Map<string, string | null>();
  const current = new Map<string, Incident>();
  const changes: Linked['changes'] = [];
  const sorted = [...reports].sort((a, b) => order[a.event.status] - order[b.event.status]);
  for (const report of sorted) {
    const known = await find(searchKeys(report));
    const candidates = [
      ...new Map(
        [...known, ...current.values()].map((incident) => [
          incident.id,
          current.get(incident.id) ?? incident,
        ]),
      ).values(),
    ];
    const taken = new Set([...incidentOf.values()]);
    const best = bestOf(
      report,
      candidates.filter(({ id }) => !taken.has(id)),
    );
    if (!best && report.event.status === 'background') {
      incidentOf.set(report.event.id, null); // what an article only recalls makes no incident of its own
      continue;
    }
    const change = best ? addReport(best, report) : createIncident(report);
    incidentOf.set(report.event.id, best?.id ?? change?.incident.id ?? null);
    if (!change) continue;
    current.set(change.incident.id, change.incident);
    changes.push({ change, keys: blockingKeys(report) });
  }
  return { incidentOf, changes };
}

/** The best fit at or above the threshold; equal scores go to the older id, so that the order of candidates decides nothing. */
function bestOf(report: Report, candidates: readonly Incident[]): Incident | null {
  const scored = candidates
    .map((incident) => ({ incident, score: scoreReport(report, incident) }))
    .filter(({ score }) => score >= joinFrom);
  scored.sort((a, b) => b.score - a.score || a.incident.id.localeCompare(b.incident.id));
  return scored[0]?.incident ?? null;
}
