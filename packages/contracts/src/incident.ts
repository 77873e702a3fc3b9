import { z } from 'zod';
import { countKinds, eventTypeIds } from './event-types.ts';
import { EventDate, Instant, Names, Party, Place, qualifiers } from './record.ts';

/** Who says something: the outlet that carries it and whose words they are. */
const voice = {
  /** Who says it in the text, or null for the outlet's own voice. */
  source: z.string().nullable(),
  outletId: z.string(),
  originId: z.string(),
  recordId: z.string(),
  at: Instant,
};

/** One outlet's word on one count: two that disagree are both kept. */
export const Claim = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  qualifier: z.enum(qualifiers),
  text: z.string(),
  ...voice,
  /** False when its origin has said something newer, or the others have long gone on from it. */
  isCurrent: z.boolean(),
});

/** `single`: one origin says it; `agree`: several say the same; `differ`: they do not. Outlets that copied one text are one origin. */
export const agreements = ['single', 'agree', 'differ'] as const;

/** The range that the current claims span. */
export const CountSummary = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  agreement: z.enum(agreements),
  claims: z.array(Claim),
});

/** What is said of a field that is not a count, in the words or ids of the record. */
export const FieldClaims = z.object({
  agreement: z.enum(agreements),
  claims: z.array(z.object({ value: z.string(), ...voice })),
});

export const incidentFields = ['type', 'place', 'date', 'actors', 'targets', 'modality'] as const;

export const incidentReasons = [
  'first-report',
  'new-report',
  'toll-raised',
  'toll-lowered',
  'place-refined',
  'date-refined',
  'perpetrator-named',
  'confirmed',
  'denied',
  'withdrawn',
  // An earlier text of the same words arrived: outlets that counted as voices of their own were its copies.
  'origin-corrected',
  'merged',
  'split',
] as const;

export const IncidentReport = z.object({
  recordId: z.string(),
  /** Null for an article that tells of it in words in which no event was found. */
  eventId: z.string().nullable(),
  articleId: z.string(),
  storyId: z.string(),
  outletId: z.string(),
  originId: z.string(),
  title: z.string(),
  url: z.string(),
  publishedAt: Instant,
  status: z.enum(['main', 'secondary', 'background']),
});

/** One step in what became known, in the order of publication. */
export const TimelineStep = z.object({
  at: Instant,
  reason: z.enum(incidentReasons),
  /** Null for what an operator did. */
  recordId: z.string().nullable(),
  /** What changed, as "killed 122 \u2192 141"; null when the reason says all. */
  detail: z.string().nullable(),
});

export const Incident = z
  .object({
    schema: z.literal('rasid.incident/1'),
    id: z.string(),
    revision: z.int().positive(),
    /** Ids of incidents that were merged into this one. */
    aliases: z.array(z.string()),
    type: z.enum(eventTypeIds),
    label: Names,
    title: z.string(),
    place: Place.omit({ span: true, candidates: true }).nullable(),
    date: EventDate.omit({ span: true }).nullable(),
    actors: z.array(Party.omit({ span: true })),
    targets: z.array(Party.omit({ span: true })),
    counts: z.partialRecord(z.enum(countKinds), CountSummary),
    modality: z.enum(['asserted', 'alleged', 'denied', 'planned', 'ongoing']),
    /** What each report says of the other fields. */
    claims: z.partialRecord(z.enum(incidentFields), FieldClaims),
    /** Ids of the outlets and agencies that told it in their own words. */
    origins: z.array(z.string()),
    reports: z.array(IncidentReport),
    /** How many more reports tell it: an incident lists the hundred that say the most. Absent when it lists all. */
    unlisted: z.int().positive().optional(),
    timeline: z.array(TimelineStep),
    firstReportedAt: Instant,
    lastReportedAt: Instant,
  })
  .meta({ title: 'Rasid incident', description: 'What several records tell of one happening.' });

export type Claim = z.infer<typeof Claim>;
export type CountSummary = z.infer<typeof CountSummary>;
export type FieldClaims = z.infer<typeof FieldClaims>;
export type IncidentField = (typeof incidentFields)[number];
export type IncidentReason = (typeof incidentReasons)[number];
export type IncidentReport = z.infer<typeof IncidentReport>;
export type TimelineStep = z.infer<typeof TimelineStep>;
export type Incident = z.infer<typeof Incident>;
