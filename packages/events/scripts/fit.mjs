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
    'short-threshold': { type: 'string', default: '0.3' },
    'background-threshold': { type: 'string', default: '0.25' },
  },
});
if (!values.articles || values.articles.length !== values.gold?.length) {
  console.error('give --articles and --gold, as many of each');
  process.exit(1);
}

const penalty = 4; // L2, on sums over about 800 rows; by five-fold cross-validation
const file = new URL('../data/model.json', import.meta.url);
const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

/** Every candidate event of a set with its features, among those `isKept` keeps, and whether the annotators have it. */
function rowsOf(articlesFile, goldFile, isKept) {
  const gold = new Map(lines(goldFile).map(({ id, events }) => [id, events]));
  return lines(articlesFile).flatMap((article) => {
    const { events, features } = featuresIn(article, isKept);
    const right = labelsOf(events, gold.get(article.id) ?? []);
    return events.map((event, at) => ({ features: features[at], isRight: right.has(event) }));
  });
}

/** Every candidate of a text as an event, with its features among those `isKept` keeps. */
function featuresIn({ title, text, date }, isKept) {
  const features = [];
  const keepAll = (merged, genre, sentences) => {
    const kept = [];
    for (const each of merged) {
      const found = featuresOf(each, kept, genre, sentences);
      features.push(found);
      if (isKept(found, each.head.isBackground)) kept.push(each);
    }
    return { kept: merged.map((each) => ({ ...each, likelihood: 0.5 })), left: [] };
  };
  const article = { title: title ?? '', text, publishedAt: date ?? null, timeZone: 'UTC' };
  const { events } = read({ ...article, outlet: { id: 'annotated', country: null } }, keepAll);
  return { events, features };
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

const cut = (threshold) => Math.log(threshold / (1 - threshold));
const logitOf = (model, features) =>
  Object.entries(features).reduce(
    (sum, [name, value]) => sum + value * (model.weights[name] ?? 0),
    model.bias,
  );
const keptBy = (model) => (features, isBackground) =>
  logitOf(model, features) >= cut(isBackground ? model.backgroundThreshold : model.threshold);

function fitted(rows) {
  const names = [...new Set(rows.flatMap(({ features }) => Object.keys(features)))].sort();
  const [weights, bias] = logisticRegression(
    rows.map(({ features }) => names.map((name) => features[name] ?? 0)),
    rows.map(({ isRight }) => Number(isRight)),
    penalty,
  );
  const round = (value) => Math.round(value * 100) / 100;
  return {
    bias: round(bias),
    threshold: Number(values.threshold),
    shortThreshold: Number(values['short-threshold']),
    backgroundThreshold: Number(values['background-threshold']),
    calibration: { scale: 1, shift: 0 },
    weights: Object.fromEntries(
      names.map((name, at) => [name, round(weights[at])]).filter(([, weight]) => weight !== 0),
    ),
  };
}

// What stands before an event in its article is a feature of it: the second round knows what the first would keep.
const rowsBy = (isKept) => values.articles.flatMap((path, at) => rowsOf(path, values.gold[at], isKept));
const first = fitted(rowsBy(() => true));
const rows = rowsBy(keptBy(first));
const model = fitted(rows);
if (values.held) {
  const held = rowsOf(values.held, values['held-gold'], keptBy(model)).filter(
    ({ features }) => logitOf(model, features) >= cut(model.threshold),
  );
  const [[scale], shift] = logisticRegression(
    held.map(({ features }) => [logitOf(model, features)]),
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
