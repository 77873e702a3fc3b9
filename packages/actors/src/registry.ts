import { type ActorEntry, shippedActors } from './data.ts';
import { createPartyFinder } from './find-parties.ts';
import { countryEntries } from './lexicon.ts';

/** Every party the shipped registry knows: people, organisations, forces, and states under their ISO codes. */
export const actorEntries: readonly ActorEntry[] = [
  ...countryEntries.map(({ entry }) => entry),
  ...shippedActors,
];

/** Finds parties with the shipped registry. */
export const findParties = createPartyFinder(shippedActors);
