import { createRequire } from 'node:module';
import { bootstrap } from '../../scripts/bootstrap.mjs';
import { median, texts } from './stories/words.mjs';

// Signatures a second of Rasid beside a MinHash and a SimHash package: CPU time, rounds taken in turn, median of five.
await bootstrap();
const { fingerprint } = await import('../../packages/similarity/dist/index.js');
const require = createRequire(import.meta.url);
const { Minhash } = require('minhash');
const { SimHash } = require('simhash-js');

const articleWords = 180; // as long as an article of a news site
const list = texts(150, articleWords, 3);
const shingles = (text) => {
  const words = text.split(/\s+/);
  return words.slice(2).map((_, at) => `${words[at]} ${words[at + 1]} ${words[at + 2]}`);
};
const makers = {
  'minhash 0.0.9, 128 permutations, shingles of three words': (text) => {
    const hash = new Minhash({ numPerm: 128 });
    for (const shingle of shingles(text)) hash.update(shingle);
    return hash.hashvalues;
  },
  'simhash-js 1.0.0': (text) => new SimHash().hash(text),
  'Rasid: canonical words, shingles, 128 slots, exact hash, samples': (text) => fingerprint(text),
};

const times = Object.fromEntries(Object.keys(makers).map((name) => [name, []]));
for (let round = 0; round < 7; round++) {
  for (const [name, make] of Object.entries(makers)) {
    const before = process.cpuUsage();
    for (const text of list) make(text);
    const { user, system } = process.cpuUsage(before);
    if (round >= 2) times[name].push((user + system) / list.length); // the first two warm up
  }
}
const own = median(Object.values(times).at(-1));
for (const [name, values] of Object.entries(times)) {
  const us = median(values);
  console.log(
    `${name.padEnd(66)} ${String(Math.round(1e6 / us)).padStart(7)}/s  ${Math.round(us)} µs  ${(us / own).toFixed(1)} of Rasid's time`,
  );
}
