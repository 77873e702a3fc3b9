import { z } from 'zod';
import { countKinds, eventTypeIds } from './event-types.ts';
import { EventDate, Names, Party, Place, qualifiers } from './record.ts';

/** One outlet's word on one field: two that disagree are both kept. */
export const Claim = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  qualifier: z.enum(qualifiers),
  text: z.string(),
  /** Who says it in the text, or null for the outlet's own voice. */
  source: z.string().nullable(),
  outletId: z.string(),
  originId: z.string(),
  recordId: z.string(),
  at: z.string(),
});

export const CountSummary = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  agreement: z.enum(['single', 'agree', 'differ']),
  claims: z.array(Claim),
});

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
  'merged',
  'split',
] as const;

export const IncidentReport = z.object({
  recordId: z.string(),
  eventId: z.string(),
  articleId: z.string(),
  storyId: z.string(),
  outletId: z.string(),
  originId: z.string(),
  title: z.string(),
  url: z.string(),
  publishedAt: z.string(),
  status: z.enum(['main', 'secondary', 'background']),
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
    /** Ids of the outlets and agencies that told it in their own words. */
    origins: z.array(z.string()),
    reports: z.array(IncidentReport),
    timeline: z.array(
      z.object({
        revision: z.int().positive(),
        at: z.string(),
        reason: z.enum(incidentReasons),
        recordId: z.string(),
      }),
    ),
    firstReportedAt: z.string(),
    lastReportedAt: z.string(),
  })
  .meta({ title: 'Rasid incident', description: 'What several records tell of one happening.' });

export type Claim = z.infer<typeof Claim>;
export type CountSummary = z.infer<typeof CountSummary>;
export type IncidentReason = (typeof incidentReasons)[number];
export type IncidentReport = z.infer<typeof IncidentReport>;
export type Incident = z.infer<typeof Incident>;
