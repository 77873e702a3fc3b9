import {
  type Event,
  type LinkJob,
  type Message,
  makeId,
  type RasidRecord,
  type RecordMessage,
} from '@rasid/contracts';
import { incidentMessage, type Linked, linkArticle, type Neighbourhood } from '@rasid/incidents';
import { pass, RetryLater } from '@rasid/runtime';
import type { IncidentStore } from '@rasid/storage';
import { withdrawal } from './withdraw.ts';

export type LinkTools = { incidents: IncidentStore<Neighbourhood>; now: () => Date };

/** An operator's word may come in between; twice in a row is not to be expected, more is a fault. */
const mostTries = 4;

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

async function work(job: LinkJob, { incidents, now }: LinkTools): Promise<Message[]> {
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    const linked = await linkArticle(job, incidents);
    const time = now().toISOString();
    const messages = [
      recordMessage(toRecord(job, linked), time),
      ...linked.changes.map((change) => incidentMessage(change, time)),
    ];
    // Incidents and messages in one step: a job that is killed before it has changed nothing, after it all.
    const outbox = { id: job.recordId, messages: JSON.stringify(messages) };
    if (await incidents.commit(linked.writing, outbox)) return messages;
  }
  throw new RetryLater(`Incidents of ${job.recordId} were changed meanwhile`, 1_000);
}

function toRecord(job: LinkJob, { incidentOf }: Linked): RasidRecord {
  const events: Event[] = job.events.map((event) => ({
    ...event,
    incidentId: incidentOf.get(event.id) ?? null,
  }));
  const { recordId, revision, article, story, genre, provenance } = job;
  return { schema: 'rasid.record/1', id: recordId, revision, article, story, genre, events, provenance };
}

function recordMessage(record: RasidRecord, time: string): RecordMessage {
  return {
    specversion: '1.0',
    id: makeId('message', record.id, record.revision),
    source: '/rasid', // CloudEvents: a URI reference; the deployment's own address adds nothing a consumer can use
    subject: record.id,
    time,
    datacontenttype: 'application/json',
    sequence: String(record.revision),
    type: record.revision > 1 ? 'rasid.record.revised' : 'rasid.record.created',
    data: record,
  };
}
