import {
  type Message,
  type PublishedOutcome,
  type PublishJob,
  pipeline,
  type RasidRecord,
} from '@rasid/contracts';
import { PermanentError, publishedAs } from '@rasid/runtime';
import type { IncidentStore, OutputStream, RecordArchive } from '@rasid/storage';

export type PublishStores = {
  stream: Pick<OutputStream, 'append'>;
  archive: Pick<RecordArchive, 'put' | 'withdraw'>;
  incidents: Pick<IncidentStore, 'sent'>;
  deliver: (messages: readonly Message[]) => Promise<number>;
  now: () => Date;
};

/**
 * Hands a record and its incident changes to everyone who asked, in order. Every step can be repeated without
 * a second effect: the stream knows the message ids, the archive the record, the queues the jobs.
 */
export async function publish({ item, messages }: PublishJob, stores: PublishStores) {
  const record = messages.find((message) => message.type.startsWith('rasid.record.'));
  if (!item) return publishOperated(messages, stores);
  if (!record || !('article' in record.data))
    throw new PermanentError(`No record among the messages of ${item.id}`);
  const fresh = await stores.stream.append(messages);
  const isWithdrawn = record.type === 'rasid.record.withdrawn';
  const at = stores.now().toISOString();
  if (isWithdrawn) await stores.archive.withdraw(record.data.id, at);
  else await stores.archive.put(record.data, at, item.id);
  const subscribers = await stores.deliver(messages);
  return publishedAs(isWithdrawn ? 'withdrawn' : outcomeOf(record.data), {
    record: record.data.id,
    events: record.data.events.length,
    messages: fresh.length,
    subscribers,
  });
}

/** What an operator did to incidents: the same way out, so that subscribers hear it in its turn. */
async function publishOperated(messages: readonly Message[], stores: PublishStores) {
  const fresh = await stores.stream.append(messages);
  const subscribers = await stores.deliver(messages);
  await stores.incidents.sent(pipeline.publish.jobId({ item: null, messages: [...messages] }));
  return publishedAs('published', { messages: fresh.length, subscribers });
}

const outcomeOf = ({ story }: RasidRecord): PublishedOutcome =>
  story.verdict === 'new' ? 'published' : story.verdict;
