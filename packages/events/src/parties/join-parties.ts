import type { Candidate } from '../candidates.ts';
import { namedLater } from './named-later.ts';
import { isSame, type Parties, symmetric } from './party.ts';

/** Of those who do it together a mention beside the first that names two says who they are. */
const namesSides = ({ type, parties, sentence }: Candidate, first: Candidate | undefined): boolean =>
  symmetric.has(type) &&
  parties.actors.length > 1 &&
  first !== undefined &&
  sentence.order - first.sentence.order <= 1;

/** Parties of all mentions: those of the first that has any, completed in its empty roles only. */
export function joinParties(mentions: readonly Candidate[]): Parties {
  const parties: Parties = { actors: [], targets: [], victims: [] };
  for (const role of ['actors', 'targets', 'victims'] as const) {
    const told = mentions.filter((each) => each.sentence.zone !== 'title' && each.parties[role].length > 0);
    const from = (role === 'actors' ? told.find((each) => namesSides(each, told[0])) : undefined) ?? told[0];
    const list = (from ?? mentions.find((each) => each.parties[role].length > 0))?.parties[role] ?? [];
    const named = role === 'targets' ? namedLater(mentions, from?.type, list) : null;
    parties[role] = (named ?? list).filter((each) => !parties.actors.some((other) => isSame(each, other)));
  }
  return parties;
}
