import { bootstrap } from '../../scripts/bootstrap.mjs';
import { newsrooms } from './month/newsrooms.mjs';
import { month } from './month/run.mjs';
import { fixed, learning } from './month/strategies.mjs';

// A month of 2,000 invented sources on a virtual clock: the scheduler of the product beside a poll every 15 minutes.
const [count = 2_000, days = 30, seed = 1] = process.argv.slice(2).map(Number);
await bootstrap();
const { decide, chanceOf } = await import('../../services/fetcher/dist/interval.js');
const { learn } = await import('../../packages/sources/dist/index.js');

const sources = newsrooms(count, days, seed);
const started = Date.now();
const runs = [
  ['every 15 minutes', month(sources, fixed, days)],
  ['Rasid', month(sources, learning({ decide, chanceOf, learn }), days)],
];
const minutes = (ms) => `${(ms / 60_000).toFixed(1)} min`;
const percent = (share) => `${(100 * share).toFixed(1)} %`;
const rows = [
  ['requests', ({ requests }) => requests.toLocaleString('en')],
  ['items found', ({ items }) => items.toLocaleString('en')],
  ['items lost', ({ lost }) => lost.toLocaleString('en')],
  ['requests per new item', ({ requestsPerItem }) => requestsPerItem.toFixed(2)],
  ['median delay', ({ medianMs }) => minutes(medianMs)],
  ['mean delay', ({ meanMs }) => minutes(meanMs)],
  ['delay of nine in ten', ({ p90Ms }) => minutes(p90Ms)],
  ['found within 10 minutes', ({ within10 }) => percent(within10)],
  ['found within an hour', ({ within60 }) => percent(within60)],
  ['median source’s median delay', ({ medianOfSourcesMs }) => minutes(medianOfSourcesMs)],
];
console.log(`${count} sources, ${days} days, seed ${seed} (${Date.now() - started} ms)`);
for (const [name, show] of rows)
  console.log(`${name.padEnd(30)}${runs.map(([, run]) => show(run).padStart(18)).join('')}`);
const [[, base], [, own]] = runs;
console.log(`requests against the fixed poll: ${percent(own.requestsPerItem / base.requestsPerItem)}`);
