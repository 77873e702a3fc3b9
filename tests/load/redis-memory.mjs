import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from '../../scripts/bootstrap.mjs';
import { provideRedis } from '../../scripts/redis.mjs';
import { readCorpus } from '../quality/corpus.mjs';

// What an article leaves in Redis, by kind of key, and what that grows to: every article goes from clean to publish.
// usage: node tests/load/redis-memory.mjs [FILE.jsonl] [ARTICLES A DAY]   (lines of {title, text, date}; without a file ours, 5000)
await bootstrap();
const { startPipeline } = await import('../../packages/cli/dist/index.js');
const { createRedisFeedMemory } = await import('../../packages/storage/dist/index.js');

const [file, daily = '5000'] = process.argv.slice(2);
const articles = file
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  : readCorpus().map((article, at, all) => ({
      ...article,
      text: [0, 1, 2].map((more) => all[(at + 7 * more) % all.length].text).join('\n'), // one alone is too short to be an article
    }));
const folder = mkdtempSync(join(tmpdir(), 'rasid-load-'));
const server = await provideRedis({ folder, persistent: false });
Object.assign(process.env, { RASID_SOURCES: 'none', RASID_LOG_LEVEL: 'silent' });
const prefix = '{load}';
const pipeline = await startPipeline({
  address: { url: server.url, prefix },
  stages: ['clean', 'dedupe', 'extract', 'link', 'publish'],
  logFile: undefined,
  sample: [],
});
const { redis, ledger, queues } = pipeline.runtime;
const memory = createRedisFeedMemory(redis, prefix);

const started = performance.now();
for (const [at, article] of articles.entries()) await begin(article, at);
while ((await ledger.sum()).open > 0) await new Promise((resolve) => setTimeout(resolve, 200));
const { outcomes } = await ledger.sum();
console.log(
  `${articles.length} articles in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  outcomes,
);
await show();
await pipeline.stop();
await server.stop();
rmSync(folder, { recursive: true, force: true });

/** Hands an article to the pipeline as the fetch stage does with one whose text its feed carries. */
async function begin({ title, text, date }, at) {
  const outletId = `outlet${at % 30}`;
  const outlet = { id: outletId, name: { ar: 'صحيفة', en: 'Paper' }, country: 'SY' };
  const item = { id: `itm_${at}`, sourceId: outletId, outlet, timeZone: 'Asia/Damascus' };
  const publishedAt = Number.isNaN(Date.parse(date ?? '')) ? null : new Date(date).toISOString();
  const hint = { author: null, publishedAt, updatedAt: null, categories: [] };
  const content = text
    .split('\n')
    .map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`)
    .join('');
  const entry = { guid: String(at), title, summary: null, content, ...hint };
  const url = `https://${outletId}.example/news/${at}`;
  const keys = ['link', 'guid', 'text'].map((kind) => `${kind}:${String(at).padStart(22, '0')}`);
  await memory.remember(outletId, [{ keys, itemId: item.id }]);
  const version = { id: item.id, contentHash: String(at).padStart(22, '0'), changes: 0, changedAt: 0 };
  await memory.saveVersions(outletId, new Map([[item.id, version]]));
  await ledger.open(item, { item, url, entry });
  const page = { url, pageKey: null, contentType: null, fetchedAt: publishedAt ?? new Date().toISOString() };
  await queues.add('clean', { item, entry, ...page });
  await ledger.advance(item.id, 'fetch', 'clean');
}

/** By kind of key: bytes an article, and what a year makes of them, as long or as many as docs/redis.md says. */
async function show() {
  const kinds = [
    { name: 'seen', pattern: /^seen:/, days: 60 },
    { name: 'ledger', pattern: /^ledger:item:/, days: 60 },
    { name: 'story', pattern: /^story:\d/, days: 8 },
    { name: 'story of an article', pattern: /^story:/, days: 60 },
    { name: 'outbox', pattern: /^incident:outbox:/, days: 14 },
    { name: 'incidents', pattern: /^incident:|^neighbourhood:/, days: 365 },
    { name: 'archive', pattern: /^archive:/, days: 90 },
    { name: 'output:seen', pattern: /^output:seen:/, days: 60 },
    { name: 'output', pattern: /^output$/, days: 365, entries: 500_000 },
  ];
  const sums = new Map(kinds.map(({ name }) => [name, 0]));
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'COUNT', 1_000);
    cursor = next;
    for (const key of keys) {
      const kind = kinds.find(({ pattern }) => pattern.test(key.slice(prefix.length + 1)));
      if (kind) sums.set(kind.name, sums.get(kind.name) + (await redis.memory('USAGE', key, 'SAMPLES', 0)));
    }
  } while (cursor !== '0');
  const entries = await redis.xlen(`${prefix}:output`);
  let total = 0;
  for (const { name, days, entries: most = Number.POSITIVE_INFINITY } of kinds) {
    const bytes = sums.get(name) / articles.length;
    const kept = Math.min(days * Number(daily), (most / entries) * articles.length);
    total += bytes * kept;
    console.log(
      `${name.padEnd(20)} ${String(Math.round(bytes)).padStart(7)} bytes an article  ${((bytes * kept) / 1e9).toFixed(2)} GB after a year`,
    );
  }
  console.log(
    `${(entries / articles.length).toFixed(2)} messages an article; ${(total / 1e9).toFixed(1)} GB in all`,
  );
}
