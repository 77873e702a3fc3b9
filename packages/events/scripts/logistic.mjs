const rounds = 1_500;
const step = 0.03;
const [slow, slower] = [0.9, 0.999]; // Adam: Kingma and Ba 2015, section 2

/** Weights and bias of a logistic regression with an L2 penalty on the weights, by Adam on the whole data. */
export function logisticRegression(rows, labels, penalty) {
  const size = rows[0].length;
  const weights = new Float64Array(size + 1); // the last is the bias
  const mean = new Float64Array(size + 1);
  const square = new Float64Array(size + 1);
  for (let round = 1; round <= rounds; round++) {
    const slope = new Float64Array(size + 1);
    for (const [at, row] of rows.entries()) {
      let sum = weights[size];
      for (let i = 0; i < size; i++) sum += row[i] * weights[i];
      const error = 1 / (1 + Math.exp(-sum)) - labels[at];
      for (let i = 0; i < size; i++) slope[i] += error * row[i];
      slope[size] += error;
    }
    for (let i = 0; i < size; i++) slope[i] += penalty * weights[i];
    for (let i = 0; i <= size; i++) {
      mean[i] = slow * mean[i] + (1 - slow) * slope[i];
      square[i] = slower * square[i] + (1 - slower) * slope[i] ** 2;
      weights[i] -=
        (step * (mean[i] / (1 - slow ** round))) / (Math.sqrt(square[i] / (1 - slower ** round)) + 1e-8);
    }
  }
  return [[...weights.subarray(0, size)], weights[size]];
}
