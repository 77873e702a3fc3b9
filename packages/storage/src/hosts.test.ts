import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { connectRedis } from './connect.ts';
import { createRedisHostLanes, type LaneAnswer, type LaneRequest } from './hosts.ts';
import { createMemoryHostLanes } from './hosts-memory.ts';

const redis = connectRedis(inject('redisUrl'));
afterAll(() => redis.disconnect());

const page = (ticket: string, more: Partial<LaneRequest> = {}): LaneRequest => ({
  host: 'h',
  gapMs: 10_000,
  slots: 2,
  ticket,
  ...more,
});
const waitOf = (answer: LaneAnswer): number => (answer.go ? 0 : answer.waitMs);
const between = (low: number, high: number) => expect.toSatisfy((n: number) => n > low && n <= high);

describe.each([
  [
    'on Redis',
    (now?: () => number) => createRedisHostLanes(redis, `{t-${randomBytes(6).toString('hex')}}`, now),
  ],
  ['in memory', (now?: () => number) => createMemoryHostLanes(now)],
] as const)('host lanes %s', (_, create) => {
  it('starts one request and gives each of the others a turn of its own', async () => {
    const lanes = create();
    expect(await lanes.enter(page('a'))).toMatchObject({ go: true });
    expect(await lanes.enter(page('b'))).toMatchObject({
      go: false,
      why: 'turn',
      waitMs: between(9_000, 10_000),
    });
    expect(waitOf(await lanes.enter(page('c')))).toEqual(between(19_000, 20_000));
    expect(await lanes.enter(page('x', { host: 'other' }))).toMatchObject({ go: true });
  });

  it('keeps the turn of one that asks again', async () => {
    const lanes = create();
    for (const ticket of ['a', 'b', 'c']) await lanes.enter(page(ticket));
    expect(waitOf(await lanes.enter(page('b')))).toEqual(between(8_000, 10_000));
    expect(waitOf(await lanes.enter(page('d')))).toEqual(between(28_000, 30_000));
  });

  it('lets a poll go before pages that have a turn, but not before the pause is over', async () => {
    const lanes = create();
    for (const ticket of ['a', 'b', 'c']) await lanes.enter(page(ticket));
    const poll = { ...page(''), ticket: null };
    expect(waitOf(await lanes.enter(poll))).toEqual(between(8_000, 10_000));
    expect(await lanes.enter({ ...poll, gapMs: 0 })).toMatchObject({ go: true });
  });

  it('keeps the next start for a poll that found the lane taken, but not for long', async () => {
    let now = Date.now();
    const lanes = create(() => now);
    const enter = (ticket: string | null) => lanes.enter({ ...page('', { slots: 9 }), ticket });
    await enter('a');
    await enter('b');
    expect(waitOf(await enter(null))).toBe(10_000);
    now += 10_100; // the turn of b, and the poll is a little late
    expect(await enter('b')).toMatchObject({ go: false, why: 'turn', waitMs: 400 });
    expect(await enter(null)).toMatchObject({ go: true });
    now += 10_000;
    expect(await enter('b')).toMatchObject({ go: true });
    await enter(null);
    now += 10_600; // this poll does not come
    expect(await enter('c')).toMatchObject({ go: true });
  });

  it('holds no more requests open than there are slots, and gives a slot back', async () => {
    const lanes = create();
    const quick = (ticket: string) => lanes.enter(page(ticket, { gapMs: 0, slots: 1 }));
    const first = await quick('a');
    expect(await quick('b')).toMatchObject({ go: false, why: 'full', waitMs: between(900, 1_000) });
    await lanes.leave('h', first.go ? first.lease : '', true);
    expect(await quick('c')).toMatchObject({ go: false, why: 'turn' });
    expect(await lanes.enter({ ...page('', { gapMs: 0, slots: 1 }), ticket: null })).toMatchObject({
      go: true,
    });
  });

  it('stays away from a host that cools down, pages and polls alike', async () => {
    const lanes = create();
    expect(await lanes.coolDown('h', 30_000)).toBe(30_000);
    expect(await lanes.enter(page('a'))).toMatchObject({ why: 'cooling', waitMs: between(29_000, 30_000) });
    expect(waitOf(await lanes.enter(page('b')))).toEqual(between(39_000, 40_000));
    expect(await lanes.enter({ ...page(''), ticket: null })).toMatchObject({ why: 'cooling' });
    expect(await lanes.cooling()).toMatchObject([{ host: 'h', strikes: 1 }]);
  });

  it('counts one refusal for all that arrive while a host cools', async () => {
    const lanes = create();
    const first = await lanes.coolDown('h', null);
    expect(first).toBe(600_000);
    expect(await lanes.coolDown('h', null)).toEqual(between(599_000, 600_000));
  });

  it('stays away longer with each refusal in a row, a day at most, and forgets them after a success', async () => {
    const lanes = create();
    expect(await lanes.coolDown('h', 0)).toBe(0); // "Retry-After: 0", again and again
    expect(await lanes.coolDown('h', 0)).toBe(15_000);
    expect(await lanes.coolDown('day', 10 * 86_400_000)).toBe(86_400_000);
    const entered = await lanes.enter(page('a', { host: 'other' }));
    await lanes.leave('h', entered.go ? entered.lease : '', true);
    expect((await lanes.cooling()).find(({ host }) => host === 'h')?.strikes ?? 0).toBe(0);
  });

  it('obeys the operator who ends a cool-down', async () => {
    const lanes = create();
    await lanes.coolDown('h', 60_000);
    await lanes.enter(page('a'));
    expect(await lanes.resume('h')).toBe(true);
    expect(await lanes.enter(page('a'))).toMatchObject({ go: true });
    expect(await lanes.cooling()).toEqual([]);
    expect(await lanes.resume('h')).toBe(false);
  });

  it('has nothing to end when a cool-down is over', async () => {
    let now = Date.now();
    const lanes = create(() => now);
    await lanes.coolDown('h', 60_000);
    now += 60_000;
    expect(await lanes.resume('h')).toBe(false);
  });
});
