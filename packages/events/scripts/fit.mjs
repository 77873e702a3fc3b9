import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { typedIn } from '../dist/candidates.js';
import { featuresOf } from '../dist/decision/features.js';
import { teachSurroundings, teachWording } from '../dist/decision/learned.js';
import { cluesOf } from '../dist/decision/likeness.js';
import { standingOf } from '../dist/decision/main-event.js';
import { cluesOfOpening, teachRelevance } from '../dist/decision/relevance.js';
import { surroundingsOf } from '../dist/decision/surroundings.js';
import { read } from '../dist/extract.js';
import { readArticle } from '../dist/text/reading.js';
import { isLesson } from '../dist/wordings/lessons.js';
import { annotated, marked, ownSentences, rightOf, typesTold } from './annotated.mjs';
import { logisticRegression } from './logistic.mjs';
import { sparseRegression } from './sparse.mjs';
import { relevanceText, surroundingsText, types, wordingText } from './written.mjs';

// Fits data/wording.tsv, surroundings.tsv, relevance.tsv and model.json on annotated articles, and what the likelihoods mean on
// articles kept apart:
//   node packages/events/scripts/fit.mjs --articles F --gold F [--articles F --gold F …] [--openings F] [--held F --held-gold F] [--threshold T] [--relevance T]
// --openings: JSON lines {title, text, date, isRelevant} of articles of which only is known whether they tell events.
// Every other of our own sentences in tests/quality/corpus is learnt from as well, for the types that are rare in papers.
// JSON lines matched by id: {id, date, title, text} and {id, events: [{type, status, evidence}]}. Build first. What is
// decided of an article while fitting was learnt from the others: each part is read by what the other parts teach.
const { values } = parseArgs({
  options: {
    articles: { type: 'string', multiple: true },
    gold: { type: 'string', multiple: true },
    held: { type: 'string' },
    'held-gold': { type: 'string' },
    threshold: { type: 'string', default: '0.35' },
    openings: { type: 'string' },
    relevance: { type: 'string', default: '0.7' },
    'short-threshold': { type: 'string', default: '0.22' },
    'background-threshold': { type: 'string', default: '0.25' },
  },
});
if (!values.articles || values.articles.length !== values.gold?.length) {
  console.error('give --articles and --gold, as many of each');
  process.exit(1);
}

const penalty = 4; // L2 of the decision, on sums over the candidates; by five-fold cross-validation
const parts = 5;
const write = (name, text) => writeFileSync(new URL(`../data/${name}`, import.meta.url), text);
const say = (text) => console.error(text);

const corpus = (name) => new URL(`../../../tests/quality/corpus/${name}`, import.meta.url);
const articles = [
  ...annotated(values.articles, values.gold),
  ...ownSentences(corpus('leads.tsv'), corpus('quiet-sentences.tsv')),
];
articles.forEach((article, at) => {
  article.part = at % parts;
  article.sentences = sentencesOf(article);
  article.opening = openingOf(article.input);
  article.isRelevant = article.gold.some(({ status }) => status !== 'background');
});
const openings = (values.openings ? marked(values.openings) : []).map(({ input, isRelevant }) => ({
  opening: openingOf(input),
  isRelevant,
}));
say(`${openings.length} openings beside`);
say(`${articles.length} articles, ${articles.flatMap(({ sentences }) => sentences).length} sentences`);

/** The clues of every sentence, and the types annotated in it. */
function sentencesOf({ input, gold }) {
  return readArticle(input)
    .filter((sentence) => !isLesson(sentence))
    .map((sentence) => ({
      clues: [...cluesOf(sentence, typedIn(sentence, []))],
      labels: typesTold(sentence, gold).map((type) => types.indexOf(type)),
    }));
}

/** The clues of how an article opens. */
function openingOf(input) {
  const read = readArticle(input).filter((sentence) => !isLesson(sentence));
  return cluesOfOpening(read.map((sentence) => ({ sentence, typed: typedIn(sentence, []) })));
}

/** Every candidate of an article as an event, by the models in place. */
function candidatesIn({ input, gold }) {
  let found = { merged: [], signs: { genre: 'news', sentences: 0, relevance: 0 } };
  const keepAll = (merged, signs) => {
    found = { merged, signs };
    return { kept: merged.map((each) => ({ ...each, likelihood: 0.5 })), left: [], isNews: true };
  };
  const { events } = read(input, keepAll);
  const right = rightOf(events, gold);
  return { ...found, isRight: events.map((event) => right.has(event)) };
}

function learnWording(from) {
  const learnt = sparseRegression(
    from.flatMap(({ sentences }) => sentences),
    types.length,
  );
  teachWording(types, learnt);
  return learnt;
}

function learnRelevance(from) {
  const rows = [...from.filter(({ id }) => !id.startsWith('own-')), ...openings];
  const { bias, weights } = sparseRegression(
    rows.map(({ opening, isRelevant }) => ({ clues: [...opening], labels: isRelevant ? [0] : [] })),
    1,
    { odds: 0, least: 6 },
  );
  const learnt = { bias: bias[0], weights: new Map([...weights].map(([clue, [one]]) => [clue, one])) };
  teachRelevance(learnt);
  return learnt;
}

function learnSurroundings(from) {
  const rows = from.flatMap(({ read: { merged, isRight } }) =>
    merged.map(({ mentions }, at) => ({ clues: surroundingsOf(mentions), labels: isRight[at] ? [0] : [] })),
  );
  const { bias, weights } = sparseRegression(rows, 1, { penalty: 1e-3, odds: -1 });
  const learnt = { bias: bias[0], weights: new Map([...weights].map(([clue, [one]]) => [clue, one])) };
  teachSurroundings(learnt.bias, learnt.weights);
  return learnt;
}

