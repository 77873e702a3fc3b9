import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap } from '../../scripts/bootstrap.mjs';
import { provideRedis } from '../../scripts/redis.mjs';
import { seeded } from './arabic/corpus.mjs';
import { createReporter } from './stories/reports.mjs';
import { skewed, vocabulary } from './stories/words.mjs';

// Articles linked a second with so many open incidents in Redis, and what an incident takes there.
// Then one incident that all outlets tell for days: what a report of it costs in the first hundred and in the last.
// usage: node tests/load/incidents.mjs [--memory] [--reports 600] [incidents...]   (1000 10000 30000 100000)
await bootstrap();
const { connectRedis, createRedisIncidentStore } = await import('../../packages/storage/dist/index.js');
const { incidentMessage, linkArticle } = await import('../../packages/incidents/dist/index.js');

const { values, positionals } = parseArgs({
  options: { memory: { type: 'boolean' }, reports: { type: 'string', default: '600' } },
  allowPositionals: true,
});
const sizes = positionals.map(Number).filter(Boolean);
const folder = mkdtempSync(join(tmpdir(), 'rasid-load-'));
const server = await provideRedis({ folder, persistent: false });
const redis = connectRedis(server.url);
const store = createRedisIncidentStore(redis, '{load}');
const next = seeded(5);
const words = vocabulary(30_000, 21);
const places = vocabulary(600, 22);
const toReport = createReporter(words, next);
const types = ['bombing', 'air_drone_strike', 'arrest', 'accident', 'protest', 'security_operation'];
const days = 30; // open incidents of a month
const start = Date.parse('2026-10-01T00:00:00Z');

/** A happening: when, where, what, and the words every report of it shares. */
const happening = () => ({
  day: next(days),
  type: types[next(types.length)],
  place: places[next(places.length)],
  words: Array.from({ length: 14 }, () => skewed(words, next)),
  killed: 2 + next(30),
});

const report = (told) => toReport({ ...told, at: start + told.day * 86_400_000 + next(86_400_000) });

/** What the link stage does with an article, its messages included. */
async function link(input, find = store, standing = null) {
  const linked = await linkArticle(input, find);
  const time = input.article.publishedAt;
  const messages = [
    { type: 'rasid.record.created', data: input },
    ...linked.changes.map((change) => incidentMessage(change, time)),
  ];
  const outbox = { id: input.recordId, messages: JSON.stringify(messages) };
  return { linked, isWritten: store.commit(linked.writing, outbox, standing ?? (await store.standing())) };
}

/** One happening told again and again: by sixty outlets in their words, its toll rising, over two days. */
async function tellOne(reports) {
  const hundred = 100;
  const told = { ...happening(), day: days + 30 }; // apart from all others
  let first = null;
  for (let from = 0; from < reports; from += hundred) {
    const before = await cpu();
    for (let at = from; at < from + hundred; at++) {
      const killed = 4 + Math.floor((20 * at) / reports);
      const time = start + told.day * 86_400_000 + Math.floor((2 * 86_400_000 * at) / reports);
      await (await link(toReport({ ...told, killed, outlet: at % 60, at: time }))).isWritten;
    }
    const after = await cpu();
    const ms = (after.node + after.redis - before.node - before.redis) / hundred;
    first ??= ms;
    console.log(
      `reports ${String(from + 1).padStart(5)} to ${String(from + hundred).padStart(5)} of one incident  ${ms.toFixed(2)} ms of CPU each (${(ms / first).toFixed(2)} of the first hundred)`,
    );
  }
}

/** Happenings that nobody has told yet, written by the store itself but without a question to it: many at once. */
const nobody = { near: async () => [], ofArticle: async () => ({ neighbourhoods: [], aside: [] }) };
const inFlight = 256;
async function fill(to) {
  let { clock } = await store.standing();
  while (known.length < to) {
    const batch = Array.from({ length: Math.min(inFlight, to - known.length) }, happening);
    known.push(...batch);
    const writes = await Promise.all(
      batch.map((one) => link(report(one), nobody, { clock: clock++, unsent: [] })),
    );
    const done = await Promise.all(writes.map(({ isWritten }) => isWritten));
    if (done.includes(false)) throw new Error('Somebody else writes to this Redis');
  }
}

/** CPU time of this process and of Redis in ms: on a shared machine the clock on the wall tells of the neighbours. */
async function cpu() {
  const { user, system } = process.cpuUsage();
  const usage = await redis.info('cpu');
  const seconds = /used_cpu_user:([\d.]+)/.exec(usage)[1] * 1 + /used_cpu_sys:([\d.]+)/.exec(usage)[1] * 1;
  return { node: (user + system) / 1000, redis: seconds * 1000 };
}
const used = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))[1]);

const known = [];
const probes = 1_000;
let first = null;
const empty = await used();
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 30_000, 100_000]) {
  const filling = performance.now();
  await fill(size);
  const seconds = (performance.now() - filling) / 1000;
  const bytes = ((await used()) - empty) / size;
  const from = await cpu();
  const start = performance.now();
  let joined = 0;
  for (let probe = 0; probe < probes; probe++) {
    const isNew = probe % 2 === 0;
    const { linked, isWritten } = await link(report(isNew ? happening() : known[next(known.length)]));
    await isWritten;
    if (!isNew && linked.changes.every(({ kind }) => kind === 'updated')) joined++;
  }
  const wall = (performance.now() - start) / probes;
  const to = await cpu();
  const [node, server] = [(to.node - from.node) / probes, (to.redis - from.redis) / probes];
  const ms = node + server;
  first ??= ms;
  console.log(
    `${String(size).padStart(7)} open incidents  ${ms.toFixed(2)} ms of CPU an article (Node ${node.toFixed(2)}, Redis ${server.toFixed(2)}), ${Math.round(1000 / ms)} a second of one core (${(ms / first).toFixed(2)} of the first), ${Math.round(1000 / wall)} by the clock  ${joined} of ${probes / 2} second reports joined  ${(bytes / 1000).toFixed(1)} KB an incident  filled in ${seconds.toFixed(0)} s`,
  );
}
if (values.memory) await showMemory();
await tellOne(Number(values.reports));
redis.disconnect();
await server.stop();
rmSync(folder, { recursive: true, force: true });

/** Bytes of each kind of key. */
async function showMemory() {
  const kinds = new Map();
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'COUNT', 1_000);
    cursor = next;
    const sizes = await Promise.all(keys.map((key) => redis.memory('USAGE', key)));
    for (const [at, key] of keys.entries()) {
      const kind = key
        .replace('{load}:', '')
        .replace(/by:.*/, 'by')
        .replace(/:(nbh_|inc_|art_|rec_).*/, '');
      const sum = kinds.get(kind) ?? { keys: 0, bytes: 0 };
      kinds.set(kind, { keys: sum.keys + 1, bytes: sum.bytes + sizes[at] });
    }
  } while (cursor !== '0');
  for (const [kind, { keys, bytes }] of kinds)
    console.log(
      `${kind.padEnd(20)} ${String(keys).padStart(8)} keys  ${Math.round(bytes / known.length)} bytes an incident`,
    );
}
