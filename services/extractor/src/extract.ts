import { type ExtractJob, type LinkJob, makeId } from '@rasid/contracts';
import type { extractEvents } from '@rasid/events';
import { pass } from '@rasid/runtime';
import type { Reading } from './engines.ts';

export type EventsInput = Parameters<typeof extractEvents>[0];
export type EventsOutput = ReturnType<typeof extractEvents>;

export type ExtractTools = {
  read: (article: EventsInput, signal: AbortSignal) => Promise<Reading>;
  /** All but the extractor, which each reading names itself. */
  provenance: Omit<LinkJob['provenance'], 'extractor'>;
};

/** Finds the events of an article. An article without events goes on too: it is a record with an empty list. */
export async function extract(job: ExtractJob, tools: ExtractTools, signal: AbortSignal) {
  const { article, item } = job;
  const { genre, events, extractor, notes } = await tools.read(
    {
      title: article.title,
      text: article.text,
      publishedAt: article.publishedAt,
      timeZone: item.timeZone,
      outlet: { id: article.outlet.id, country: article.outlet.country },
    },
    signal,
  );
  const recordId = makeId('record', article.id, job.revision);
  const provenance = { ...tools.provenance, extractor };
  const next = { ...job, recordId, genre, events, provenance };
  return pass('link', next, { article: article.id, genre, events: events.length, ...notes });
}
