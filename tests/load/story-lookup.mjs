import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from '../../scripts/bootstrap.mjs';
import { provideRedis } from '../../scripts/redis.mjs';
import { seeded } from './arabic/corpus.mjs';
import { median } from './stories/words.mjs';

// Cost of judging and inserting one text at 10 thousand, 100 thousand and a million stories, and what a story takes.
// usage: node tests/load/story-lookup.mjs [stories...]   (10000 100000 1000000)
await bootstrap();
const { connectRedis, createRedisStoryStore } = await import('../../packages/storage/dist/index.js');
const { copyRules } = await import('../../packages/similarity/dist/index.js');

const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'rasid-load-'));
const server = await provideRedis({ folder, persistent: false });
const redis = connectRedis(server.url);
const store = createRedisStoryStore(redis, '{load}', copyRules);
const next = seeded(11);
const hash = () => (next(1 << 20) * 4096 + next(4096)).toString(36);

/** A text as a fingerprint gives it: 22 keys for its bands, 12 for its samples, and 37 samples. One in ten is a copy of the one before. */
let last = null;
function text(at) {
  const id = `art_${at.toString(36).padStart(9, '0')}-----------`;
  const isCopy = at % 10 === 9 && last;
  const signature = isCopy ? last.signature : Buffer.from(Array.from({ length: 256 }, () => next(256)));
  const bands = [...'x0123456789abcdefghijk'].map((shard) => `${shard}:${hash()}`);
  const keys = isCopy
    ? last.keys
    : [...bands, ...Array.from({ length: 12 }, (_, n) => `${'wvyz'[n % 4]}:s${hash()}`)];
  const own = {
    itemId: `itm_${at}`,
    articleId: id,
    outletId: 'o',
    originId: 'o',
    isOwn: true,
    publishedMs: 1,
    whole: hash(),
    exact: isCopy ? last.exact : hash(),
  };
  last = { ...own, signature, shingles: 150, samples: Buffer.alloc(74), keys, storyId: `sty_${id.slice(4)}` };
  return last;
}

const used = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))[1]);
/** Seconds of CPU Redis has used: on a shared machine the clock on the wall tells of the neighbours. */
const cpu = async () => {
  const usage = await redis.info('cpu');
  return Number(/used_cpu_user:([\d.]+)/.exec(usage)[1]) + Number(/used_cpu_sys:([\d.]+)/.exec(usage)[1]);
};
const inFlight = 64;
let count = 0;
async function fill(to) {
  while (count < to)
    await Promise.all(
      Array.from({ length: Math.min(inFlight, to - count) }, () => store.admit(text(count++))),
    );
}

const empty = await used();
const probes = 3_000;
let first = null;
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
  await fill(size);
  const bytes = (await used()) - empty;
  const rounds = [];
  for (let round = 0; round < 3; round++) {
    const busy = await cpu();
    for (let probe = 0; probe < probes; probe++) await store.admit(text(count++));
    rounds.push((((await cpu()) - busy) * 1e6) / probes);
  }
  const us = median(rounds);
  first ??= us;
  console.log(
    `${String(size).padStart(8)} stories  ${Math.round(us)} µs of Redis a text (${(us / first).toFixed(2)} of the first)  ${Math.round(bytes / size)} bytes a story`,
  );
}
redis.disconnect();
await server.stop();
rmSync(folder, { recursive: true, force: true });
