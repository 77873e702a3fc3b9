import { pairWeights } from './data.ts';
import { type FeatureName, featuresOf, slotFeatureNames, wordFeatureNames } from './features.ts';
import { profileOf } from './profile.ts';
import type { Report } from './report.ts';

/** Log-odds that words alone can give: two texts of one template share nearly all, and only slots tell them apart. */
const mostByWords = 2.2;
const surest = 5; // log-odds: beyond one in 150 more certainty is not earned

/** Log-odds that two reports tell one happening: above 0 they rather do. Symmetric; depends on nothing but the two. */
export function pairScore(a: Report, b: Report): number {
  const features = featuresOf(profileOf(a), profileOf(b));
  const sumOf = (names: readonly FeatureName[]): number =>
    names.reduce((sum, name) => sum + features[name] * (pairWeights.get(name) ?? 0), 0);
  const words = Math.min(sumOf(wordFeatureNames), mostByWords);
  return Math.max(-surest, Math.min(surest, words + sumOf(slotFeatureNames)));
}
