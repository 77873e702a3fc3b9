import type { Candidate } from '../candidates.ts';
import { unitLevel } from '../places/precision.ts';
import { earlierAt, earlierParts } from '../status/earlier.ts';
import { isDefinite } from './definite.ts';

const killedOf = ({ counts }: Candidate) => {
  const count = counts.find(({ kind }) => kind === 'killed')?.count;
  return count && count.qualifier !== 'vague' ? count : undefined;
};
/** "وبعد أسبوع من زلزال أوقع 17 قتيلا": not the one that the article tells of. */
export const isLookedBackAt = ({ sentence, trigger, counts }: Candidate): boolean =>
  counts.length > 0 && earlierAt(earlierParts(sentence), trigger.from) !== undefined;

const rareToll = 10; // dead from which on two tolls that are the same are one

/** The same number of dead, too many to be chance: one incident, whatever is said of place and hour. */
export function hasSameToll(mentions: readonly Candidate[], candidate: Candidate): boolean {
  const dead = killedOf(candidate)?.min ?? 0;
  return dead >= rareToll && mentions.some((each) => killedOf(each)?.min === dead);
}

/** Two tolls of happenings that are each told as new: "قتل 20 … في تفجير", "قتل 15 … في انفجار". */
export function hasOtherToll(mentions: readonly Candidate[], candidate: Candidate): boolean {
  const dead = killedOf(candidate);
  if (!dead || dead.max === 0 || candidate.sentence.zone !== 'body' || isDefinite(candidate)) return false;
  if (candidate.counts.some(({ isUpdate }) => isUpdate) || !isPlaced(candidate)) return false;
  const told = mentions.filter(killedOf);
  return (
    told.length > 0 &&
    told.every(
      (each) =>
        each.sentence !== candidate.sentence &&
        killedOf(each)?.min !== dead.min &&
        each.sentence.zone !== 'title',
    )
  );
}
const isPlaced = ({ place, date }: Candidate): boolean =>
  (place !== null && place.precision <= unitLevel) || date !== null;
