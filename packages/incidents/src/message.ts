import { type IncidentMessage, makeId } from '@rasid/contracts';
import type { IncidentChange } from './settle.ts';

/** The message that tells subscribers of a change. The same change always has the same id. */
export function incidentMessage(
  { kind, incident, reason, changed }: IncidentChange,
  time: string,
): IncidentMessage {
  return {
    specversion: '1.0',
    id: makeId('message', incident.id, incident.revision),
    source: '/rasid',
    subject: incident.id,
    time,
    datacontenttype: 'application/json',
    sequence: String(incident.revision),
    type: `rasid.incident.${kind}`,
    data: { incident, reason, changed },
  };
}
