import type { Count, EventDate, ExtractedEvent } from '@rasid/contracts';
import { acledCountry } from './acled-country.ts';
import { interactionOf, isCivilianTargeting, sidesOf } from './acled-parties.ts';

/** The columns of ACLED's export in their order (codebook 2023); what an article cannot say stays empty. */
const columns = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'inter1',
  'actor2',
  'assoc_actor_2',
  'inter2',
  'interaction',
  'civilian_targeting',
  'iso',
  'region',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'source_scale',
  'notes',
  'fatalities',
  'tags',
  'timestamp',
] as const;

/** What ACLED's export puts for vague tolls: several, dozens, hundreds. */
const vagueTolls: [number, number][] = [
  [200, 100],
  [20, 12],
  [2, 3],
];

export type AcledArticle = { id: string; date: string | null };
/** Rows of CSV, and how many events give none: outside ACLED's scope, not happened, without a day. */
export type AcledRows = { rows: string[]; outside: number; unhappened: number; undated: number };

export const acledHeader = columns.join(',');

/** The events of one article as lines of CSV (RFC 4180). */
export function acledRows(events: readonly ExtractedEvent[], article: AcledArticle): AcledRows {
  const result: AcledRows = { rows: [], outside: 0, unhappened: 0, undated: 0 };
  for (const event of events) {
    const day = dayOf(event, article);
    if (!event.codes.acled?.eventType) result.outside++;
    else if (event.modality === 'planned' || event.modality === 'denied') result.unhappened++;
    else if (!day) result.undated++;
    else result.rows.push(line(event, day, article));
  }
  return result;
}

type Day = { date: string; precision: 1 | 2 | 3 };
const midMonth = '15'; // a month alone is given as its middle (codebook, time precision 3)

/** The day ACLED would give; an undated event of the present is one of the days before its article, an undated one of the past has none. */
function dayOf({ date, status }: ExtractedEvent, article: AcledArticle): Day | null {
  if (!date) {
    const published = status === 'background' ? undefined : article.date?.slice(0, 10);
    return published ? { date: published, precision: 2 } : null;
  }
  const start = date.start;
  if (start.length === 7) return { date: `${start}-${midMonth}`, precision: 3 };
  if (start.length !== 10) return null; // a year alone is too little for ACLED
  return { date: start, precision: precisionOf(date) };
}

const precisionOf = ({ precision }: EventDate): Day['precision'] =>
  precision === 'day' ? 1 : precision === 'month' ? 3 : 2;

function line(event: ExtractedEvent, { date, precision }: Day, article: AcledArticle): string {
  const { place } = event;
  const { acled } = event.codes;
  const country = acledCountry(place?.country ?? null);
  const sides = sidesOf(event, { code: place?.country ?? null, name: country?.name ?? null });
  const cells: Record<(typeof columns)[number], string | number | null> = {
    event_id_cnty: event.id,
    event_date: date,
    year: Number(date.slice(0, 4)),
    time_precision: precision,
    disorder_type: acled?.disorderType ?? null,
    event_type: acled?.eventType ?? null,
    sub_event_type: acled?.subEventType ?? null,
    actor1: sides.first?.name ?? null,
    assoc_actor_1: sides.first?.assoc ?? null,
    inter1: sides.first?.inter ?? 0,
    actor2: sides.second?.name ?? null,
    assoc_actor_2: sides.second?.assoc ?? null,
    inter2: sides.second?.inter ?? 0,
    interaction: interactionOf(sides),
    civilian_targeting: isCivilianTargeting(acled, sides) ? 'Civilian targeting' : null,
    iso: country?.iso ?? null,
    region: country?.region ?? null,
    country: country?.name ?? null,
    admin1: place?.admin1 ?? null,
    admin2: place?.admin2 ?? null,
    admin3: null,
    location: place?.locality ?? place?.admin2 ?? place?.admin1 ?? country?.name ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    geo_precision: place ? Math.min(3, place.precision) : null,
    source: event.source?.text ?? null,
    source_scale: null,
    notes: event.evidence.text.replace(/\s+/g, ' ').trim(),
    fatalities: fatalities(event.counts.killed),
    tags: tags(event, article),
    timestamp: null,
  };
  return columns.map((name) => cell(cells[name])).join(',');
}

/** ACLED's own tag of a crowd, and what has no column of its own. */
const tags = ({ counts, status, modality, confidence }: ExtractedEvent, { id }: AcledArticle): string =>
  [
    counts.participants ? `crowd size=${counts.participants.text}` : '',
    `article=${id}`,
    `status=${status}`,
    modality === 'asserted' ? '' : `modality=${modality}`,
    `confidence=${confidence.toFixed(2)}`,
  ]
    .filter(Boolean)
    .map((tag) => tag.replaceAll(';', ' '))
    .join('; ');

/** None told is 0, as in ACLED's export. */
function fatalities(killed: Count | undefined): number {
  const low = killed?.min ?? 0;
  if (killed?.qualifier !== 'vague') return low;
  return vagueTolls.find(([from]) => low >= from)?.[1] ?? low;
}

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  const safe = /^\s*[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text; // a spreadsheet runs what begins so
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
