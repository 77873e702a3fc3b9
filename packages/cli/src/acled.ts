import type { Count, ExtractedEvent, Party } from '@rasid/contracts';

/** Column names of ACLED's export (ACLED codebook 2023, the columns an article can fill). */
const columns = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'inter1',
  'actor2',
  'inter2',
  'interaction',
  'civilian_targeting',
  'country',
  'admin1',
  'admin2',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'notes',
  'fatalities',
] as const;

/** Interaction codes by sector; forces of another country than the event's are external (8). */
const inter: Record<string, number> = {
  MIL: 1,
  COP: 1,
  GOV: 1,
  JUD: 1,
  SPY: 1,
  REB: 2,
  PRM: 3,
  PTY: 3,
  UAF: 3,
  CRM: 3,
  OPP: 6,
  CVL: 7,
  JRN: 7,
  MED: 7,
  REF: 7,
  LAB: 7,
  EDU: 7,
  IGO: 8,
};
const state = 1;
const external = 8;
/** What ACLED's export puts for vague tolls: several, dozens, hundreds. */
const vagueTolls: [number, number][] = [
  [200, 100],
  [20, 12],
  [3, 3],
];

export const acledHeader = columns.join(',');

/** The events of one article as lines of CSV (RFC 4180); those outside ACLED's scope give none. */
export function acledLines(
  events: readonly ExtractedEvent[],
  article: { id: string; date: string | null },
): string[] {
  return events.flatMap((event) =>
    event.codes.acled?.eventType ? [line(event, event.codes.acled, article)] : [],
  );
}

function line(
  event: ExtractedEvent,
  acled: NonNullable<ExtractedEvent['codes']['acled']>,
  article: { id: string; date: string | null },
): string {
  const { place, date } = event;
  const day = date?.start ?? article.date?.slice(0, 10) ?? '';
  const country = place?.country ?? null;
  const [first, second] = sides(event);
  const codes = [interOf(first, country), interOf(second, country)];
  const cells: Record<(typeof columns)[number], string | number | null> = {
    event_id_cnty: event.id,
    event_date: day,
    year: day.slice(0, 4),
    time_precision: !date ? null : date.precision === 'day' ? 1 : date.precision === 'month' ? 3 : 2,
    disorder_type: acled.disorderType,
    event_type: acled.eventType,
    sub_event_type: acled.subEventType,
    actor1: first?.text ?? null,
    inter1: codes[0] ?? null,
    actor2: second?.text ?? null,
    inter2: codes[1] ?? null,
    interaction: codes.filter((code) => code !== null).join('') || null,
    civilian_targeting: second?.sector === 'CVL' ? 'Civilian targeting' : null,
    country,
    admin1: place?.admin1 ?? null,
    admin2: place?.admin2 ?? null,
    location: place?.locality ?? place?.admin1 ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    geo_precision: place ? Math.min(3, place.precision) : null,
    source: event.source?.text ?? null,
    notes: event.evidence.text.replace(/\s+/g, ' ').trim(),
    fatalities: fatalities(event.counts.killed),
  };
  return columns.map((name) => cell(cells[name])).join(',');
}

/** Who stands against whom: the parties of a symmetric event, else doer and target or victim. */
function sides({ actors, targets, victims }: ExtractedEvent): [Party | undefined, Party | undefined] {
  const against = targets[0] ?? victims[0] ?? actors[1];
  return actors.length > 0 ? [actors[0], against] : [against, undefined];
}

function interOf(party: Party | undefined, country: string | null): number | null {
  const code = inter[party?.sector ?? ''] ?? null;
  const isForeign = code === state && country !== null && party?.country != null && party.country !== country;
  return isForeign ? external : code;
}

function fatalities(killed: Count | undefined): number | null {
  if (!killed) return null;
  const low = killed.min ?? 0;
  if (killed.qualifier !== 'vague') return low;
  return vagueTolls.find(([from]) => low >= from)?.[1] ?? low;
}

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text; // a spreadsheet runs what begins so
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
