import { type Incident, labelOf } from '@rasid/contracts';
import { createRedisIncidentStore } from '@rasid/storage';
import type { Command } from 'commander';
import { withRuntime } from '../connect.ts';
import { merging, operate, splitting } from '../operate-incidents.ts';
import { bold, dim, isolate } from '../terminal.ts';
import { countText, placeText } from '../view-events.ts';

/** What several outlets tell of one happening. */
export function registerIncidents(program: Command): void {
  const incidents = program.command('incidents').description('what several outlets tell of one happening');
  incidents
    .command('show <id>')
    .description('one incident: its timeline, its claims and who told it')
    .option('--json', 'as JSON')
    .action((id: string, options: { json?: boolean }) =>
      withRuntime(async (runtime) => {
        const incident = await createRedisIncidentStore(runtime.redis, runtime.address.prefix).get(id);
        if (!incident) throw new Error(`No incident ${id}`);
        process.stdout.write(`${options.json ? JSON.stringify(incident) : viewIncident(incident)}\n`);
      }),
    );
  incidents
    .command('merge <id> <other>')
    .description('say that two incidents are one; the older keeps its id, the other becomes an alias')
    .action((id: string, other: string) =>
      withRuntime((runtime) => operate(runtime, (store) => merging(store, id, other))),
    );
  incidents
    .command('split <id> <records...>')
    .description('say that these records of an incident tell of another one')
    .action((id: string, records: string[]) =>
      withRuntime((runtime) => operate(runtime, (store) => splitting(store, id, records))),
    );
}

/** An incident for a reader in a terminal. */
export function viewIncident(incident: Incident): string {
  const label = labelOf(incident.type);
  const lines = [
    bold(isolate(incident.title)),
    `${isolate(label.ar)} · ${label.en}   revision ${incident.revision}   ${incident.modality}`,
  ];
  if (incident.place) lines.push(`where   ${placeText(incident.place)}`);
  if (incident.date)
    lines.push(`when    ${[incident.date.start, incident.date.end].filter(Boolean).join(' – ')}`);
  for (const [kind, summary] of Object.entries(incident.counts)) {
    lines.push(`${countText(kind, summary)}   ${dim(summary.agreement)}`);
    for (const claim of summary.claims) {
      lines.push(
        `   ${countText('', claim).trim()}   ${isolate(claim.text)}   ${dim([claim.source, claim.outletId, claim.at].filter(Boolean).join(' · '))}`,
      );
    }
  }
  lines.push('', bold('timeline'));
  for (const { at, reason, detail, recordId } of incident.timeline)
    lines.push(
      `  ${at}  ${[reason, detail && isolate(detail), recordId && dim(recordId)].filter(Boolean).join('  ')}`,
    );
  lines.push('', bold(`told by ${incident.reports.length}, ${incident.origins.length} in their own words`));
  for (const report of incident.reports)
    lines.push(`  ${report.publishedAt}  ${report.outletId}  ${isolate(report.title)}`);
  return lines.join('\n');
}
