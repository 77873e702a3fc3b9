import type { StageName } from '@rasid/contracts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDeadLetters } from './dead-letters.ts';
import type { Runtime } from './runtime.ts';
import { testRuntime } from './test-runtime.ts';

describe('quarantine', () => {
  let runtime: Runtime;
  afterEach(async () => {
    vi.useRealTimers();
    await runtime.close();
  });

  function start(keep?: number) {
    runtime = testRuntime();
    const dead = createDeadLetters(runtime.redis, runtime.address.prefix, keep);
    const put = (jobId: string, stage: StageName = 'clean') =>
      dead.put({
        jobId,
        stage,
        itemId: jobId,
        sourceId: 's',
        data: { title: 'half a letter: \ud83d' },
        reason: '-',
        cause: 'permanent',
        attempts: 1,
      });
    const ids = async (options?: Parameters<typeof dead.list>[0]) =>
      (await dead.list(options)).map(({ id }) => id);
    return { dead, put, ids };
  }
  /** The clock of Date alone: Redis and its client go by real timers. */
  const at = (time: string) => vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(time) });

  it('keeps the newest letters only, so that a stage that fails for weeks fills no memory', async () => {
    const { dead, put, ids } = start(3);
    for (const [minute, id] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      at(`2026-11-01T00:0${minute}:00Z`);
      await put(id);
    }
    expect(await ids()).toEqual(['clean-e', 'clean-d', 'clean-c']);
    expect(await dead.get('clean-a')).toBe(null);
    expect(await dead.count()).toBe(3);
  });

  it('keeps a letter no longer than the ledger knows its item', async () => {
    const { put, ids } = start();
    at('2026-01-01T00:00:00Z');
    await put('old');
    at('2026-02-28T00:00:00Z');
    await put('young');
    expect(await ids()).toEqual(['clean-young', 'clean-old']);
    at('2026-03-03T00:00:00Z');
    await put('new');
    expect(await ids()).toEqual(['clean-new', 'clean-young']);
  });

  it('finds the letters of a stage behind those of all others', async () => {
    const { put, ids } = start();
    at('2026-11-01T00:00:00Z');
    await put('first', 'link');
    at('2026-11-01T00:01:00Z');
    for (let count = 0; count < 510; count++) await put(`page${count}`, 'fetch');
    expect(await ids({ stage: 'link', limit: 2 })).toEqual(['link-first']);
    expect(await ids({ limit: 2 })).toHaveLength(2);
  });

  it('does not lose the letter of a job that failed again while an operator was sending it', async () => {
    const { dead, put, ids } = start();
    at('2026-11-01T00:00:00Z');
    await put('a');
    const sent = await dead.get('clean-a');
    at('2026-11-01T00:00:01Z');
    await put('a');
    if (sent) await dead.remove(sent);
    expect(await ids()).toEqual(['clean-a']);
    const again = await dead.get('clean-a');
    if (again) await dead.remove(again);
    expect(await ids()).toEqual([]);
  });
});