const others = (part) => articles.filter((each) => each.part !== part);
const ofPart = (part) => articles.filter((each) => each.part === part);
for (let part = 0; part < parts; part++) {
  learnWording(others(part));
  learnRelevance(others(part));
  for (const article of ofPart(part)) article.read = candidatesIn(article);
  say(`wording: part ${part + 1} of ${parts}`);
}

const round = (value) => Math.round(value * 100) / 100;
const cut = (threshold) => Math.log(threshold / (1 - threshold));
const logitOf = (model, features) =>
  Object.entries(features).reduce(
    (sum, [name, value]) => sum + value * (model.weights[name] ?? 0),
    model.bias,
  );
const keptBy = (model) => (features, isBackground) =>
  logitOf(model, features) >= cut(isBackground ? model.backgroundThreshold : model.threshold);

/** The features of the candidates of an article, among those `isKept` keeps, and whether the annotators have them. */
function rowsOf({ read: { merged, signs, isRight } }, isKept) {
  const kept = [];
  return merged.map((each, at) => {
    const features = featuresOf(each, kept, signs);
    if (isKept(features, each.head.isBackground)) kept.push(each);
    return { features, isRight: isRight[at] };
  });
}

/** Rows of all articles, each read with the surroundings the other parts teach. */
function crossRows(isKept) {
  return Array.from({ length: parts }, (_, part) => {
    learnSurroundings(others(part));
    return ofPart(part).flatMap((article) => rowsOf(article, isKept));
  }).flat();
}

function fitted(rows) {
  const names = [...new Set(rows.flatMap(({ features }) => Object.keys(features)))].sort();
  const [weights, bias] = logisticRegression(
    rows.map(({ features }) => names.map((name) => features[name] ?? 0)),
    rows.map(({ isRight }) => Number(isRight)),
    penalty,
  );
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

/** Every article with how likely its incidents are, each judged by what the others teach. */
function crossJudged(model) {
  return Array.from({ length: parts }, (_, part) => {
    learnSurroundings(others(part));
    return ofPart(part).map((article) => {
      const rows = rowsOf(article, keptBy(model));
      const told = article.read.merged.flatMap((each, at) =>
        each.head.isBackground ? [] : [{ ...each, logit: logitOf(model, rows[at].features) }],
      );
      return { article, told };
    });
  }).flat();
}

/** How much an article's opening and its likeliest event say of whether it tells any. */
function relevanceIn(judged) {
  const withEvents = judged.filter(({ told }) => told.length > 0);
  const [[opening, likeliest], bias] = logisticRegression(
    withEvents.map(({ article, told }) => [
      article.read.signs.relevance,
      Math.max(...told.map(({ logit }) => logit)),
    ]),
    withEvents.map(({ article }) => Number(article.isRelevant)),
    0,
  );
  return {
    opening: round(opening),
    likeliest: round(likeliest),
    bias: round(bias),
    least: Number(values.relevance),
  };
}

/** How each event of an article stands, and whether the annotators have one of its type as the main one. */
function standingsIn({ article, told }) {
  const types = new Set(article.gold.flatMap(({ type, status }) => (status === 'main' ? [type] : [])));
  const kept = told
    .filter(({ logit }) => logit >= cut(values.threshold))
    .map((each) => ({ ...each, likelihood: 1 / (1 + Math.exp(-each.logit)) }));
  return kept.map((each) => ({ standing: standingOf(each, kept), isMain: types.has(each.head.type) }));
}

/** A regression over the differences of a main event and one beside it. */
function mainIn(judged) {
  const articles = judged.map(standingsIn);
  const names = Object.keys(articles.flat()[0].standing);
  const pairs = articles.flatMap((events) =>
    events
      .filter(({ isMain }) => isMain)
      .flatMap((main) =>
        events
          .filter(({ isMain }) => !isMain)
          .map((other) => names.map((name) => main.standing[name] - other.standing[name])),
      ),
  );
  const rows = [...pairs, ...pairs.map((row) => row.map((value) => -value))];
  const labels = [...pairs.map(() => 1), ...pairs.map(() => 0)];
  const [weights] = logisticRegression(rows, labels, 1);
  say(`${pairs.length} pairs of a main event and another`);
  return Object.fromEntries(names.map((name, at) => [name, round(weights[at])]));
}

// What stands before an event in its article is a feature of it: the second round knows what the first would keep.
const first = fitted(crossRows(() => true));
const rows = crossRows(keptBy(first));
const model = fitted(rows);
const surroundings = learnSurroundings(articles);
const wording = learnWording(articles);
const judged = crossJudged(model);
model.relevance = relevanceIn(judged);
model.main = mainIn(judged);
const relevance = learnRelevance(articles);
if (values.held) {
  const held = annotated([values.held], [values['held-gold']])
    .flatMap((article) => rowsOf({ read: candidatesIn(article) }, keptBy(model)))
    .filter(({ features }) => logitOf(model, features) >= cut(model.threshold));
  const [[scale], shift] = logisticRegression(
    held.map(({ features }) => [logitOf(model, features)]),
    held.map(({ isRight }) => Number(isRight)),
    0,
  );
  model.calibration = { scale: Math.round(scale * 100) / 100, shift: Math.round(shift * 100) / 100 };
  say(`calibrated on ${held.length} events kept apart`);
}
write('relevance.tsv', relevanceText(relevance));
write('wording.tsv', wordingText(wording));
write('surroundings.tsv', surroundingsText(surroundings));
write('model.json', `${JSON.stringify(model, null, 1)}\n`);
say(`${rows.length} candidates, ${rows.filter(({ isRight }) => isRight).length} annotated`);
