import { pairWeights } from './data.ts';
import { featuresOf } from './features.ts';
import { profileOf } from './profile.ts';
import type { Report } from './report.ts';

/** Log-odds that words alone can give: two texts of one template share nearly all, and only slots tell them apart. */
export const mostByWords = 2.2;
const surest = 5; // log-odds: beyond one in 150 more certainty is not earned

/** Log-odds that two reports tell one happening: above 0 they rather do. Symmetric; depends on nothing but the two. */
export function pairScore(a: Report, b: Report): number {
  const { words, slots } = featuresOf(profileOf(a), profileOf(b));
  return Math.max(-surest, Math.min(surest, Math.min(sumOf(words), mostByWords) + sumOf(slots)));
}

function sumOf(features: Record<string, number>): number {
  let sum = 0;
  for (const name in features) {
    const value = features[name];
    if (value) sum += value * (pairWeights.get(name) ?? 0);
  }
  return sum;
}
