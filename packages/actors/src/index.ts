export { type ActorEntry, actorEntries } from './data.ts';
export { type ActorMention, findActors } from './find-actors.ts';
export { countryOfAdjective } from './nationality.ts';
