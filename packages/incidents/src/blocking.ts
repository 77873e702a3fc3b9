import { publicationDay, statedDays } from './days.ts';
import { relatedTypes } from './families.ts';
import { profileOf } from './profile.ts';
import type { Report } from './report.ts';
import { weightOf } from './word-weights.ts';

/** A key under which a neighbourhood is sought. Keys of one mark differ in their days only and count once. */
export type BlockingKey = {
  key: string;
  mark: string /** What sharing it tells, in nats. */;
  weight: number;
};

const blockDays = 4; // reports of one happening are seldom further apart; the neighbouring blocks are looked at too
const mostWords = 16; // the rarest of title and lead: two reports of one happening share several of them
const placeWeight = 4; // an event of a kind in a place on a day is rarer than most words
const leastWord = 2.5; // a word of one article in twelve would bring everything

/** Where a report is to be found. */
export const keysOf = (report: Report): string[] =>
  blocksOf(report).flatMap((block) => marksOf(report, false).map(({ mark }) => `${block}:${mark}`));

/** Where its like is to be sought: the neighbouring days too, and the types that outlets confuse. */
export const probesOf = (report: Report): BlockingKey[] => {
  const blocks = new Set(blocksOf(report).flatMap((block) => [block - 1, block, block + 1]));
  return marksOf(report, true).flatMap(({ mark, weight }) =>
    [...blocks].map((block) => ({ key: `${block}:${mark}`, mark, weight })),
  );
};

/** The block of publication and, for an event that is recalled or told late, that of the day it names. */
function blocksOf(report: Report): number[] {
  const stated = statedDays(report);
  const isDay = stated !== null && stated.to - stated.from <= blockDays;
  const days = isDay ? [publicationDay(report), stated.from] : [publicationDay(report)];
  return [...new Set(days.map((day) => Math.floor(day / blockDays)))];
}

function marksOf(report: Report, isProbe: boolean): { mark: string; weight: number }[] {
  const { all, locality, admin1 } = profileOf(report);
  const words = [...all.weights.keys()]
    .map((stem) => ({ mark: stem, weight: weightOf(stem) }))
    .filter(({ weight }) => weight >= leastWord)
    .sort((a, b) => b.weight - a.weight || (a.mark < b.mark ? -1 : 1))
    .slice(0, mostWords);
  const type = report.event?.type;
  const place = locality ?? admin1;
  if (!type || place === null) return words;
  const types = isProbe ? relatedTypes(type) : [type];
  return [...words, ...types.map((one) => ({ mark: `@${one}@${place.key}`, weight: placeWeight }))];
}
