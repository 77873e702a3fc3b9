export type { ActorEntry } from './data.ts';
export { type ActorMention, findActors } from './find-actors.ts';
export { createPartyFinder, type PartyFinder } from './find-parties.ts';
export { countryOfAdjective } from './nationality.ts';
export { actorEntries, findParties } from './registry.ts';
export type { Office, PartyContext, PartyKind, PartyMention, Sector, SourceType } from './types.ts';
