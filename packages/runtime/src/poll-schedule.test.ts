import { afterEach, describe, expect, it } from 'vitest';
import { passAll } from './outcome.ts';
import type { Runtime } from './runtime.ts';
import { defineStage } from './stage.ts';
import { type RunningStages, startStages } from './start.ts';
import { testRuntime } from './test-runtime.ts';

let runtime: Runtime;
let running: RunningStages | null = null;
afterEach(async () => {
  await running?.stop(0);
  running = null;
  await runtime.close();
});

const nextOf = async (sourceId: string): Promise<number> =>
  Date.parse((await runtime.polls.list()).find((plan) => plan.sourceId === sourceId)?.nextAt ?? '');
const within = (ms: number, from: number, to: number) => {
  expect(ms).toBeGreaterThanOrEqual(from);
  expect(ms).toBeLessThanOrEqual(to);
};

describe('the schedule of polls', () => {
  it('asks a source when it was planned, and when it is planned anew, at the same pause or another', async () => {
    runtime = testRuntime();
    for (const inMs of [60_000, 60_000, 60_000, 7_200_000, 5_000]) {
      const before = Date.now();
      const at = await runtime.polls.plan({ sourceId: 'a', host: 'e.org', inMs });
      within(at.getTime(), before + inMs, Date.now() + inMs + 1);
      expect(await nextOf('a')).toBe(at.getTime());
      expect(await runtime.polls.list()).toHaveLength(1);
      expect(await runtime.queues.queueOf('poll').getDelayedCount()).toBe(1);
    }
  });

  it('never lets two polls of one host come together, and moves no other host', async () => {
    runtime = testRuntime();
    const names = Array.from({ length: 25 }, (_, at) => `s${at}`);
    await Promise.all(
      names.map((sourceId, at) =>
        runtime.polls.plan({ sourceId, host: 'e.org', inMs: 60_000 + (at % 5) * 7_000 }),
      ),
    );
    const before = Date.now();
    await runtime.polls.plan({ sourceId: 'other', host: 'f.org', inMs: 60_000 });
    within(await nextOf('other'), before + 60_000, Date.now() + 60_001);
    const starts = (await Promise.all(names.map(nextOf))).sort((a, b) => a - b);
    const gaps = starts.slice(1).map((start, at) => start - (starts[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10_000);
    expect(Math.max(...gaps)).toBeLessThan(20_000);
  });

  it('forgets a source that is removed', async () => {
    runtime = testRuntime();
    await runtime.polls.plan({ sourceId: 'a', host: 'e.org', inMs: 60_000 });
    await runtime.polls.remove('a');
    expect(await runtime.polls.list()).toEqual([]);
    expect(await runtime.queues.queueOf('poll').getDelayedCount()).toBe(0);
  });

  it('holds the next poll already while one runs, so that a process that dies loses no source', async () => {
    runtime = testRuntime();
    const seen = new Promise<number>((resolve) => {
      const work = defineStage('poll', async () => {
        resolve(await nextOf('a'));
        return passAll([], []);
      });
      startStages([work], runtime).then((stages) => {
        running = stages;
      });
    });
    await runtime.polls.plan({ sourceId: 'a', host: 'e.org', inMs: 1_000 });
    expect(await seen).toBeGreaterThan(Date.now() - 1_000);
  });
});
