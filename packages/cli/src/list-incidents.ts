import type { Incident } from '@rasid/contracts';
import { bold, dim, isolate, table, widthOf } from './terminal.ts';
import type { Wording } from './view-incident.ts';
import { wrap } from './wrap.ts';

/**
 * Incidents as a table, one a line; as blocks where the table is wider than the terminal, which would break its lines
 * anywhere. `columns` is null for a file or a pipe.
 */
export function listIncidents(
  incidents: readonly Incident[],
  wording: Wording,
  columns: number | null,
): string {
  const { say, format } = wording;
  const rows = incidents.map((incident) => [
    incident.id,
    format.time(incident.lastReportedAt),
    typeOf(incident, wording),
    placesOf(incident, wording)[0] ?? '',
    countsOf(incident, wording),
    reportsOf(incident),
    incident.origins.length,
    isolate(incident.title),
  ]);
  const head = ['', say('incident.last'), say('col.type'), say('col.place'), say('col.counts')];
  const wide = table([...head, say('col.reports'), say('col.origins'), say('col.title')], rows);
  if (columns === null || wide.split('\n').every((line) => widthOf(line) <= columns)) return wide;
  return incidents.map((incident) => block(incident, wording, columns)).join('\n\n');
}

function block(incident: Incident, wording: Wording, columns: number): string {
  const { say, format } = wording;
  const comma = wording.language === 'ar' ? '، ' : ', ';
  const heads = [typeOf(incident, wording), placesOf(incident, wording).join(comma)];
  const facts = [
    countsOf(incident, wording),
    `${say('col.reports')} ${format.number(reportsOf(incident))}`,
    `${say('col.origins')} ${format.number(incident.origins.length)}`,
  ];
  return [
    `${bold(incident.id)}  ${dim(format.time(incident.lastReportedAt))}`,
    ...indented(heads.filter(Boolean).join(' · '), columns),
    ...indented(facts.filter(Boolean).join(' · '), columns),
    ...indented(isolate(incident.title), columns),
  ].join('\n');
}

const indented = (text: string, columns: number): string[] =>
  wrap(text, columns - 2).map((line) => `  ${line}`);

/** Denied and planned say so: else a list claims what nobody does. */
const typeOf = ({ label, modality }: Incident, { format, word }: Wording): string =>
  modality === 'asserted' ? format.name(label) : `${format.name(label)} (${word('modality', modality)})`;

const placesOf = ({ place }: Incident, { placeNames }: Wording): string[] =>
  place ? placeNames(place).map(isolate) : [];

const countsOf = ({ counts }: Incident, { count, format }: Wording): string =>
  Object.entries(counts)
    .map(([kind, summary]) => `${count(kind)} ${isolate(format.count({ ...summary, text: '' }))}`)
    .join(' · ');

const reportsOf = ({ reports, unlisted }: Incident): number => reports.length + (unlisted ?? 0);
