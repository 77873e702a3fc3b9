import { type ActorEntry, shippedActors } from './data.ts';
import { createPartyFinder, type PartyFinder } from './find-parties.ts';
import { countryEntries } from './lexicon.ts';
import { joinActors } from './own-actors.ts';

/** Every party the shipped registry knows: people, organisations, forces, and states under their ISO codes. */
export const actorEntries: readonly ActorEntry[] = [
  ...countryEntries.map(({ entry }) => entry),
  ...shippedActors,
];

/** Finds parties with the shipped registry. */
export const findParties = createPartyFinder(shippedActors);

/** Finds parties with the shipped registry and others; an id already shipped is replaced. */
export const mergeActors = (own: readonly ActorEntry[]): PartyFinder =>
  createPartyFinder(joinActors(shippedActors, own));
