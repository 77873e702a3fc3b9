import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { connectRedis } from './connect.ts';
import { createRedisHostLanes, type HostLanes } from './hosts.ts';
import { createMemoryHostLanes } from './hosts-memory.ts';

const redis = connectRedis(inject('redisUrl'));
afterAll(() => redis.disconnect());

const gapMs = 3_000;
const slots = 2;

type Step =
  | { does: 'page'; ticket: number }
  | { does: 'poll' }
  | { does: 'leave'; isWell: boolean }
  | { does: 'cool'; ms: number | null }
  | { does: 'resume' }
  | { does: 'wait'; ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('page' as const), ticket: fc.nat({ max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('poll' as const) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('leave' as const), isWell: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('cool' as const),
      ms: fc.option(fc.integer({ min: 0, max: 40_000 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('resume' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 9_000 }) }),
  },
);

/** Walks through the steps on one lane; answers what it said, and checks the laws on the way. */
async function walk(lanes: HostLanes, clock: { now: number }, steps: readonly Step[]): Promise<unknown[]> {
  const said: unknown[] = [];
  const open: string[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let cool = 0;
  for (const move of steps) {
    if (move.does === 'wait') clock.now += move.ms;
    else if (move.does === 'resume') {
      said.push(await lanes.resume('h'));
      cool = 0;
    } else if (move.does === 'cool') {
      const ms = await lanes.coolDown('h', move.ms);
      cool = Math.max(cool, clock.now + ms);
      said.push(ms);
    } else if (move.does === 'leave') {
      const lease = open.shift();
      if (lease) await lanes.leave('h', lease, move.isWell);
    } else {
      const ticket = move.does === 'page' ? `t${move.ticket}` : null;
      const answer = await lanes.enter({ host: 'h', gapMs, slots, ticket });
      said.push(answer.go ? 'go' : [answer.why, answer.waitMs]);
      if (!answer.go) {
        expect(answer.waitMs, 'a wait is never over at once').toBeGreaterThan(0);
        continue;
      }
      expect(clock.now - last, 'the pause between two starts').toBeGreaterThanOrEqual(gapMs);
      expect(clock.now, 'the end of a cool-down').toBeGreaterThanOrEqual(cool);
      expect(open.length, 'requests open before').toBeLessThan(slots);
      last = clock.now;
      open.push(answer.lease);
    }
  }
  return said;
}

describe('the laws of a lane', () => {
  it('hold for any order of pages, polls, refusals and pauses, and on Redis as in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        // Under the time of a lease: what is not left in it is taken for lost, by design.
        const total = steps.reduce((sum, move) => sum + (move.does === 'wait' ? move.ms : 0), 0);
        fc.pre(total < 95_000);
        const start = Date.now(); // Redis forgets by its own clock
        const [one, other] = [{ now: start }, { now: start }];
        const prefix = `{t-${randomBytes(6).toString('hex')}}`;
        const onRedis = await walk(
          createRedisHostLanes(redis, prefix, () => one.now),
          one,
          steps,
        );
        const inMemory = await walk(
          createMemoryHostLanes(() => other.now),
          other,
          steps,
        );
        expect(onRedis).toEqual(inMemory);
      }),
      { numRuns: 200 },
    );
  });

  it('give every page its start in the end, however many polls come between', async () => {
    const pages = 300;
    const clock = { now: 0 };
    const lanes = createMemoryHostLanes(() => clock.now);
    const waiting = new Map(Array.from({ length: pages }, (_, at) => [`t${at}`, 0]));
    let asked = 0;
    for (let second = 0; waiting.size > 0 && second < 10_000; second++) {
      clock.now = second * 1_000;
      if (second % 20 === 0) await go(lanes, null);
      for (const [ticket, comesAt] of waiting) {
        if (comesAt > clock.now) continue;
        asked++;
        const waitMs = await go(lanes, ticket);
        if (waitMs === 0) waiting.delete(ticket);
        else waiting.set(ticket, clock.now + waitMs);
      }
    }
    expect(waiting.size).toBe(0);
    expect(clock.now).toBeLessThan(pages * gapMs * 1.4);
    expect(asked, 'a few times each, not once for every page before it').toBeLessThan(pages * 6);
  });
});

/** Takes a start and is done with it; answers the time to wait. */
async function go(lanes: HostLanes, ticket: string | null): Promise<number> {
  const answer = await lanes.enter({ host: 'h', gapMs, slots, ticket });
  if (!answer.go) return answer.waitMs;
  await lanes.leave('h', answer.lease, true);
  return 0;
}
