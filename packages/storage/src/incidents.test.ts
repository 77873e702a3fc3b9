import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { connectRedis } from './connect.ts';
import {
  createRedisIncidentStore,
  type IncidentStore,
  type IncidentWriting,
  type StoredNeighbourhood,
} from './incidents.ts';
import { createMemoryIncidentStore } from './incidents-memory.ts';

const redis = connectRedis(inject('redisUrl'));
afterAll(() => redis.disconnect());

const place = (
  id: string,
  keys: string[],
  heads: StoredNeighbourhood['heads'] = [],
): IncidentWriting<StoredNeighbourhood> => ({
  put: [{ neighbourhood: { id, heads }, keys, articles: [`art_${id}`] }],
  drop: [],
  incidents: [],
});
const probe = (key: string, weight = 5) => ({ key, mark: key.slice(key.indexOf(':') + 1), weight });
const ids = (found: StoredNeighbourhood[]) => found.map(({ id }) => id);
const outbox = { id: 'rec_1', messages: '[]' };
const write = async (store: IncidentStore, writing: IncidentWriting<StoredNeighbourhood>) =>
  store.commit(writing, outbox, await store.clock());

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
    const clock = await store.clock();
    expect(await store.commit(place('a', ['7:x', '7:y']), outbox, clock)).toBe(true);
    const late = { id: 'rec_2', messages: 'x' };
    expect(await store.commit(place('b', ['7:x', '7:y']), late, clock)).toBe(false);
    expect(await store.outbox('rec_2')).toBe(null);
    expect(ids(await store.near([probe('7:x'), probe('7:y')]))).toEqual(['a']);
    expect(await store.commit(place('b', ['7:x']), late, await store.clock())).toBe(true);
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
    expect(ids(await store.ofArticle('art_a'))).toEqual(['a']);
  });
});
