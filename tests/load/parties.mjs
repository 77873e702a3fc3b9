import { readdirSync, readFileSync } from 'node:fs';
import AhoCorasickNode from 'aho-corasick-node';
import { bootstrap } from '../../scripts/bootstrap.mjs';

// Megabytes a second of findParties on the newsroom's own stories, beside Intl.Segmenter (words only) and an npm
// Aho-Corasick over the registry's names (names only): CPU time, rounds in turn, median of seven.
await bootstrap();
const { tokenize } = await import('../../packages/arabic/dist/index.js');
const { actorEntries, findParties } = await import('../../packages/actors/dist/index.js');

const folder = new URL('../newsroom/data/stories/', import.meta.url);
const stories = readdirSync(folder)
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .map(({ title, paragraphs }) => [title, ...paragraphs].join('\n'));
const megabytes = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;

const names = AhoCorasickNode.builder();
for (const { name, variants } of actorEntries) for (const each of [name.ar, ...variants]) names.add(each);
const automaton = names.build();
const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });

const ways = {
  'Intl.Segmenter, words': (text) => [...segmenter.segment(text)].length,
  'aho-corasick-node, names': (text) => automaton.match(text).length,
  'tokenize and findParties': (text) => findParties(text, tokenize(text)).length,
  'findParties, tokens given': (text) => findParties(text, tokensOf.get(text)).length,
};
const tokensOf = new Map(stories.map((text) => [text, tokenize(text)]));

function cpuMs(read, texts) {
  const before = process.cpuUsage();
  for (let turn = 0; turn < turns; turn++) for (const text of texts) read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / turns;
}

const turns = Math.max(1, Math.round(0.5 / megabytes(stories)));
const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
for (let round = 0; round < 10; round++)
  for (const [way, read] of Object.entries(ways)) {
    const ms = cpuMs(read, stories);
    if (round >= 3) times[way].push(ms); // the first three warm up
  }
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const peer = median(times['Intl.Segmenter, words']);
console.log(`${stories.length} stories, ${megabytes(stories).toFixed(2)} MB`);
for (const [way, values] of Object.entries(times)) {
  const ms = median(values);
  const speed = (megabytes(stories) / ms) * 1000;
  console.log(`${way.padEnd(28)} ${speed.toFixed(1)} MB/s  ${(peer / ms).toFixed(1)} of Intl.Segmenter`);
}

console.log('\nms a megabyte, by size of one text: a reading that is linear keeps its figure');
for (const [name, unit] of [
  ['news', stories[0]],
  ['titles', 'وزير الخارجية '],
  ['names', 'محمد بن عبد الله '],
  ['genitives', 'رئيس مجلس إدارة '],
  ['quotations', 'تنظيم "الدولة '],
]) {
  const figures = [50_000, 200_000, 800_000].map((size) => {
    const text = unit.repeat(Math.ceil(size / Buffer.byteLength(unit)));
    const tokens = tokenize(text);
    const before = process.cpuUsage();
    findParties(text, tokens);
    const { user, system } = process.cpuUsage(before);
    return Math.round((user + system) / 1000 / (Buffer.byteLength(text) / 1e6));
  });
  console.log(name.padEnd(12), figures.join('  '));
}
