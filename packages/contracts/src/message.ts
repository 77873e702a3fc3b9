import { z } from 'zod';
import { Incident, incidentReasons } from './incident.ts';
import { Instant, RasidRecord } from './record.ts';

export const recordMessageTypes = [
  'rasid.record.created',
  'rasid.record.revised',
  'rasid.record.withdrawn',
] as const;
export const incidentMessageTypes = [
  'rasid.incident.created',
  'rasid.incident.updated',
  'rasid.incident.merged',
  'rasid.incident.split',
  'rasid.incident.retracted',
] as const;

/** CloudEvents 1.0 attributes. `sequence` grows per subject; extension names are lower-case alphanumerics. */
const envelope = {
  specversion: z.literal('1.0'),
  /** Stable: the same change always has the same id, so a consumer may rely on it to drop doubles. */
  id: z.string(),
  source: z.string(),
  /** The record or incident id. */
  subject: z.string(),
  time: Instant,
  datacontenttype: z.literal('application/json'),
  sequence: z.string(),
};

export const RecordMessage = z.object({ ...envelope, type: z.enum(recordMessageTypes), data: RasidRecord });

export const IncidentChange = z.object({
  incident: Incident,
  reason: z.enum(incidentReasons),
  /** Names of the fields that differ from the revision before. */
  changed: z.array(z.string()),
});

export const IncidentMessage = z.object({
  ...envelope,
  type: z.enum(incidentMessageTypes),
  data: IncidentChange,
});

/** A message on an output queue or the replayable stream: a CloudEvents 1.0 envelope in JSON. */
export const Message = z.discriminatedUnion('type', [RecordMessage, IncidentMessage]).meta({
  title: 'Rasid message',
  description: 'CloudEvents 1.0 envelope of a record or an incident change.',
});

export type RecordMessage = z.infer<typeof RecordMessage>;
export type IncidentChange = z.infer<typeof IncidentChange>;
export type IncidentMessage = z.infer<typeof IncidentMessage>;
export type Message = z.infer<typeof Message>;
