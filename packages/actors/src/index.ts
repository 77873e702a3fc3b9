export type { ActorEntry } from './data.ts';
export { createPartyFinder, type PartyFinder } from './find-parties.ts';
export { parseActors, type ReadActors } from './own-actors.ts';
export { actorEntries, findParties, mergeActors } from './registry.ts';
export type { Office, PartyContext, PartyKind, PartyMention, Sector, SourceType } from './types.ts';
