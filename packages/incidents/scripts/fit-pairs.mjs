import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { crossed } from './folds.mjs';
import { rowsOf } from './pair-rows.mjs';
import { fitWithin, scoreOf } from './within.mjs';

// Fits data/pair-weights.tsv on labelled pairs of articles, and says what the weights do on them, what weights fitted
// without their articles do on them, and what the weights do on pairs kept apart:
//   node packages/incidents/scripts/fit-pairs.mjs --articles F --pairs F [--held F]... [--dry]
// JSON lines: {id, outlet, date, title, text, url?} and {a, b, label}, the label same_event, related or different.
// Build first. Each weight stays within the bounds of its line: what the pairs say nothing of stays near their middle.
const { values } = parseArgs({
  options: {
    articles: { type: 'string', multiple: true },
    pairs: { type: 'string', multiple: true },
    held: { type: 'string', multiple: true, default: [] },
    dry: { type: 'boolean', default: false },
  },
});
if (!values.articles || !values.pairs) {
  console.error('give --articles and --pairs');
  process.exit(1);
}

const rounds = 6; // which report of an article speaks for it depends on the weights: both settle within five
const mostDifferent = 0.03; // share of pairs of different happenings that may be joined: the costlier error

const file = new URL('../data/pair-weights.tsv', import.meta.url);
const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
const features = lines.map((line) => {
  const [name, weight, bounds, reason] = line.split('\t');
  const [least, most] = bounds.split('..').map(Number);
  return { name, weight: Number(weight), least, most, reason };
});
const read = (paths) =>
  paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line)),
  );
const articles = read(values.articles);
const rows = rowsOf(articles, read(values.pairs), features);

const rounded = fit(rows);

if (!values.dry) {
  const written = features.map(({ name, least, most, reason }, at) =>
    [name, rounded[at], `${least}..${most}`, reason].join('\t'),
  );
  writeFileSync(file, `${[head, ...written].join('\n')}\n`);
}
report('fitted', scored(rows, rounded));
report(
  'cross-wise',
  crossed(rows).flatMap(({ fitted, judged }) => scored(judged, fit(fitted))),
);
for (const path of values.held) report(path, scored(rowsOf(articles, read([path]), features), rounded));

function fit(pairs) {
  let weights = features.map(({ weight }) => weight);
  for (let round = 0; round < rounds; round++) weights = fitWithin(pairs, weights, features);
  weights[0] += shiftOf(pairs, weights);
  return weights.map((weight) => Math.round(weight * 100) / 100);
}

/** What the bias has to be lowered by so that few of the different pairs are joined. */
function shiftOf(pairs, weights) {
  for (let shift = 0; ; shift -= 0.05) {
    const { different, of } = measure(scored(pairs, [weights[0] + shift, ...weights.slice(1)]));
    if (different <= of * mostDifferent) return shift;
  }
}

function scored(pairs, using) {
  return pairs.map((row) => ({ label: row.label, isJoined: scoreOf(row, using).score > 0 }));
}

function measure(pairs) {
  const count = { same_event: 0, related: 0, different: 0 };
  for (const { label, isJoined } of pairs) if (isJoined) count[label]++;
  const labelled = (label) => pairs.filter((row) => row.label === label).length;
  const joined = count.same_event + count.related + count.different;
  const precision = count.same_event / Math.max(joined, 1);
  const recall = count.same_event / Math.max(labelled('same_event'), 1);
  const f1 = (2 * precision * recall) / Math.max(precision + recall, 1e-9);
  return {
    precision,
    recall,
    f1,
    related: count.related,
    different: count.different,
    of: labelled('different'),
  };
}

function report(name, pairs) {
  const { precision, recall, f1, related, different } = measure(pairs);
  console.log(
    `${name}: ${pairs.length} pairs, precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}, joined of the related ${related}, of the different ${different}`,
  );
}
