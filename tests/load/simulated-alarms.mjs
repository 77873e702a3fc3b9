import { bootstrap } from '../../scripts/bootstrap.mjs';
import { day, hour, newsrooms } from './month/newsrooms.mjs';
import { watch } from './month/run.mjs';
import { learning } from './month/strategies.mjs';

// How often a living source raises an alarm, and how soon a source that dies does: a simulated month, virtual clock.
const [count = 400, seed = 5] = process.argv.slice(2).map(Number);
const days = 30;
await bootstrap();
const { decide, chanceOf } = await import('../../services/fetcher/dist/interval.js');
const { alarmOf, learn } = await import('../../packages/sources/dist/index.js');
const product = learning({ decide, chanceOf, learn });

/** The alarm after each poll of a source. */
function alarmsOf(source) {
  const seen = [];
  let newest = null;
  const next = (asked, state, look) => {
    const after = product.next(asked, state, look);
    newest = look.fresh.at(-1) ?? newest;
    const newestAt = asked.isDated && newest !== null ? new Date(newest).toISOString() : null;
    const facts = { rhythm: after.state.rhythm, empties: 0, newestAt, rejections: 0, nowMs: look.now };
    seen.push({ at: look.now, alarm: alarmOf(facts) });
    return after;
  };
  watch(source, { start: product.start, next }, days);
  return seen;
}

const living = newsrooms(count, days, seed).filter(
  ({ perDay, times }) => perDay > 0.3 && times.at(-1) > 25 * day,
);
const falseDays = new Map();
let sourceDays = 0;
const found = [];
for (const [at, source] of living.entries()) {
  // One in five ends between the eighteenth and the twenty-second day.
  const endsAt = at % 5 === 0 ? (18 + 4 * source.phase) * day : Number.POSITIVE_INFINITY;
  source.times = source.times.filter((time) => time < endsAt);
  const seen = alarmsOf(source);
  const before = seen.filter(({ at: time }) => time < endsAt);
  sourceDays += new Set(before.map(({ at: time }) => Math.floor(time / day))).size;
  const raised = new Map(
    before.flatMap(({ at: time, alarm }) => (alarm ? [[Math.floor(time / day), alarm]] : [])),
  );
  for (const alarm of raised.values()) falseDays.set(alarm, (falseDays.get(alarm) ?? 0) + 1);
  if (endsAt === Number.POSITIVE_INFINITY) continue;
  const first = seen.find(({ at: time, alarm }) => time >= endsAt && alarm !== null);
  found.push(first ? (first.at - endsAt) / hour : Number.POSITIVE_INFINITY);
}
found.sort((a, b) => a - b);
const hours = (share) => `${found[Math.floor(found.length * share)]?.toFixed(0)} h`;
const total = [...falseDays.values()].reduce((sum, value) => sum + value, 0);
console.log(`${living.length} living sources, ${days} days, seed ${seed}`);
console.log(
  `source-days with an alarm that nothing explains: ${total} of ${sourceDays} (${((100 * total) / sourceDays).toFixed(2)} %)`,
  Object.fromEntries(falseDays),
);
console.log(
  `of ${found.length} that ended: half noticed within ${hours(0.5)}, nine in ten within ${hours(0.9)}, ${found.filter((lag) => !Number.isFinite(lag)).length} not by day ${days}`,
);
