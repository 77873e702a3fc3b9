import type { Incident, IncidentReason } from '@rasid/contracts';

/** What a reader of an incident cares about: a message is due when one of these changes, and only then. */
export type Facts = {
  type: string;
  place: string;
  date: string;
  actors: string;
  targets: string;
  modality: string;
  /** `min max agreement` by kind. */
  counts: Record<string, string>;
  origins: string[];
  aliases: string[];
};

export function factsOf(incident: Incident): Facts {
  const { place, date } = incident;
  const counts = Object.entries(incident.counts).map(([kind, { min, max, agreement }]) => [
    kind,
    `${min} ${max} ${agreement}`,
  ]);
  const parties = (list: Incident['actors']) => list.map(({ canon, text }) => canon ?? text).join('; ');
  return {
    type: incident.type,
    place: place ? `${place.country} ${place.admin1} ${place.locality}` : '',
    date: date ? `${date.start} ${date.end}` : '',
    actors: parties(incident.actors),
    targets: parties(incident.targets),
    modality: incident.modality,
    counts: Object.fromEntries(counts),
    origins: incident.origins,
    aliases: incident.aliases,
  };
}

/** Names of the fields that differ, sorted. */
export const changedFacts = (before: Facts, after: Facts): string[] =>
  (Object.keys(after) as (keyof Facts)[])
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .sort();

/** The one word for a change of what is told: what a desk would put first. Null when only the voices changed. */
export function reasonOf(before: Facts, after: Facts, changed: readonly string[]): IncidentReason | null {
  if (changed.includes('counts')) {
    const [low, high] = [topCount(before), topCount(after)];
    if (high > low) return 'toll-raised';
    if (high < low) return 'toll-lowered';
  }
  if (changed.includes('modality')) {
    if (after.modality === 'denied') return 'denied';
    if (['alleged', 'planned', 'denied'].includes(before.modality)) return 'confirmed';
  }
  if (changed.includes('actors') && after.actors !== '') return 'perpetrator-named';
  if (changed.includes('place')) return 'place-refined';
  if (changed.includes('date')) return 'date-refined';
  return null;
}

export const voiceReason = (before: Facts, after: Facts): IncidentReason =>
  after.origins.length < before.origins.length ? 'withdrawn' : 'new-report';

const topCount = ({ counts }: Facts): number =>
  Math.max(
    0,
    ...Object.values(counts).flatMap((text) =>
      text
        .split(' ')
        .slice(0, 2)
        .map((part) => Number(part) || 0),
    ),
  );
