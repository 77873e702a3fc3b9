import type { Candidate } from '../candidates.ts';
import { typesWith } from '../data.ts';
import { canBeSame } from '../status/same-day.ts';

const local = typesWith('place', 'many-a-day');

/** What a town can lie at: no other place than the town. */
const isWide = /^(?:نهر|بحر|جبل|جبال|صحراء|وادي|سهل|خليج|بادية|طريق)\s/u;

/** "غرب تعز" of a title and the village that the lead names. */
const isNarrowed = ({ place, sentence }: Candidate, later: Candidate): boolean =>
  place?.relation === 'near' && sentence.zone === 'title' && later.sentence.zone === 'lead';

export function isPlaceCompatible(a: Candidate, b: Candidate): boolean {
  const levels: ('country' | 'admin1' | 'locality')[] = ['country', 'admin1'];
  if (local.has(b.type)) levels.push('locality'); // an airport and its town are no two seizures
  return levels.every((level) => {
    const left = a.place?.[level];
    const right = b.place?.[level];
    return (
      !left ||
      !right ||
      left === right ||
      (level === 'locality' && (isNarrowed(a, b) || isWide.test(left) || isWide.test(right)))
    );
  });
}

export const isDateCompatible = (a: Candidate, b: Candidate): boolean => canBeSame(a.date, b.date);

/** Each tells its day, and the days differ: the same again, whatever else is told. */
export const hasOtherDay = (mentions: readonly Candidate[], { date }: Candidate): boolean =>
  date?.precision === 'day' &&
  mentions.some((each) => each.date?.precision === 'day') &&
  mentions.every((each) => each.date?.precision !== 'day' || each.date.start !== date.start);
