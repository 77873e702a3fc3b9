import type { Token } from '@rasid/arabic';
import { type Before, QUOTES } from './before.ts';
import { HOLDERS, RAID_VERBS, WEAK_PREPOSITIONS } from './cues.ts';
import { almostFits, fits } from './fits.ts';
import type { Group } from './groups.ts';

/** How sure the words around a name make it: a place, one if the text says so elsewhere, none. */
export type Evidence = 'sure' | 'weak' | 'none';

const isStrong = (before: Before): boolean =>
  before.adminNoun !== null || (before.relation !== null && !WEAK_PREPOSITIONS.has(before.preposition ?? ''));

/** An admin noun of the kind of one of the places. */
const isAnnounced = (group: Group, { adminNoun, isNounNext }: Before): boolean =>
  adminNoun !== null &&
  isNounNext &&
  [...group.places, ...group.called].some((place) => fits(adminNoun, place) || almostFits(adminNoun, place));

/** Words that take a place behind them without a preposition: "أهالي عفرين", "تقتحم قباطية". */
const isHeld = (tokens: readonly Token[], from: number): boolean => {
  const isQuoted = QUOTES.has(tokens[from - 1]?.text ?? '');
  const key = tokens[isQuoted ? from - 2 : from - 1]?.key ?? '';
  return (
    HOLDERS.has(key) || HOLDERS.has(key.replace(/^[وفبل]/, '')) || RAID_VERBS.has(key.replace(/^[وف]/, ''))
  );
};

/**
 * Weighs one name. `isSpokenOf` tells whether the text names the country of a group for certain;
 * null while that is not known yet.

 * `isGlued`: a short, little known name with a preposition written onto it.
 * `isListed`: the name goes on a list of places, "كفرنبل وحاس".
 */
export const weigh = (
  group: Group,
  before: Before,
  tokens: readonly Token[],
  from: number,
  isSpokenOf: (group: Group) => boolean | null,
  isListed: boolean,
  isGlued: boolean,
): Evidence => {
  if (group.isBound) return isAnnounced(group, before) ? 'sure' : 'none';
  if (before.adminNoun) return 'sure';
  if (isListed && !group.isOrdinary && !group.isDistrict) return 'sure';
  const isPlaced = isStrong(before) || isHeld(tokens, from);
  // "بديلة" is seldom ب + ديلة.
  if (isGlued && isSpokenOf(group) !== true) return 'none';
  if (group.isDistrict) return !group.isOrdinary && isPlaced && isSpokenOf(group) ? 'sure' : 'none';
  if (group.isPart && group.words === 1) {
    if (!isStrong(before) || group.isOrdinary) return 'none';
    return isSpokenOf(group) === false ? 'none' : 'sure';
  }
  if (group.isOrdinary) {
    if (!isPlaced) return 'none';
    return isSpokenOf(group) !== false ? 'sure' : 'none';
  }
  if (group.isKnown || group.words > 1) return 'sure';
  if (isPlaced) return 'sure';
  if (before.relation !== null && group.places.some(({ kind }) => kind === 'city')) return 'sure';
  return 'weak';
};
