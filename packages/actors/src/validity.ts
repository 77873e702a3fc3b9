import type { ActorEntry } from './data.ts';
import type { LocalName } from './lexicon.ts';
import type { Reader } from './reader.ts';

/** Whether a name means its party in this text: the party exists at that time, and the name is used so there. */
export function isValid(
  { homes, month }: Reader,
  { validFrom, validTo }: ActorEntry,
  local: LocalName | null,
): boolean {
  if (month && ((validTo && month > validTo) || (validFrom && month < validFrom))) return false;
  if (!local) return true;
  if (month && ((local.to && month > local.to) || (local.from && month < local.from))) return false;
  return local.in.some((country) => homes.has(country));
}
