import {
  type Event,
  type LinkJob,
  type Message,
  makeId,
  type RasidRecord,
  type RecordMessage,
} from '@rasid/contracts';
import {
  incidentMessage,
  type Linked,
  linkArticle,
  type Neighbourhood,
  withdrawArticle,
} from '@rasid/incidents';
import { pass, RetryLater } from '@rasid/runtime';
import type { IncidentStore } from '@rasid/storage';
import { withdrawal } from './withdraw.ts';

export type LinkTools = { incidents: IncidentStore<Neighbourhood>; now: () => Date };

/** An operator's word may come in between; twice in a row is not to be expected, more is a fault. */
const mostTries = 4;

/** Joins the events of a record to their incidents, or takes them out again, and writes the messages that tell of it. */
export async function link(job: LinkJob, tools: LinkTools) {
  const outboxId = job.withdrawn ? `${job.recordId}-withdrawn` : job.recordId;
  const messages = await work(job, outboxId, tools);
  const notes = { events: job.events.length, incidents: messages.length - 1 };
  return pass(
    'publish',
    { item: job.item, messages },
    job.withdrawn ? { withdrawn: job.recordId, ...notes } : { record: job.recordId, ...notes },
  );
}

async function work(job: LinkJob, outboxId: string, { incidents, now }: LinkTools): Promise<Message[]> {
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    // In this order: whoever does the same job meanwhile is found here, or makes the clock go on.
    const [standing, earlier] = await Promise.all([incidents.standing(), incidents.outbox(outboxId)]);
    if (earlier !== null) return JSON.parse(earlier) as Message[]; // written below
    const time = now().toISOString();
    const { messages: own, writing } = await decide(job, incidents, time);
    // What an operator did before comes before: subscribers hear the revisions of an incident in their order.
    const before = standing.unsent.flatMap(({ messages }) => JSON.parse(messages) as Message[]); // written by an operator's command
    const messages = [...before, ...own];
    // Incidents and messages in one step: a job that is killed before it has changed nothing, after it all.
    const outbox = { id: outboxId, messages: JSON.stringify(messages) };
    if (await incidents.commit(writing, outbox, standing)) return messages;
  }
  throw new RetryLater(`Incidents of ${job.recordId} were changed meanwhile`, 1_000);
}

async function decide(job: LinkJob, incidents: LinkTools['incidents'], time: string) {
  if (job.withdrawn) {
    const gone = await withdrawArticle({ articleId: job.article.id, at: time }, incidents);
    const told = gone.changes.map((change) => incidentMessage(change, time));
    return { writing: gone.writing, messages: [withdrawal(job.withdrawn, time), ...told] };
  }
  const linked = await linkArticle(job, incidents);
  const told = linked.changes.map((change) => incidentMessage(change, time));
  return { writing: linked.writing, messages: [recordMessage(toRecord(job, linked), time), ...told] };
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
