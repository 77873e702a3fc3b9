import type { Sentence } from '../text/reading.ts';
import { standsAt, standsIn } from './pattern.ts';
import { wordList } from './triggers.ts';

/** What force was used with, by words; the first list with a word in reach decides. */
export const means = {
  air: wordList(['$means-air']),
  bomb: wordList(['$means-bomb']),
  ground: wordList(['$means-ground']),
  hand: wordList(['$means-hand']),
  clash: wordList(['$means-clash']),
  fight: wordList(['$means-fight']),
  /** Named as the cause of harm only: elsewhere "the battle" is a figure of speech. */
  battle: wordList(['$means-battle']),
  answer: wordList(['$means-answer']),
  kin: wordList(['$kin']),
  crime: wordList(['$means-crime']),
  accident: wordList(['$means-accident']),
  crowd: wordList(['$means-crowd']),
};
export type Means = keyof typeof means;

/** "قاعدة جوية", "الدفاع الجوي": what is called after the air and strikes nobody. */
const bases = wordList(['$air-base']);
const baseReach = 3; // tokens: "قاعدة العند الجوية"
const airAdjectives = wordList(['$air-adj']);
/** "مسيرة الأعلام", "مسيرة سلمية": people march, nothing flies. */
const marches = wordList(['$march']);

/** Whether the word of the air at a token belongs to a base or a march. */
export function isEarthbound(readings: Sentence['field']['readings'], at: number, first: number): boolean {
  if (standsAt(marches, readings, at, readings.length)) return true;
  return (
    standsAt(airAdjectives, readings, at, at + 1) &&
    standsIn(bases, readings, Math.max(first, at - baseReach), at)
  );
}
