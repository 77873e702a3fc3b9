import { randomBytes } from 'node:crypto';
import { createRuntime, type Runtime, silentLogger } from '@rasid/runtime';
import { Source } from '@rasid/sources';
import { blankFeedState, createMemoryFeedMemory } from '@rasid/storage';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { createRoster } from './roster.ts';

let runtime: Runtime;
afterEach(() => runtime.close());

const source = (id: string, change: Partial<Source> = {}): Source => ({
  ...Source.parse({
    id,
    outlet: { id, name: { ar: id, en: id }, country: null },
    feed: `https://${id}.example/feed`,
  }),
  ...change,
});

function roster(...sources: Source[]) {
  const prefix = `{t-${randomBytes(6).toString('hex')}}`;
  runtime = createRuntime({ url: inject('redisUrl'), prefix }, silentLogger());
  const memory = createMemoryFeedMemory();
  const planned = async () =>
    Object.fromEntries((await runtime.polls.list()).map(({ sourceId, nextAt }) => [sourceId, nextAt ?? '']));
  return { memory, planned, ...createRoster(runtime, memory, sources) };
}

describe('the roster', () => {
  it('plans each source that is not paused, within seconds when it is due', async () => {
    const { schedule, planned } = roster(source('a'), source('b', { paused: true }));
    await schedule();
    expect(Object.keys(await planned())).toEqual(['a']);
    expect(Date.parse((await planned()).a ?? '') - Date.now()).toBeLessThan(16_000);
  });

  it('asks nobody at a start who was asked just before it', async () => {
    const { schedule, planned, memory } = roster(source('a'));
    const lastPollAt = new Date(Date.now() - 60_000).toISOString();
    await memory.saveState('a', { ...blankFeedState, lastPollAt, intervalMs: 1_800_000 });
    await schedule();
    expect(Date.parse((await planned()).a ?? '') - Date.now()).toBeGreaterThan(1_700_000);
  });

  it('follows another catalogue without a restart, and leaves alone what stays', async () => {
    const { schedule, planned, replace, find, plan } = roster(source('a'), source('b'), source('c'));
    await schedule();
    const before = await planned();
    await replace([source('a'), source('b', { paused: true }), source('d')]);
    const after = await planned();
    expect(Object.keys(after).sort()).toEqual(['a', 'd']);
    expect(after.a).toBe(before.a);
    expect(find('c')).toBeUndefined();
    await plan(source('b'), 60_000); // a poll that was under way when the source was paused
    expect(Object.keys(await planned()).sort()).toEqual(['a', 'd']);
  });

  it('plans a source that is no longer paused', async () => {
    const { schedule, planned, replace } = roster(source('a', { paused: true }));
    await schedule();
    expect(await planned()).toEqual({});
    await replace([source('a')]);
    expect(Object.keys(await planned())).toEqual(['a']);
  });
});
