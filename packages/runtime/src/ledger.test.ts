import { afterAll, describe, expect, it } from 'vitest';
import { fetchJob, itemRef, testRuntime } from './test-runtime.ts';

describe('ledger', () => {
  const runtime = testRuntime();
  const { ledger } = runtime;
  afterAll(() => runtime.close());

  it('opens an item once', async () => {
    expect(await ledger.open(itemRef('once'), fetchJob('once'))).toBe(true);
    expect(await ledger.open(itemRef('once'), fetchJob('once'))).toBe(false);
    expect(await ledger.known(['itm_once', 'itm_never'])).toEqual([true, false]);
  });

  it('moves an item forward only and knows which work is still due', async () => {
    await ledger.open(itemRef('forward'), fetchJob('forward'));
    expect(await ledger.advance('itm_forward', 'fetch', 'clean')).toBe(true);
    expect(await ledger.advance('itm_forward', 'fetch', 'clean')).toBe(false);
    expect(await ledger.isDue('itm_forward', 'fetch')).toBe(false);
    expect(await ledger.isDue('itm_forward', 'clean')).toBe(true);
  });

  it('ends an item once, and nothing is due after its end', async () => {
    await ledger.open(itemRef('end'), fetchJob('end'));
    expect(await ledger.settle('itm_end', 'dropped:not-found')).toBe(true);
    expect(await ledger.settle('itm_end', 'published')).toBe(false);
    expect(await ledger.isDue('itm_end', 'fetch')).toBe(false);
    expect((await ledger.stateOf('itm_end'))?.outcome).toBe('dropped:not-found');
  });

  it('takes a quarantined item back without counting it twice', async () => {
    await ledger.open(itemRef('back'), fetchJob('back'));
    await ledger.settle('itm_back', 'quarantined');
    expect(await ledger.reopen('itm_back')).toBe(true);
    expect(await ledger.reopen('itm_back')).toBe(false);
    expect((await ledger.sum()).balanced).toBe(true);
  });

  it('sends an item back to its first stage with the job it began with', async () => {
    await ledger.open(itemRef('rewind'), fetchJob('rewind'));
    await ledger.advance('itm_rewind', 'fetch', 'clean');
    await ledger.advance('itm_rewind', 'clean', 'dedupe');
    expect(await ledger.rewind('itm_rewind')).toEqual(fetchJob('rewind'));
    expect((await ledger.stateOf('itm_rewind'))?.stage).toBe('fetch');
    expect(await ledger.rewind('itm_end')).toBe(null);
  });

  it('counts what a poll drops at once', async () => {
    expect(await ledger.dropAtPoll(itemRef('linkless'), 'no-link')).toBe(true);
    expect(await ledger.dropAtPoll(itemRef('linkless'), 'no-link')).toBe(false);
  });

  it('keeps an open item however long it takes, and one that ended for sixty days after its last sighting', async () => {
    const ttlOf = (id: string) => runtime.redis.ttl(`${runtime.address.prefix}:ledger:item:${id}`);
    await ledger.known(['itm_once', 'itm_end']);
    const sixtyDays = 60 * 24 * 3600;
    expect([await ttlOf('itm_once'), await ttlOf('itm_back')]).toEqual([-1, -1]); // without end
    expect(await ttlOf('itm_end')).toBeGreaterThan(sixtyDays - 60);
    await runtime.redis.expire(`${runtime.address.prefix}:ledger:item:itm_end`, 100);
    await ledger.known(['itm_end']);
    expect(await ttlOf('itm_end')).toBeGreaterThan(sixtyDays - 60);
  });

  it('proves that seen = ended + open, per source and stage', async () => {
    const sum = await ledger.sum();
    expect(sum).toMatchObject({ seen: 6, ended: 2, open: 4, balanced: true });
    expect(sum.outcomes).toEqual({ 'dropped:not-found': 1, 'dropped:no-link': 1 });
    expect(sum.rows.map(({ stage, waiting }) => [stage, waiting])).toEqual([
      ['poll', 0],
      ['fetch', 3],
      ['clean', 1],
      ['dedupe', 0],
    ]);
  });
});

describe('rejections', () => {
  const runtime = testRuntime();
  const { ledger } = runtime;
  afterAll(() => runtime.close());

  it('counts how many items of a source in a row came to nothing', async () => {
    const ends = [
      'dropped:no-text',
      'quarantined',
      'dropped:unchanged',
      'published',
      'dropped:not-article',
    ] as const;
    const seen: number[] = [];
    for (const [at, end] of ends.entries()) {
      await ledger.open(itemRef(`row${at}`, 'row'), fetchJob(`row${at}`));
      await ledger.settle(`itm_row${at}`, end);
      seen.push((await ledger.rejections()).get('row') ?? 0);
    }
    expect(seen).toEqual([1, 2, 2, 0, 1]);
  });

  it('sends an item back that passed over some stages, and still adds up', async () => {
    const own = testRuntime();
    const { ledger } = own;
    await ledger.open(itemRef('skip'), fetchJob('skip'));
    await ledger.advance('itm_skip', 'fetch', 'link');
    expect(await ledger.rewind('itm_skip')).toEqual(fetchJob('skip'));
    const { rows, balanced } = await ledger.sum();
    expect(balanced).toBe(true);
    expect(rows.every(({ waiting, passed }) => waiting >= 0 && passed >= 0)).toBe(true);
    await ledger.advance('itm_skip', 'fetch', 'clean');
    await ledger.settle('itm_skip', 'dropped:no-text');
    expect((await ledger.sum()).balanced).toBe(true);
    await own.close();
  });
});
