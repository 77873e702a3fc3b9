import { wordWeights } from './data.ts';

/** Of words that stand in fewer than one of two hundred articles: told apart no further, for counts so small are chance. */
export const rarest = 5.5;
const smallNumbers = [0, 0.3, 0.8, 1.2, 1.6, 2, 2.2, 2.4, 2.6, 2.8]; // "two killed" is said of every attack
const roundNumber = 3;

/** What a stem tells when two texts share it in nats, 0 to `rarest`. */
export function weightOf(stem: string): number {
  if (stem.startsWith('#')) return numberWeight(Number(stem.slice(1)));
  if (stem.length < 2) return 0;
  return wordWeights.get(stem) ?? rarest;
}

function numberWeight(value: number): number {
  if (!Number.isFinite(value)) return 0;
  if (value >= 1400 && value <= 2100) return 0.5; // a year
  return smallNumbers[value] ?? (value % 10 === 0 ? roundNumber : 4.5);
}
