import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { read } from '../dist/extract.js';
import { featuresOf } from '../dist/features.js';
import { logisticRegression } from './logistic.mjs';

// Fits data/model.json on annotated articles, and what its likelihoods mean on articles kept apart:
//   node packages/events/scripts/fit.mjs --articles F --gold F [--held F --held-gold F] [--threshold T]
// JSON lines matched by id: {id, date, title, text} and {id, events: [{type, status, evidence}]}. Build first.
const { values } = parseArgs({
  options: {
    articles: { type: 'string', multiple: true },
    gold: { type: 'string', multiple: true },
    held: { type: 'string' },
    'held-gold': { type: 'string' },
    threshold: { type: 'string', default: '0.35' },
    'background-threshold': { type: 'string', default: '0.25' },
  },
});
if (!values.articles || values.articles.length !== values.gold?.length) {
  console.error('give --articles and --gold, as many of each');
  process.exit(1);
}

const penalty = 2; // L2, on sums over about 400 rows
const file = new URL('../data/model.json', import.meta.url);
const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

/** Every candidate event of a set with its features and whether the annotators have it. */
function rowsOf(articlesFile, goldFile) {
  const gold = new Map(lines(goldFile).map(({ id, events }) => [id, events]));
  return lines(articlesFile).flatMap(({ id, title, text, date }) => {
    const features = [];
    const keepAll = (merged, genre, sentences) => {
      const kept = [];
      for (const each of merged) {
        features.push(featuresOf(each, kept, genre, sentences));
        kept.push({ ...each, likelihood: 0.5 });
      }
      return { kept, left: [] };
    };
    const article = { title: title ?? '', text, publishedAt: date ?? null, timeZone: 'UTC' };
    const { events } = read({ ...article, outlet: { id: 'annotated', country: null } }, keepAll);
    const right = labelsOf(events, gold.get(id) ?? []);
    return events.map((event, at) => ({ features: features[at], isRight: right.has(event) }));
  });
}

/** The events that are annotated: each annotated one goes to the event of its type and pool that shares most words. */
function labelsOf(events, gold) {
  const pairs = gold
    .flatMap((wanted) =>
      events
        .filter(({ type, status }) => type === wanted.type && isPast(status) === isPast(wanted.status))
        .map((event) => ({ wanted, event, shared: sharedWords(event.evidence.text, wanted.evidence) })),
    )
    .sort((a, b) => b.shared - a.shared);
  const right = new Set();
  const done = new Set();
  for (const { wanted, event, shared } of pairs) {
    if (shared < leastShared || right.has(event) || done.has(wanted)) continue;
    right.add(event);
    done.add(wanted);
  }
  return right;
}

const leastShared = 0.1; // of the words of the shorter evidence
const isPast = (status) => status === 'background';

function sharedWords(one, two) {
  const words = new Set(one.match(/\p{L}+/gu));
  const others = new Set(two.match(/\p{L}+/gu));
  return (
    [...others].filter((word) => words.has(word)).length / Math.max(1, Math.min(words.size, others.size))
  );
}

const rows = values.articles.flatMap((path, at) => rowsOf(path, values.gold[at]));
const names = [...new Set(rows.flatMap(({ features }) => Object.keys(features)))].sort();
const vector = ({ features }) => names.map((name) => features[name] ?? 0);
const [weights, bias] = logisticRegression(
  rows.map(vector),
  rows.map(({ isRight }) => Number(isRight)),
  penalty,
);
const rounded = weights.map((weight) => Math.round(weight * 100) / 100);
const model = {
  bias: Math.round(bias * 100) / 100,
  threshold: Number(values.threshold),
  backgroundThreshold: Number(values['background-threshold']),
  calibration: { scale: 1, shift: 0 },
  weights: Object.fromEntries(
    names.map((name, at) => [name, rounded[at]]).filter(([, weight]) => weight !== 0),
  ),
};
const logit = (row) => vector(row).reduce((sum, value, at) => sum + value * rounded[at], model.bias);
if (values.held) {
  const cut = (threshold) => Math.log(threshold / (1 - threshold));
  const held = rowsOf(values.held, values['held-gold']).filter((row) => logit(row) >= cut(model.threshold));
  const [[scale], shift] = logisticRegression(
    held.map((row) => [logit(row)]),
    held.map(({ isRight }) => Number(isRight)),
    0,
  );
  model.calibration = { scale: Math.round(scale * 100) / 100, shift: Math.round(shift * 100) / 100 };
  console.log(`calibrated on ${held.length} events kept apart`);
}
writeFileSync(file, `${JSON.stringify(model, null, 1)}\n`);
console.log(
  `${rows.length} candidates, ${rows.filter(({ isRight }) => isRight).length} annotated; ${file.pathname}`,
);
