const step = 0.2;
const start = 0.1; // of the sums of squares, so that the first steps are not too long

/**
 * Logistic regressions over sets of clues, one for each label, by AdaGrad (Duchi, Hazan and Singer 2011) with an L2
 * penalty. `rows`: {clues: string[], labels: number[]}. Clues met fewer than `least` times
 * are left out. Returns {bias, weights: Map(clue, Float32Array)}. The sum of
 * the weights of a row is divided by the root of how many clues are known, as the readers of the model do.
 */
export function sparseRegression(rows, labels, { rounds = 12, penalty = 3e-4, odds = -4, least = 3 } = {}) {
  const ids = clueIds(rows, least);
  const size = ids.size;
  const weights = new Float32Array((size + 1) * labels).fill(0); // the last row is the bias
  weights.fill(odds, size * labels);
  const squares = new Float32Array(weights.length).fill(start);
  const data = rows.map(({ clues, labels: right }) => ({
    clues: clues.flatMap((clue) => ids.get(clue) ?? []),
    right: new Set(right),
  }));
  const random = generator(3);
  for (let round = 0; round < rounds; round++) {
    shuffle(data, random);
    for (const row of data) learn(row, { weights, squares, labels, size, penalty });
  }
  const row = (at) => weights.slice(at * labels, (at + 1) * labels);
  return { bias: row(size), weights: new Map([...ids].map(([clue, at]) => [clue, row(at)])) };
}

function clueIds(rows, least) {
  const times = new Map();
  for (const { clues } of rows) for (const clue of clues) times.set(clue, (times.get(clue) ?? 0) + 1);
  const ids = new Map();
  for (const [clue, count] of times) if (count >= least) ids.set(clue, ids.size);
  return ids;
}

const settled = 0.004; // errors below this teach nothing

function learn({ clues, right }, { weights, squares, labels, size, penalty }) {
  const scale = 1 / Math.sqrt(Math.max(1, clues.length));
  for (let label = 0; label < labels; label++) {
    const bias = size * labels + label;
    let sum = weights[bias];
    for (const clue of clues) sum += weights[clue * labels + label] * scale;
    const error = 1 / (1 + Math.exp(-sum)) - (right.has(label) ? 1 : 0);
    if (Math.abs(error) < settled) continue;
    for (const clue of clues) {
      const at = clue * labels + label;
      const slope = error * scale + penalty * weights[at];
      squares[at] += slope * slope;
      weights[at] -= (step * slope) / Math.sqrt(squares[at]);
    }
    squares[bias] += error * error;
    weights[bias] -= (step * error) / Math.sqrt(squares[bias]);
  }
}

/** A linear congruential generator: the same order in every run. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function shuffle(list, random) {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
}
