import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Readability } from '@mozilla/readability';
import { cleanPage } from '@rasid/article';
import { parseHTML } from 'linkedom';
import { hostilePages } from './articles/hostile.mjs';
import { readPages, score } from './articles/pages.mjs';

// Rasid's article engine beside Mozilla Readability on linkedom, over the same pages in one process: pages a second of
// processor time, and how much of the text each gets right. Then pages of up to 5 MB that are made to hurt.
//
//   node tests/load/articles.mjs [--rounds 5] [--no-bounds]
//
// Pages come from a folder given by RASID_EVAL (pages/gold.jsonl in it), or are our own reference pages.
const { RASID_EVAL: evaluation } = process.env;
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 5;
const pages = readPages(evaluation ? join(evaluation, 'pages/gold.jsonl') : null);

const engines = {
  'readability + linkedom': ({ bytes }) => {
    const { document } = parseHTML(bytes.toString('utf8'));
    return new Readability(document).parse()?.textContent ?? '';
  },
  rasid: ({ bytes, url }) => cleanPage({ html: bytes, url }).article?.text ?? '',
};

function run(read) {
  let thrown = 0;
  const start = process.cpuUsage();
  const texts = pages.map((page) => {
    try {
      return read(page);
    } catch {
      thrown++;
      return '';
    }
  });
  const { user, system } = process.cpuUsage(start);
  return { perSecond: (pages.length * 1e6) / (user + system), thrown, texts };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const results = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
// Turn by turn, so that a busy machine slows both; the first round only warms up.
for (let round = 0; round <= rounds; round++)
  for (const [name, read] of Object.entries(engines)) {
    const result = run(read);
    if (round > 0) results[name].push(result);
  }

console.log(`${pages.length} pages, ${rounds} rounds, median of pages a second of processor time`);
const speeds = {};
for (const [name, own] of Object.entries(results)) {
  const { f1, precision, recall } = score(pages, own[0].texts);
  speeds[name] = median(own.map(({ perSecond }) => perSecond));
  console.log(
    `${name}: ${speeds[name].toFixed(1)} pages/s, F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}), ${own[0].thrown} thrown`,
  );
}
console.log(`ratio ${(speeds.rasid / speeds['readability + linkedom']).toFixed(1)}`);

if (!process.argv.includes('--no-bounds')) {
  const child = fileURLToPath(new URL('articles/bounds-child.mjs', import.meta.url));
  const rows = Object.keys(hostilePages).map((kind) => ({
    kind,
    ...JSON.parse(execFileSync(process.execPath, [child, kind], { encoding: 'utf8' })),
  }));
  const worst = (key) => rows.reduce((most, row) => (row[key] > most[key] ? row : most));
  for (const { kind, outcome, cpuMs, mb } of rows)
    console.log(`${kind}: ${outcome}, ${cpuMs.toFixed(0)} ms of processor time, ${mb.toFixed(0)} MB`);
  console.log(
    `slowest: ${worst('cpuMs').kind} ${worst('cpuMs').cpuMs.toFixed(0)} ms; largest: ${worst('mb').kind} ${worst('mb').mb.toFixed(0)} MB`,
  );
}
