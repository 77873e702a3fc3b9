import type { Message, PublishedOutcome, PublishJob, RasidRecord } from '@rasid/contracts';
import { PermanentError, publishedAs } from '@rasid/runtime';
import type { OutputStream, RecordArchive } from '@rasid/storage';

export type PublishStores = {
  stream: Pick<OutputStream, 'append'>;
  archive: Pick<RecordArchive, 'put' | 'withdraw'>;
  deliver: (messages: readonly Message[]) => Promise<number>;
  now: () => Date;
};

/**
 * Hands a record and its incident changes to everyone who asked, in order. Every step can be repeated without
 * a second effect: the stream knows the message ids, the archive the record, the queues the jobs.
 */
export async function publish(job: PublishJob, stores: PublishStores) {
  const record = job.messages.find((message) => message.type.startsWith('rasid.record.'));
  if (!record || !('article' in record.data))
    throw new PermanentError(`No record among the messages of ${job.item.id}`);
  const fresh = await stores.stream.append(job.messages);
  const isWithdrawn = record.type === 'rasid.record.withdrawn';
  const at = stores.now().toISOString();
  if (isWithdrawn) await stores.archive.withdraw(record.data.id, at);
  else await stores.archive.put(record.data, at, job.item.id);
  const subscribers = await stores.deliver(job.messages);
  return publishedAs(isWithdrawn ? 'withdrawn' : outcomeOf(record.data), {
    record: record.data.id,
    events: record.data.events.length,
    messages: fresh.length,
    subscribers,
  });
}

const outcomeOf = ({ story }: RasidRecord): PublishedOutcome =>
  story.verdict === 'new' ? 'published' : story.verdict;
