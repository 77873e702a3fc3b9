import type { Message, PublishedOutcome, PublishJob } from '@rasid/contracts';
import { PermanentError, publishedAs } from '@rasid/runtime';
import type { OutputStream, RecordArchive } from '@rasid/storage';

export type PublishStores = {
  stream: Pick<OutputStream, 'append'>;
  archive: Pick<RecordArchive, 'put'>;
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
  await stores.archive.put(record.data, stores.now().toISOString());
  const subscribers = await stores.deliver(job.messages);
  const outcome: PublishedOutcome =
    record.data.story.verdict === 'new' ? 'published' : record.data.story.verdict;
  return publishedAs(outcome, {
    record: record.data.id,
    events: record.data.events.length,
    messages: fresh.length,
    subscribers,
  });
}
