import type { Token } from '@rasid/arabic';
import { findParties } from './registry.ts';
import type { PartyContext, PartyMention } from './types.ts';

export type ActorMention = Omit<PartyMention, 'kind'> & {
  /** A class of people, not one organisation. */
  generic: boolean;
  /** How it was found: the registry, a head noun, or a bare nationality adjective. */
  kind: 'registry' | 'force' | 'adjective';
};

/**
 * Every party named in the text, from left to right, not overlapping.
 * `at` (YYYY-MM-DD) drops registry readings outside their time.
 */
export function findActors(
  text: string,
  tokens: readonly Token[],
  options: PartyContext = {},
): ActorMention[] {
  const parties = findParties(text, tokens, options).filter(
    ({ kind, canAct, canSuffer }) => kind !== 'person' && kind !== 'office' && (canAct || canSuffer),
  );
  return parties.map((mention) => ({
    ...mention,
    generic: mention.kind === 'generic' || mention.sector === 'UAF',
    kind: mention.kind === 'adjective' ? 'adjective' : mention.kind === 'registered' ? 'registry' : 'force',
  }));
}
