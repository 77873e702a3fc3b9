import type { IncidentReason, TimelineStep } from '@rasid/contracts';
import type { Telling } from './claims.ts';
import { withdrawn } from './report.ts';

/** What was known after the reports so far. */
type Known = {
  tolls: Map<string, number>;
  /** What each article said last of each count. */
  said: Map<string, number>;
  precision: number | null;
  place: string;
  hasDay: boolean;
  hasActor: boolean;
  modalities: Set<string>;
  origins: Set<string>;
};

type Change = { reason: IncidentReason; detail: string | null };

/**
 * What became known with which report, in the order of publication. Read from the reports, superseded ones included,
 * so that it does not depend on the order in which they came in. A report that brings nothing new has no step.
 */
export function timelineOf(tellings: readonly Telling[]): TimelineStep[] {
  const known: Known = {
    tolls: new Map(),
    said: new Map(),
    precision: null,
    place: '',
    hasDay: false,
    hasActor: false,
    modalities: new Set(),
    origins: new Set(),
  };
  return tellings.flatMap((telling, at) => {
    const changes = learn(known, telling);
    const isNewOrigin = !known.origins.has(telling.originId);
    known.origins.add(telling.originId);
    if (at === 0) changes.splice(0, changes.length, { reason: 'first-report', detail: null });
    else if (changes.length === 0 && isNewOrigin) changes.push({ reason: 'new-report', detail: null });
    const { publishedAt, recordId, supersededBy, articleId } = telling;
    const isWithdrawn =
      supersededBy !== null &&
      !tellings.some((other) => other.articleId === articleId && other.recordId === supersededBy);
    return [
      ...changes.map((change) => ({ at: publishedAt, recordId, ...change })),
      ...(isWithdrawn
        ? [
            {
              at: publishedAt,
              reason: 'withdrawn' as const,
              recordId: supersededBy === withdrawn ? recordId : supersededBy,
              detail: telling.outletId,
            },
          ]
        : []),
    ];
  });
}

/** The changes a report brings; `known` goes on with it. */
function learn(known: Known, telling: Telling): Change[] {
  return [...learnTolls(known, telling), ...learnPlace(known, telling), ...learnRest(known, telling)];
}

function learnTolls(known: Known, { event, articleId }: Telling): Change[] {
  const changes: Change[] = [];
  for (const [kind, { min, max }] of Object.entries(event.counts)) {
    const value = min ?? max ?? 0;
    const top = known.tolls.get(kind);
    const own = known.said.get(`${articleId} ${kind}`);
    const name = kind.replaceAll('_', ' ');
    if (top !== undefined && value > top)
      changes.push({ reason: 'toll-raised', detail: `${name} ${top} \u2192 ${value}` });
    else if (own !== undefined && value < own)
      changes.push({ reason: 'toll-lowered', detail: `${name} ${own} \u2192 ${value}` });
    known.tolls.set(kind, own !== undefined && own === top ? value : Math.max(top ?? 0, value));
    known.said.set(`${articleId} ${kind}`, value);
  }
  return changes;
}

function learnPlace(known: Known, { event: { place, date } }: Telling): Change[] {
  const changes: Change[] = [];
  if (place) {
    const name = place.locality ?? place.admin1 ?? place.country ?? '';
    if (known.precision !== null && place.precision < known.precision)
      changes.push({ reason: 'place-refined', detail: `${known.place} \u2192 ${name}` });
    if (known.precision === null || place.precision < known.precision)
      [known.precision, known.place] = [place.precision, name];
  }
  if (date?.precision === 'day') {
    if (!known.hasDay && known.origins.size > 0) changes.push({ reason: 'date-refined', detail: date.start });
    known.hasDay = true;
  }
  return changes;
}

const unnamed = new Set(['unidentified_gunmen', 'unknown']);

function learnRest(known: Known, { event }: Telling): Change[] {
  const changes: Change[] = [];
  const named = event.actors.find(({ canon }) => canon === null || !unnamed.has(canon));
  if (named && !known.hasActor && known.origins.size > 0)
    changes.push({ reason: 'perpetrator-named', detail: named.text });
  known.hasActor ||= named !== undefined;
  const { modality } = event;
  if (modality === 'denied' && !known.modalities.has('denied') && known.modalities.size > 0)
    changes.push({ reason: 'denied', detail: event.source });
  const isFirmer = modality === 'asserted' || modality === 'ongoing';
  const wasLoose = known.modalities.has('alleged') || known.modalities.has('planned');
  if (isFirmer && wasLoose && !known.modalities.has('asserted') && !known.modalities.has('ongoing'))
    changes.push({ reason: 'confirmed', detail: event.source });
  known.modalities.add(modality);
  return changes;
}
