import {
  type Event,
  type IncidentMessage,
  type LinkJob,
  type Message,
  makeId,
  type RasidRecord,
  type RecordMessage,
} from '@rasid/contracts';
import { type Linked, linkReports, type Report } from '@rasid/incidents';
import { pass } from '@rasid/runtime';
import type { IncidentStore } from '@rasid/storage';
import { withdrawal } from './withdraw.ts';

export type LinkTools = { incidents: IncidentStore; now: () => Date };

/** Joins the events of a record to their incidents and writes the messages that tell of it. */
export async function link(job: LinkJob, tools: LinkTools) {
  if (job.withdrawn) {
    const messages = [withdrawal(job.withdrawn, tools.now().toISOString())];
    return pass('publish', { item: job.item, messages }, { withdrawn: job.recordId });
  }
  const earlier = await tools.incidents.outbox(job.recordId);
  const messages = earlier === null ? await work(job, tools) : (JSON.parse(earlier) as Message[]); // written below
  return pass(
    'publish',
    { item: job.item, messages },
    { record: job.recordId, events: job.events.length, incidents: messages.length - 1 },
  );
}

async function work(job: LinkJob, tools: LinkTools): Promise<Message[]> {
  const { article, story, recordId } = job;
  const reports: Report[] = job.events.map((event) => ({ recordId, article, story, event }));
  const linked = await linkReports(reports, tools.incidents.candidates);
  const time = tools.now().toISOString();
  const messages = [recordMessage(toRecord(job, linked), time), ...incidentMessages(linked, time)];
  // Incidents first, outbox last: a job repeated in between finds its own reports in them and adds nothing.
  for (const { change, keys } of linked.changes) await tools.incidents.save(change.incident, keys);
  await tools.incidents.saveOutbox(recordId, JSON.stringify(messages));
  return messages;
}

function toRecord(job: LinkJob, { incidentOf }: Linked): RasidRecord {
  const events: Event[] = job.events.map((event) => ({
    ...event,
    incidentId: incidentOf.get(event.id) ?? null,
  }));
  const { recordId, revision, article, story, genre, provenance } = job;
  return { schema: 'rasid.record/1', id: recordId, revision, article, story, genre, events, provenance };
}

const source = '/rasid'; // CloudEvents: a URI reference; the deployment's own address adds nothing a consumer can use

function recordMessage(record: RasidRecord, time: string): RecordMessage {
  const type = record.revision > 1 ? 'rasid.record.revised' : 'rasid.record.created';
  return { ...envelope(record.id, record.revision, time), type, data: record };
}

function incidentMessages({ changes }: Linked, time: string): IncidentMessage[] {
  return changes.map(({ change }) => {
    const { incident, reason, changed, isNew } = change;
    const type = isNew ? 'rasid.incident.created' : 'rasid.incident.updated';
    return { ...envelope(incident.id, incident.revision, time), type, data: { incident, reason, changed } };
  });
}

const envelope = (subject: string, sequence: number, time: string) => ({
  specversion: '1.0' as const,
  id: makeId('message', subject, sequence),
  source,
  subject,
  time,
  datacontenttype: 'application/json' as const,
  sequence: String(sequence),
});
