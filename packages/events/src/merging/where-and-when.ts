import type { Candidate } from '../candidates.ts';
import type { EventTypeId } from '../data.ts';
import { canBeSame } from '../status/same-day.ts';

/** Types of which one governorate sees many in a day. */
const local = new Set<EventTypeId>([
  'air_drone_strike',
  'shelling_missile',
  'bombing',
  'armed_clash',
  'armed_attack',
  'security_operation',
  'force_deployment',
  'interception_defusal',
  'territorial_change',
  'accident',
  'protest',
]);

/** What a town can lie at: no other place than the town. */
const isWide = /^(?:نهر|بحر|جبل|جبال|صحراء|وادي|سهل|خليج|بادية|طريق)\s/u;

export function isPlaceCompatible(a: Candidate, b: Candidate): boolean {
  const levels: ('country' | 'admin1' | 'locality')[] = ['country', 'admin1'];
  if (local.has(b.type)) levels.push('locality'); // an airport and its town are no two seizures
  return levels.every((level) => {
    const left = a.place?.[level];
    const right = b.place?.[level];
    return (
      !left || !right || left === right || (level === 'locality' && (isWide.test(left) || isWide.test(right)))
    );
  });
}

export const isDateCompatible = (a: Candidate, b: Candidate): boolean => canBeSame(a.date, b.date);

/** Each tells its day, and the days differ: the same again, whatever else is told. */
export const hasOtherDay = (mentions: readonly Candidate[], { date }: Candidate): boolean =>
  date?.precision === 'day' &&
  mentions.some((each) => each.date?.precision === 'day') &&
  mentions.every((each) => each.date?.precision !== 'day' || each.date.start !== date.start);
