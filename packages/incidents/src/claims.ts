import type { Claim, CountSummary, FieldClaims, Incident, IncidentField } from '@rasid/contracts';
import { byTime } from './partition.ts';
import type { Figure, Report, Slots } from './report.ts';

export type Telling = Report & { event: Slots };

export const isTelling = (report: Report): report is Telling =>
  report.event !== null && report.status !== 'background';

/** A count that nobody repeats for so long is the count of yesterday: tolls settle within a day or two. */
const staleMs = 36 * 3600 * 1000;

/** Each count with all claims about it, oldest first. */
export function countsOf(tellings: readonly Telling[]): Incident['counts'] {
  const byKind = new Map<string, Claim[]>();
  for (const telling of [...tellings].sort(byTime))
    for (const [kind, figure] of Object.entries(telling.event.counts)) {
      const claims = byKind.get(kind) ?? [];
      claims.push(toClaim(telling, figure));
      byKind.set(kind, claims);
    }
  const counts = [...byKind].map(([kind, claims]) => [kind, summarise(claims)]);
  return Object.fromEntries(counts) as Incident['counts']; // kinds come from events, whose schema closes the list
}

const voiceOf = (report: Report, source: string | null) => ({
  source,
  outletId: report.outletId,
  originId: report.originId,
  recordId: report.recordId,
  at: report.publishedAt,
});

const toClaim = (telling: Telling, figure: Figure): Claim => ({
  ...figure,
  ...voiceOf(telling, telling.event.source),
  isCurrent: true,
});

/** "A number of wounded" beside "21 wounded" is no other claim, only a vaguer one. */
const saysLess = (claim: Claim, other: Claim): boolean =>
  claim.qualifier === 'vague' &&
  other.qualifier !== 'vague' &&
  (other.min ?? 0) >= (claim.min ?? 0) &&
  (claim.max === null || (other.max ?? Number.POSITIVE_INFINITY) <= claim.max);

/** The range of what is currently claimed; who copied one text does not count as agreeing. */
function summarise(claims: readonly Claim[]): CountSummary {
  const newest = Math.max(...claims.map(({ at }) => Date.parse(at)));
  const last = new Map(claims.map(({ originId }, at) => [originId, at]));
  const judged = claims.map((claim, at) => ({
    ...claim,
    isCurrent: newest - Date.parse(claim.at) <= staleMs && last.get(claim.originId) === at,
  }));
  const current = judged.filter(({ isCurrent }) => isCurrent);
  const telling = current.filter((claim) => !current.some((other) => saysLess(claim, other)));
  const mins = telling.flatMap(({ min }) => min ?? []);
  const isOpen = telling.some(({ max }) => max === null);
  return {
    min: mins.length > 0 ? Math.min(...mins) : null,
    max: isOpen ? null : Math.max(...telling.map(({ max }) => max ?? 0)),
    agreement: agreementOf(
      telling.map((claim) => ({ value: `${claim.min} ${claim.max}`, originId: claim.originId })),
    ),
    claims: judged,
  };
}

export function agreementOf(said: readonly { value: string; originId: string }[]): CountSummary['agreement'] {
  if (new Set(said.map(({ value }) => value)).size > 1) return 'differ';
  return new Set(said.map(({ originId }) => originId)).size > 1 ? 'agree' : 'single';
}

const valuesOf: Record<IncidentField, (event: Slots) => string[]> = {
  type: ({ type }) => [type],
  place: ({ place }) => {
    const names = place ? [place.locality, place.admin2, place.admin1, place.country] : [];
    const known = [...new Set(names)].flatMap((name) => name ?? []);
    return known.length > 0 ? [known.join(', ')] : [];
  },
  date: ({ date }) => (date ? [date.end ? `${date.start}/${date.end}` : date.start] : []),
  actors: ({ actors }) => actors.map(({ canon, text }) => canon ?? text),
  targets: ({ targets }) => targets.map(({ canon, text }) => canon ?? text),
  modality: ({ modality }) => [modality],
};

/** What a report says something about: counts by kind, fields by whether its article announces it. */
export const slotsSaid = ({ event, status }: Telling): string[] => [
  ...Object.keys(event.counts),
  ...Object.entries(valuesOf).flatMap(([field, read]) =>
    read(event).length > 0 ? [`${field} ${status === 'main'}`] : [],
  ),
];

/** What each report says of every other field, oldest first. */
export function claimsOf(tellings: readonly Telling[]): Incident['claims'] {
  const sorted = [...tellings].sort(byTime);
  const fields = Object.entries(valuesOf).flatMap(([field, read]): [string, FieldClaims][] => {
    const claims = sorted.flatMap((telling) =>
      read(telling.event).map((value) => ({ value, ...voiceOf(telling, telling.event.source) })),
    );
    return claims.length > 0 ? [[field, { agreement: agreementOf(claims), claims }]] : [];
  });
  return Object.fromEntries(fields) as Incident['claims']; // keys of the table above
}
