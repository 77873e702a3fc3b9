import { randomBytes } from 'node:crypto';
import type { Incident } from '@rasid/contracts';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { connectRedis } from './connect.ts';
import {
  createRedisIncidentStore,
  type IncidentStore,
  type IncidentWriting,
  type StoredNeighbourhood,
} from './incidents.ts';
import { createMemoryIncidentStore } from './incidents-memory.ts';
import { mostNearBytes, mostPerKey } from './near.ts';

const redis = connectRedis(inject('redisUrl'));
afterAll(() => redis.disconnect());

const place = (
  id: string,
  keys: string[],
  heads: StoredNeighbourhood['heads'] = [],
): IncidentWriting<StoredNeighbourhood> => ({
  put: [{ neighbourhood: { id, reports: [], heads }, keys, articles: [`art_${id}`] }],
  drop: [],
  incidents: [],
});
const probe = (key: string, weight = 5) => ({ key, mark: key.slice(key.indexOf(':') + 1), weight });
const ids = (found: StoredNeighbourhood[]) => found.map(({ id }) => id);
const outbox = { id: 'rec_1', messages: '[]' };
const write = async (store: IncidentStore, writing: IncidentWriting<StoredNeighbourhood>) =>
  store.commit(writing, outbox, await store.standing());

describe.each([
  ['Redis', () => createRedisIncidentStore(redis, `{t-${randomBytes(6).toString('hex')}}`)],
  ['memory', () => createMemoryIncidentStore()],
] as const)('incidents in %s', (_, create) => {
  it('are near when they share enough, the nearest first', async () => {
    const store = create();
    await write(store, place('a', ['7:x', '7:y', '7:z']));
    await write(store, place('b', ['7:x', '7:y']));
    await write(store, place('c', ['7:x']));
    expect(ids(await store.near(['7:x', '7:y', '7:z'].map((key) => probe(key))))).toEqual(['a', 'b']);
    expect(await store.near([])).toEqual([]);
  });

  it('count a mark that they share on several days once', async () => {
    const store = create();
    await write(store, place('a', ['7:x', '8:x']));
    expect(ids(await store.near([probe('7:x'), probe('8:x')]))).toEqual([]);
  });

  it('are written all or not at all: what rests on an older reading is refused', async () => {
    const store = create();
    const standing = await store.standing();
    expect(await store.commit(place('a', ['7:x', '7:y']), outbox, standing)).toBe(true);
    const late = { id: 'rec_2', messages: 'x' };
    expect(await store.commit(place('b', ['7:x', '7:y']), late, standing)).toBe(false);
    expect(await store.outbox('rec_2')).toBe(null);
    expect(ids(await store.near([probe('7:x'), probe('7:y')]))).toEqual(['a']);
    expect(await store.commit(place('b', ['7:x']), late, await store.standing())).toBe(true);
    expect(await store.outbox('rec_2')).toBe('x');
  });

  it('that were merged are found by the keys of both, and by either id', async () => {
    const store = create();
    await write(store, place('a', ['7:x', '7:y'], [{ id: 'inc_1', aliases: [] }]));
    await write(store, place('b', ['7:v', '7:w'], [{ id: 'inc_2', aliases: [] }]));
    const merged = place('a', ['7:v', '7:w'], [{ id: 'inc_1', aliases: ['inc_2'] }]);
    await write(store, { ...merged, drop: [{ id: 'b', keys: ['7:v', '7:w'] }] });
    expect(ids(await store.near([probe('7:v'), probe('7:w')]))).toEqual(['a']);
    expect((await store.ofIncident('inc_2'))?.id).toBe('a');
    expect(ids((await store.ofArticle('art_a')).neighbourhoods)).toEqual(['a']);
  });

  it('keep what an operator did until it is published, or until somebody takes it along', async () => {
    const store = create();
    const unsent = async () => (await store.standing()).unsent;
    const say = async (id: string, isUnsent: boolean) =>
      store.commit(place(id, []), { id, messages: `["${id}"]` }, await store.standing(), { isUnsent });
    await say('one', true);
    expect(await unsent()).toEqual([{ id: 'one', messages: '["one"]' }]);
    await say('two', true);
    expect((await unsent()).map(({ id }) => id)).toEqual(['two']);
    await say('three', false);
    expect(await unsent()).toEqual([]);
    await say('four', true);
    await store.sent('four');
    expect(await unsent()).toEqual([]);
  });

  it('do not follow a key of too many neighbourhoods, and still follow the others', async () => {
    const store = create();
    for (let at = 0; at <= mostPerKey; at++) await write(store, place(`n${at}`, ['7:x', `7:y${at}`]));
    expect(await store.near([probe('7:x', 9)])).toEqual([]);
    expect(ids(await store.near([probe('7:x', 9), probe('7:y3', 9)]))).toEqual(['n3']);
  });

  it('keep the record of an incident that stands as it was written', async () => {
    const store = create();
    const heads = [{ id: 'inc_1', aliases: [] }];
    const incident = { id: 'inc_1', lastReportedAt: '2026-01-01T00:00:00Z' } as unknown as Incident; // the store reads no more
    await write(store, { ...place('a', ['7:x'], heads), incidents: [incident] });
    const [again] = place('a', ['7:y'], heads).put;
    if (again) await write(store, { put: [{ ...again, still: ['inc_1'] }], drop: [], incidents: [] });
    expect(await store.get('inc_1')).toEqual(incident);
    expect((await store.ofIncident('inc_1'))?.id).toBe('a');
  });

  it('keep with an article what was set aside of it, and lead from there to where its incident is now', async () => {
    const store = create();
    const heads = [{ id: 'inc_1', aliases: [] }];
    const aside = { incidentId: 'inc_1', report: { key: 'art_x/evt', articleId: 'art_x' } };
    await write(store, { ...place('a', ['7:x'], heads), aside: [aside] });
    await write(store, { ...place('b', ['7:x'], heads), drop: [{ id: 'a', keys: ['7:x'] }] });
    const found = await store.ofArticle('art_x');
    expect([ids(found.neighbourhoods), found.aside]).toEqual([['b'], [aside]]);
    await write(store, { ...place('b', [], heads), back: [aside] });
    expect(await store.ofArticle('art_x')).toEqual({ neighbourhoods: [], aside: [] });
  });

  it('lead from the ids they were merged from, written once', async () => {
    const store = create();
    const [merged] = place('a', ['7:x'], [{ id: 'inc_1', aliases: ['inc_0'] }]).put;
    const incident = { id: 'inc_1', lastReportedAt: '2026-01-01T00:00:00Z' } as unknown as Incident; // the store reads no more
    if (!merged) throw new Error('one was put');
    await write(store, { put: [{ ...merged, aliases: ['inc_0'] }], drop: [], incidents: [incident] });
    await write(store, { put: [{ ...merged, aliases: [] }], drop: [], incidents: [incident] });
    expect(await store.get('inc_0')).toEqual(incident);
  });

  it('are given back as they were put, heads and all', async () => {
    const store = create();
    const told = [{ id: 'inc_1', aliases: ['inc_0'], title: 'قصف "البلدة"\n\u0000' }];
    await write(store, place('a', ['7:x'], told));
    expect((await store.ofIncident('inc_1'))?.heads).toEqual(told);
    expect((await store.ofIncident('inc_0'))?.id).toBe('a');
  });
});

it('reads the nearest of what everybody tells, and leaves the rest', async () => {
  const store = createRedisIncidentStore(redis, `{t-${randomBytes(6).toString('hex')}}`);
  for (const id of ['a', 'b', 'c', 'd']) {
    const heads = [{ id: `inc_${id}`, aliases: [randomBytes(mostNearBytes / 2).toString('base64')] }];
    await write(store, place(id, ['7:x', '7:y'], heads));
  }
  await write(store, place('z', ['7:x', '7:y', '7:z']));
  const found = ids(await store.near(['7:x', '7:y', '7:z'].map((key) => probe(key))));
  expect(found).toEqual(['z', 'a', 'b']);
});
