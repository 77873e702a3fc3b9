import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lightStem, tokenize } from '@rasid/arabic';

// Makes data/families.tsv: words met in the same surroundings, from a large body of news. Build first. Three steps:
//   node packages/events/scripts/families.mjs --stems articles.jsonl > stems.txt        {title, text} a line
//   fasttext skipgram -input stems.txt -output vec -dim 64 -ws 4 -minCount 20 -epoch 4 -maxn 0   (fastText 0.9.2)
//   node packages/events/scripts/families.mjs --vectors vec.vec
const { values } = parseArgs({ options: { stems: { type: 'string' }, vectors: { type: 'string' } } });
const [wide, narrow] = [128, 512]; // families of each kind
const rounds = 30;

if (values.stems) for (const line of stemsIn(values.stems)) console.log(line);
else if (values.vectors) writeFamilies(readVectors(values.vectors));
else {
  console.error('give --stems FILE or --vectors FILE');
  process.exitCode = 1;
}

function stemsIn(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .flatMap((line) => {
      const { title = '', text = '' } = JSON.parse(line);
      return [title, ...text.split('\n')].map(stemsOf).filter(Boolean);
    });
}

const stemsOf = (text) =>
  tokenize(text)
    .filter(({ kind, key }) => kind !== 'punctuation' && (kind === 'number' || key.length > 1))
    .map(({ kind, key }) => (kind === 'number' ? '#' : lightStem(key)))
    .join(' ');

/** The vectors of a fastText .vec file at length one; its first line tells how many. */
function readVectors(path) {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .filter((line) => !line.startsWith('</s>'))
    .map((line) => {
      const [word, ...numbers] = line.trim().split(' ');
      const length = Math.hypot(...numbers.map(Number)) || 1;
      return { word, vector: Float32Array.from(numbers, (number) => number / length) };
    });
}

function writeFamilies(words) {
  const [wideOf, narrowOf] = [wide, narrow].map((count) => clustersOf(words, count));
  const lines = new Map();
  for (const [at, { word }] of words.entries()) {
    const key = `${wideOf[at]}\t${narrowOf[at]}`;
    lines.set(key, [...(lines.get(key) ?? []), word]);
  }
  const text = [...lines].map(([key, list]) => `${key}\t${list.join(' ')}`).sort();
  const head =
    '# words met in the same surroundings: wide family, narrow family, stems; written by scripts/families.mjs';
  writeFileSync(new URL('../data/families.tsv', import.meta.url), `${[head, ...text].join('\n')}\n`);
  console.error(`${words.length} stems in ${wide} and ${narrow} families`);
}

/** Spherical k-means (Dhillon and Modha 2001): the centres start as the most frequent words, evenly taken. */
function clustersOf(words, count) {
  let centres = Array.from(
    { length: count },
    (_, at) => words[Math.floor((at * words.length) / count / 4)].vector,
  );
  let nearest = [];
  for (let round = 0; round < rounds; round++) {
    nearest = words.map(({ vector }) => nearestOf(vector, centres));
    centres = centres.map(
      (centre, at) => meanOf(words.filter((_, index) => nearest[index] === at)) ?? centre,
    );
  }
  return nearest;
}

function nearestOf(vector, centres) {
  let best = 0;
  let most = -Infinity;
  for (const [at, centre] of centres.entries()) {
    let product = 0;
    for (let i = 0; i < vector.length; i++) product += vector[i] * centre[i];
    if (product <= most) continue;
    most = product;
    best = at;
  }
  return best;
}

function meanOf(members) {
  const [first] = members;
  if (!first) return null;
  const sum = new Float32Array(first.vector.length);
  for (const { vector } of members) for (let i = 0; i < sum.length; i++) sum[i] += vector[i];
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}
