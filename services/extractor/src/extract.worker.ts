import { extractEvents } from '@rasid/events';
import type { EventsInput, EventsOutput } from './extract.ts';
import { useOwnPlaces } from './own-places.ts';

useOwnPlaces(process.env);

import { ownActors } from './own-actors.ts';

const actors = ownActors(process.env.RASID_ACTORS);

/** Runs in a worker thread: reading an article costs milliseconds of pure computing. */
export default function work(article: EventsInput): EventsOutput {
  return extractEvents({ ...article, ...actors() });
}
