import { type Incident, type IncidentReport, labelOf, type TimelineStep } from '@rasid/contracts';
import { claimsOf, countsOf, isTelling } from './claims.ts';
import { countAside } from './neighbourhood.ts';
import { byTime } from './partition.ts';
import type { Report } from './report.ts';
import { timelineOf } from './timeline.ts';
import { dateOf, modalityOf, partiesOf, placeOf, typeOf } from './verdicts.ts';

export type Standing = {
  id: string;
  revision: number;
  aliases: string[];
  /** What was done to the incident as a whole: merged, split. */
  log: TimelineStep[];
  /** How many reports more tell it, by whose words they are. */
  aside?: Readonly<Record<string, number>>;
};

/** The incident its reports make, or null when none of them tells an event any more. Depends on their set alone. */
export function composeIncident(standing: Standing, members: readonly Report[]): Incident | null {
  const sorted = [...members].sort(byTime);
  const active = sorted.filter(({ supersededBy }) => supersededBy === null);
  const tellings = active.filter(isTelling);
  const [first] = tellings;
  const last = active[active.length - 1];
  if (!first || !last) return null;
  const type = typeOf(tellings);
  const voices = active.filter(({ status }) => status !== 'background').map(({ originId }) => originId);
  const unlisted = countAside(standing);
  const timeline = [...timelineOf(sorted.filter(isTelling)), ...standing.log];
  return {
    schema: 'rasid.incident/1',
    id: standing.id,
    revision: standing.revision,
    aliases: standing.aliases,
    type,
    label: labelOf(type),
    title: (tellings.find(({ status }) => status === 'main') ?? first).title,
    place: placeOf(tellings),
    date: dateOf(tellings),
    actors: partiesOf(tellings, 'actors'),
    targets: partiesOf(tellings, 'targets'),
    counts: countsOf(tellings),
    modality: modalityOf(tellings),
    claims: claimsOf(tellings),
    origins: [...new Set([...voices, ...Object.keys(standing.aside ?? {})])].sort(),
    reports: active.map(toReport),
    ...(unlisted > 0 ? { unlisted } : {}),
    timeline: timeline.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    firstReportedAt: first.publishedAt,
    lastReportedAt: last.publishedAt,
  };
}

const toReport = ({ event, ...report }: Report): IncidentReport => ({
  recordId: report.recordId,
  eventId: event?.id ?? null,
  articleId: report.articleId,
  storyId: report.storyId,
  outletId: report.outletId,
  originId: report.originId,
  title: report.title,
  url: report.url,
  publishedAt: report.publishedAt,
  status: report.status,
});
