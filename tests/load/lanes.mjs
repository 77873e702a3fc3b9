import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from '../../scripts/bootstrap.mjs';
import { provideRedis } from '../../scripts/redis.mjs';

// A feed with thousands of new pages on one host: how often the lane is asked until all are fetched, with turns that are
// kept and with asking again after the pause; and what one question costs beside a PING of the same Redis.
const [pages = 10_000, gapMs = 3_000] = process.argv.slice(2).map(Number);
await bootstrap();
const { connectRedis, createMemoryHostLanes, createRedisHostLanes } = await import(
  '../../packages/storage/dist/index.js'
);

/** Pages on a virtual clock; each asks when it was told to. `keepsTurn` gives a page the same name at each question. */
async function workOff(count, keepsTurn) {
  const clock = { now: 1 };
  const lanes = createMemoryHostLanes(() => clock.now);
  const times = new Map([[1, Array.from({ length: count }, (_, at) => at)]]);
  const order = [1];
  let asked = 0;
  let left = count;
  while (left > 0) {
    order.sort((a, b) => a - b);
    clock.now = order.shift();
    for (const page of times.get(clock.now)) {
      asked++;
      const ticket = keepsTurn ? `p${page}` : null;
      const answer = await lanes.enter({ host: 'h', gapMs, slots: 2, ticket });
      if (answer.go) {
        left--;
        await lanes.leave('h', answer.lease, true);
        continue;
      }
      const at = clock.now + answer.waitMs;
      if (!times.has(at)) {
        times.set(at, []);
        order.push(at);
      }
      times.get(at).push(page);
    }
    times.delete(clock.now);
  }
  return { asked, hours: clock.now / 3_600_000 };
}

const kept = await workOff(pages, true);
const few = Math.min(pages, 2_000); // without turns the number grows with the square
const again = await workOff(few, false);
const scaled = again.asked * (pages / few) ** 2;
console.log(
  `${pages.toLocaleString('en')} pages of one host, a pause of ${gapMs / 1000} s, ${kept.hours.toFixed(1)} hours`,
);
console.log(`turns kept: ${(kept.asked / pages).toFixed(2)} questions a page`);
console.log(
  `asking again: ${(again.asked / few).toFixed(0)} a page at ${few}, so ${(scaled / pages).toFixed(0)} at ${pages}`,
);

const folder = mkdtempSync(join(tmpdir(), 'rasid-lanes-'));
const server = await provideRedis({ folder, persistent: false });
const redis = connectRedis(server.url);
const lanes = createRedisHostLanes(redis, '{load}');
const rounds = 20_000;
async function perSecond(question) {
  const started = performance.now();
  for (let at = 0; at < rounds; at += 50)
    await Promise.all(Array.from({ length: 50 }, (_, one) => question(at + one))); // as many as work at once
  return Math.round((rounds * 1000) / (performance.now() - started));
}
await perSecond(() => redis.ping());
const ping = await perSecond(() => redis.ping());
const enter = await perSecond((at) =>
  lanes.enter({ host: `h${at % 500}`, gapMs, slots: 2, ticket: `t${at}` }),
);
console.log(
  `questions a second: ${enter.toLocaleString('en')}; PING ${ping.toLocaleString('en')}: ${(ping / enter).toFixed(1)} times as many`,
);
redis.disconnect();
await server.stop();
rmSync(folder, { recursive: true, force: true });
