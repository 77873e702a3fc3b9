import type { Days } from './days.ts';
import type { Profile } from './profile.ts';

/** How the days fit that two reports name and were published on. */
export function dayFeatures(a: Profile, b: Profile) {
  const gap = a.stated && b.stated ? gapOf(a.stated, b.stated) : null;
  const between = Math.abs(toldDay(a) - toldDay(b));
  return {
    dateSame: Number(gap === 0),
    dateSameOld: Number(gap === 0 && isOld(a) && isOld(b)),
    dateApart: gap === null ? 0 : Math.min(gap, 3),
    daysBetween: Math.min(between, 7),
    freshApart: Number(gap !== null && gap > 0 && between > 0 && isFresh(a) && isFresh(b)),
  };
}

const gapOf = (a: Days, b: Days): number => Math.max(a.from - b.to, b.from - a.to, 0);

/** What an article recalls is told of the day it names, whenever the article came out. */
export const toldDay = ({ report, stated, published }: Profile): number =>
  report.status === 'background' && stated ? stated.to : published;

const oldFrom = 3; // days

/** Told of a day that is not the day of the news. */
const isOld = ({ stated, published }: Profile): boolean =>
  stated !== null && stated.to - stated.from <= 1 && published - stated.to >= oldFrom;

/** Told as of today or yesterday: two such days that differ are two happenings rather than one misread date. */
const isFresh = ({ stated, published }: Profile): boolean =>
  stated !== null && stated.from === stated.to && published - stated.to <= 1 && published >= stated.to;
