export type { IncidentChange } from './incident.ts';
export { type Linked, linkReports } from './link.ts';
export type { Report } from './report.ts';
export { joinFrom, scoreReport, wordOverlap } from './score.ts';
