import { readFileSync } from 'node:fs';
import { AhoCorasick } from '@monyone/aho-corasick';
import { bootstrap } from '../../scripts/bootstrap.mjs';

// Finding places beside an npm Aho-Corasick filled with the same names: CPU time, turns taken by each, median of nine.
await bootstrap();
const { lookupKey, tokenize } = await import('../../packages/arabic/dist/index.js');
global.gc?.();
const heapBefore = process.memoryUsage().heapUsed;
const cpuBefore = process.cpuUsage();
const { entryNames, findPlaces, resolvePlaces } = await import('../../packages/gazetteer/dist/index.js');
const entries = entryNames();
const { user, system } = process.cpuUsage(cpuBefore);
global.gc?.();
const heap = process.memoryUsage().heapUsed - heapBefore;

const names = [...new Set(entries.flatMap((entry) => entry.names).map(lookupKey))].filter(
  (name) => name.length > 1,
);
const sentences = readFileSync(
  new URL('../../packages/gazetteer/sample/mentions.tsv', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t').at(-1));
const articles = Array.from({ length: 200 }, (_, at) =>
  Array.from({ length: 20 }, (_, line) => sentences[(at * 7 + line) % sentences.length]).join('. '),
);
const folded = articles.map(lookupKey);
const tokens = articles.map(tokenize);
const bytes = articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const automaton = new AhoCorasick(names);
const turns = {
  '@monyone/aho-corasick, names only': () =>
    folded.reduce((sum, text) => sum + automaton.matchInText(text).length, 0),
  'Rasid: tokenise': () => articles.reduce((sum, text) => sum + tokenize(text).length, 0),
  'Rasid: find': () => articles.reduce((sum, text, at) => sum + findPlaces(text, tokens[at]).length, 0),
  'Rasid: tokenise, find and resolve': () =>
    articles.reduce(
      (sum, text) => sum + resolvePlaces(findPlaces(text, tokenize(text)), { outletCountry: null }).length,
      0,
    ),
};

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const times = Object.fromEntries(Object.keys(turns).map((name) => [name, []]));
const found = {};
for (let round = 0; round < 12; round++)
  for (const [name, turn] of Object.entries(turns)) {
    const before = process.cpuUsage();
    found[name] = turn();
    const spent = process.cpuUsage(before);
    if (round >= 3) times[name].push((spent.user + spent.system) / 1000); // the first three warm up
  }

console.log(`${entries.length} places, ${names.length} names`);
console.log(
  `loading: ${Math.round((user + system) / 1000)} ms of CPU, ${(heap / 1e6).toFixed(0)} MB of heap (with --expose-gc)`,
);
const peer = median(times['@monyone/aho-corasick, names only']);
for (const [name, values] of Object.entries(times)) {
  const ms = median(values);
  console.log(
    `${name.padEnd(36)} ${(bytes / ms / 1000).toFixed(1)} MB/s  ${((ms / articles.length) * 1000).toFixed(0)} µs an article  ${(peer / ms).toFixed(2)} of the peer  (${found[name]})`,
  );
}

console.log('\nms a megabyte, by size: a reading that is linear keeps its figure');
for (const piece of ['في حلب ', 'قرية كذا ', 'حلب وحماة و', 'قرى وكذا ']) {
  const figures = [1, 2, 4].map((times) => {
    const text = piece.repeat((times * 100_000) / piece.length);
    const before = process.cpuUsage();
    resolvePlaces(findPlaces(text, tokenize(text)), { outletCountry: null });
    const spent = process.cpuUsage(before);
    return ((spent.user + spent.system) / 1000 / Buffer.byteLength(text)) * 1e6;
  });
  console.log(`${piece.padEnd(12)} ${figures.map((figure) => figure.toFixed(0)).join('  ')}`);
}
