import { type Head, latestKey } from './neighbourhood.ts';
import type { Report } from './report.ts';

/** What the outlets of an incident said before: superseded reports whose place a member has taken, or nobody has. */
export function historian(reports: readonly Report[]): (head: Pick<Head, 'members'>) => Report[] {
  const superseded = reports.filter(({ supersededBy }) => supersededBy !== null);
  const latest = latestKey(reports);
  const byEnd = new Map<string, Report[]>();
  for (const report of superseded) {
    const end = latest(report.key);
    const known = byEnd.get(end);
    if (known) known.push(report);
    else byEnd.set(end, [report]);
  }
  return ({ members }) => [...new Set(members)].flatMap((key) => byEnd.get(key) ?? []);
}
