import { readFileSync } from 'node:fs';
import { bootstrap } from '../../scripts/bootstrap.mjs';
import { articles } from './arabic/corpus.mjs';

// Extracting events beside the plainest way to look for them: one regular expression of the lexicon's words.
await bootstrap();
const { extractEvents } = await import('../../packages/events/dist/index.js');

const target = 2_000; // characters an article, as the goal of 300 a second is meant
const texts = articles(400).map((text) =>
  text.repeat(Math.ceil(target / Math.max(1, text.length))).slice(0, target),
);
const lexicon = readFileSync(new URL('../../packages/events/data/lexicon.tsv', import.meta.url), 'utf8');
const words = new Set(
  lexicon
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .flatMap((line) => (line.split('\t')[4] ?? '').match(/[\u0621-\u064a]{3,}/g) ?? []),
);
const pattern = new RegExp([...words].join('|'), 'g');
const ways = {
  'one regular expression': (text) => text.match(pattern)?.length,
  'Rasid extractEvents': (text) =>
    extractEvents({
      title: text.slice(0, 80),
      text,
      publishedAt: '2026-01-10T10:00:00Z',
      timeZone: 'Asia/Damascus',
      outlet: { id: 'x', country: null },
    }),
};
const rounds = 7;
const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
let longest = 0;
for (let round = 0; round <= rounds; round++)
  for (const [name, way] of Object.entries(ways)) {
    const start = process.cpuUsage();
    for (const text of texts) {
      const at = process.cpuUsage();
      way(text);
      const { user, system } = process.cpuUsage(at);
      if (round > 0 && name.startsWith('Rasid')) longest = Math.max(longest, (user + system) / 1_000);
    }
    const { user, system } = process.cpuUsage(start);
    if (round > 0) times[name].push((user + system) / 1_000_000);
  }
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const [peer, own] = Object.values(times).map(median);
console.log(`${texts.length} articles of ${target} characters, ${rounds} rounds, seconds of CPU time`);
for (const [name, list] of Object.entries(times))
  console.log(`${name.padEnd(26)} ${Math.round(texts.length / median(list))} articles/s`);
console.log(`ratio of time ${(own / peer).toFixed(1)}, longest article ${longest.toFixed(1)} ms`);
