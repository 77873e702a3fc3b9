import { randomBytes } from 'node:crypto';
import { testMessage, testRecord } from '@rasid/contracts/testing';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { createMemoryArchive, createRedisArchive } from './archive.ts';
import { connectRedis } from './connect.ts';
import { createOutputStream } from './output.ts';

const redis = connectRedis(inject('redisUrl'));
const prefix = () => `{t-${randomBytes(6).toString('hex')}}`;
afterAll(() => redis.disconnect());

for (const [name, create] of [
  ['Redis', () => createRedisArchive(redis, prefix())],
  ['memory', createMemoryArchive],
] as const) {
  describe(`the archive in ${name}`, () => {
    it('gives back what was put, and null for what was not', async () => {
      const archive = create();
      await archive.put(testRecord('a'), '2026-01-01T00:00:00Z');
      expect(await archive.get('rec_a')).toEqual(testRecord('a'));
      expect(await archive.get('rec_b')).toBe(null);
    });

    it('leads from an item to the newest record of its article, until that is withdrawn', async () => {
      const archive = create();
      const [first, second] = [testRecord('a'), testRecord('b')];
      await archive.put(first, '2026-01-01T00:00:00Z', 'itm_1');
      await archive.put({ ...second, article: first.article, revision: 2 }, '2026-01-02T00:00:00Z', 'itm_2');
      expect(await archive.ofItem('itm_1')).toMatchObject({ id: 'rec_b' });
      expect(await archive.ofItem('itm_9')).toBe(null);
      await archive.withdraw('rec_b', '2026-01-03T00:00:00Z');
      expect(await archive.withdrawnAt('rec_b')).toBe('2026-01-03T00:00:00Z');
      expect(await archive.ofItem('itm_1')).toBe(null);
      expect(await archive.get('rec_b')).not.toBe(null);
    });

    it('lists the newest first and counts a record that is put again once', async () => {
      const archive = create();
      await archive.put(testRecord('a'), '2026-01-01T00:00:00Z');
      await archive.put(testRecord('b'), '2026-01-02T00:00:00Z');
      await archive.put(testRecord('a'), '2026-01-01T00:00:00Z');
      expect((await archive.recent({ limit: 10 })).map(({ id }) => id)).toEqual(['rec_b', 'rec_a']);
      expect(await archive.recent({ limit: 10, eventsOnly: true })).toEqual([]);
      expect(await archive.count()).toBe(2);
    });
  });
}

describe('the output stream', () => {
  it('takes a message once, however often it comes', async () => {
    const stream = createOutputStream(redis, prefix());
    expect(await stream.append([testMessage('1'), testMessage('2')])).toHaveLength(2);
    expect((await stream.append([testMessage('2'), testMessage('3')])).map(({ id }) => id)).toEqual([
      'msg_3',
    ]);
    const entries = await stream.read({ time: '2000-01-01T00:00:00Z' }, 10);
    expect(entries.map(({ message }) => message.id)).toEqual(['msg_1', 'msg_2', 'msg_3']);
  });

  it('is read in pages and from its end', async () => {
    const stream = createOutputStream(redis, prefix());
    await stream.append(['1', '2', '3'].map(testMessage));
    const [first] = await stream.read({ time: '2000-01-01T00:00:00Z' }, 1);
    const rest = await stream.read({ after: first?.streamId ?? '' }, 10);
    expect(rest.map(({ message }) => message.id)).toEqual(['msg_2', 'msg_3']);
    expect((await stream.latest(1)).map(({ message }) => message.id)).toEqual(['msg_3']);
  });
});
