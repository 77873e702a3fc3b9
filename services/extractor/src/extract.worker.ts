import { extractEvents } from '@rasid/events';
import { type Grounded, groundEvents } from '@rasid/model-events';
import type { GroundTask } from './engines.ts';
import type { EventsInput, EventsOutput } from './extract.ts';
import { useOwnPlaces } from './own-places.ts';

useOwnPlaces(process.env);

import { ownActors } from './own-actors.ts';

const actors = ownActors(process.env.RASID_ACTORS);

/** Runs in a worker thread: reading an article costs milliseconds of pure computing. */
export default function work(article: EventsInput): EventsOutput {
  return extractEvents({ ...article, ...actors() });
}

/** Here too, where the user's own places and parties are known. */
export function ground({ article, events, name }: GroundTask): Grounded {
  return groundEvents(events, { ...article, ...actors() }, name);
}
