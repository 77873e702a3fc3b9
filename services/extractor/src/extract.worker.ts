import { extractEvents } from '@rasid/events';
import type { EventsInput, EventsOutput } from './extract.ts';
import { useOwnPlaces } from './own-places.ts';

useOwnPlaces(process.env);

/** Runs in a worker thread: reading an article costs milliseconds of pure computing. */
export default function work(article: EventsInput): EventsOutput {
  return extractEvents(article);
}
