import { extractEvents } from '@rasid/events';
import type { EventsInput, EventsOutput } from './extract.ts';

/** Runs in a worker thread: reading an article costs milliseconds of pure computing. */
export default function work(article: EventsInput): EventsOutput {
  return extractEvents(article);
}
