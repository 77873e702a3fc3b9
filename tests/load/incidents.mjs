import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from '../../scripts/bootstrap.mjs';
import { provideRedis } from '../../scripts/redis.mjs';
import { seeded } from './arabic/corpus.mjs';
import { skewed, vocabulary } from './stories/words.mjs';

// Articles linked a second with 1 thousand, 10 thousand and 100 thousand open incidents in Redis.
// usage: node tests/load/incidents.mjs [incidents...]   (1000 10000 100000)
await bootstrap();
const { connectRedis, createRedisIncidentStore } = await import('../../packages/storage/dist/index.js');
const { linkArticle } = await import('../../packages/incidents/dist/index.js');

const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'rasid-load-'));
const server = await provideRedis({ folder, persistent: false });
const redis = connectRedis(server.url);
const store = createRedisIncidentStore(redis, '{load}');
const next = seeded(5);
const words = vocabulary(30_000, 21);
const places = vocabulary(600, 22);
const types = ['bombing', 'air_drone_strike', 'arrest', 'accident', 'protest', 'security_operation'];
const days = 30; // open incidents of a month
const start = Date.parse('2026-10-01T00:00:00Z');
const span = { field: 'text', start: 0, end: 1, text: 'x' };

/** A happening: when, where, what, and the words every report of it shares. */
const happening = () => ({
  day: next(days),
  type: types[next(types.length)],
  place: places[next(places.length)],
  words: Array.from({ length: 14 }, () => skewed(words, next)),
  killed: 2 + next(30),
});

let count = 0;
function report({ day, type, place, words: shared, killed }) {
  const id = `${count++}`;
  const title = `${shared.slice(0, 6).join(' ')} ${place}`;
  const text = `${shared.slice(4).join(' ')} في ${place} ${Array.from({ length: 12 }, () => skewed(words, next)).join(' ')}`;
  const at = new Date(start + day * 86_400_000 + next(86_400_000)).toISOString();
  const spot = {
    country: 'SY',
    admin1: `${place}ا`,
    admin1Code: null,
    admin2: null,
    locality: place,
    relation: null,
    precision: 1,
    lat: null,
    lon: null,
    gazetteerId: null,
    candidates: [],
    span,
  };
  const event = {
    id: `evt_${id}`,
    type,
    label: { ar: '', en: '' },
    status: 'main',
    modality: 'asserted',
    aggregate: false,
    trigger: span,
    evidence: span,
    actors: [],
    targets: [],
    victims: [],
    source: null,
    place: spot,
    placesOther: [],
    date: { start: at.slice(0, 10), end: null, precision: 'day', basis: 'text', span },
    counts: { killed: { min: killed, max: killed, qualifier: 'exact', text: `${killed}`, span } },
  };
  const outlet = { id: `o${next(40)}`, name: { ar: '', en: '' }, country: null };
  const article = {
    id: `art_${id.padStart(20, '0')}`,
    title,
    text,
    url: '',
    publishedAt: at,
    outlet,
    origin: { id: outlet.id, basis: 'outlet' },
  };
  return {
    recordId: `rec_${id}`,
    revision: 1,
    article,
    story: { id: `sty_${id}` },
    genre: 'news',
    events: [event],
  };
}

async function link(input) {
  const clock = await store.clock();
  const linked = await linkArticle(input, store);
  await store.commit(linked.writing, { id: input.recordId, messages: '[]' }, clock);
  return linked;
}

/** CPU time of this process and of Redis: on a shared machine the clock on the wall tells of the neighbours. */
async function cpuMs() {
  const { user, system } = process.cpuUsage();
  const usage = await redis.info('cpu');
  const seconds = /used_cpu_user:([\d.]+)/.exec(usage)[1] * 1 + /used_cpu_sys:([\d.]+)/.exec(usage)[1] * 1;
  return (user + system) / 1000 + seconds * 1000;
}

const known = [];
let first = null;
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
  while (known.length < size) {
    const one = happening();
    known.push(one);
    await link(report(one));
  }
  const probes = 1_000;
  const from = await cpuMs();
  let joined = 0;
  for (let probe = 0; probe < probes; probe++) {
    const isNew = probe % 2 === 0;
    const { changes } = await link(report(isNew ? happening() : known[next(known.length)]));
    if (!isNew && changes.every(({ kind }) => kind === 'updated')) joined++;
  }
  const ms = ((await cpuMs()) - from) / probes;
  first ??= ms;
  const memory = Number(/used_memory:(\d+)/.exec(await redis.info('memory'))[1]);
  console.log(
    `${String(size).padStart(7)} open incidents  ${ms.toFixed(2)} ms of CPU an article, Redis and Node, ${Math.round(1000 / ms)} a second (${(ms / first).toFixed(2)} of the first)  ${joined} of ${probes / 2} second reports joined  ${Math.round(memory / size / 100) / 10} KB an incident`,
  );
}
redis.disconnect();
await server.stop();
rmSync(folder, { recursive: true, force: true });
