import { mostByWords } from '../dist/pair.js';

const turns = 250;
const step = 0.08;
const penalty = 0.7; // L2 on sums over some hundred pairs
const [slow, slower] = [0.9, 0.999]; // Adam: Kingma and Ba 2015, section 2

/**
 * The two reports of a pair that fit best, and what they score. `onlyMain` leaves lesser events aside where it can: an
 * article that mentions a happening in passing is seldom labelled as telling it, and would teach the wrong weights.
 */
export function scoreOf({ options }, weights, onlyMain = false) {
  const main = onlyMain ? options.filter(({ isLesser }) => !isLesser) : [];
  let best = { score: Number.NEGATIVE_INFINITY, option: null };
  for (const option of main.length > 0 ? main : options) {
    const score = Math.min(sumOf(option.words, weights), mostByWords) + sumOf(option.slots, weights);
    if (score > best.score) best = { score, option };
  }
  return best;
}

/**
 * Weights of a logistic regression, each within the bounds of its feature; the penalty pulls to their middle. One round:
 * the reports that speak for each pair are chosen by the weights it is given.
 */
export function fitWithin(rows, from, features) {
  const chosen = rows.map((row) => ({ row, option: scoreOf(row, from, true).option }));
  const size = features.length;
  const weights = Float64Array.from(from);
  const [mean, square] = [new Float64Array(size), new Float64Array(size)];
  for (let turn = 1; turn <= turns; turn++) {
    const slope = Float64Array.from(features, ({ least, most }, at) =>
      at === 0 ? 0 : (penalty * 4 * (weights[at] - (least + most) / 2)) / (most - least) ** 2,
    );
    for (const { row, option } of chosen) {
      const words = sumOf(option.words, weights);
      const sum = Math.min(words, mostByWords) + sumOf(option.slots, weights);
      const error = row.share * (1 / (1 + Math.exp(-sum)) - Number(row.label === 'same_event'));
      for (const [at, value] of option.slots) slope[at] += error * value;
      if (words < mostByWords) for (const [at, value] of option.words) slope[at] += error * value;
    }
    for (let at = 0; at < size; at++) {
      mean[at] = slow * mean[at] + (1 - slow) * slope[at];
      square[at] = slower * square[at] + (1 - slower) * slope[at] ** 2;
      const [by, spread] = [mean[at] / (1 - slow ** turn), square[at] / (1 - slower ** turn)];
      const moved = weights[at] - (step * by) / (Math.sqrt(spread) + 1e-8);
      weights[at] = Math.min(features[at].most, Math.max(features[at].least, moved));
    }
  }
  return [...weights];
}

function sumOf(entries, weights) {
  let sum = 0;
  for (const [at, value] of entries) sum += weights[at] * value;
  return sum;
}
