import { toldDay } from './day-features.ts';
import type { Profile } from './profile.ts';
import type { Figure } from './report.ts';

/** Whether two reports can speak of one toll, by what both count. */
export function countFeatures(a: Profile, b: Profile) {
  const [earlier, later] = toldDay(a) <= toldDay(b) ? [a, b] : [b, a];
  const [before, after] = [earlier.report.event?.counts ?? {}, later.report.event?.counts ?? {}];
  const isSameDay = toldDay(a) === toldDay(b);
  const fits: CountFit[] = [];
  let isBig = false;
  for (const kind in before) {
    const [figure, other] = [before[kind as keyof typeof before], after[kind as keyof typeof after]];
    if (!figure || !other) continue;
    const fit = countFit(figure, other, isSameDay);
    fits.push(fit);
    isBig ||= isHarm(kind) && fit !== 'apart' && Math.min(figure.min ?? 0, other.min ?? 0) >= bigToll;
  }
  const has = (fit: CountFit) => Number(fits.includes(fit));
  return {
    countSame: has('same'),
    countRisen: Number(!fits.includes('same') && fits.includes('risen')),
    bigToll: Number(isBig && a.country !== null && a.country === b.country),
    deathsApart: Number(isDeadly(a) !== isDeadly(b) && hasCasualties(a) && hasCasualties(b)),
    countApart: has('apart'),
  };
}

const isDeadly = ({ report }: Profile): boolean =>
  (report.event?.counts.killed?.max ?? 1) > 0 && report.event?.counts.killed !== undefined;

/** Says how many were harmed: who leaves the dead out then had none to tell of. */
const hasCasualties = ({ report }: Profile): boolean =>
  report.event?.counts.killed !== undefined || report.event?.counts.wounded !== undefined;

type CountFit = 'same' | 'fits' | 'risen' | 'apart';
const isHarm = (kind: string): boolean => kind === 'killed' || kind === 'wounded' || kind === 'missing';
const bigToll = 10; // so many dead or hurt are rare enough to know the happening by
const mostRise = 2.5; // a toll that more than doubles between two reports of a day is rather another happening
const smallRise = 2;

function countFit(before: Figure, after: Figure, isSameDay: boolean): CountFit {
  const [low, high] = [before.min ?? 0, before.max ?? Number.POSITIVE_INFINITY];
  const [newLow, newHigh] = [after.min ?? 0, after.max ?? Number.POSITIVE_INFINITY];
  if (low === newLow && high === newHigh) return low >= smallRise ? 'same' : 'fits'; // "one killed" is no mark
  if (low <= newHigh && newLow <= high) return 'fits';
  const [less, more] = low < newLow ? [high, newLow] : [newHigh, low];
  if (low > newLow && !isSameDay && more - less > 1) return 'apart'; // tolls do not fall from one day to the next
  return more - less <= smallRise || more / Math.max(less, 1) <= mostRise ? 'risen' : 'apart';
}
