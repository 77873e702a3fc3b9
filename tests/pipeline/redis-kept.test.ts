import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis } from '@rasid/storage';
import { expect, it } from 'vitest';
import { provideRedis } from '../../scripts/redis.mjs';

it('the Redis of npm start comes back with what it kept when it is killed, and a second start beside it leaves it alone', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rasid-kept-'));
  const noted = () => JSON.parse(readFileSync(join(folder, 'redis.json'), 'utf8')) as { pid: number };
  const redis = await provideRedis({ folder, persistent: true });
  const client = connectRedis(redis.url);
  try {
    await client.set('kept', 'yes');
    const { pid } = noted();
    process.kill(pid, 'SIGKILL');
    expect(await client.get('kept')).toBe('yes'); // the connection waits for a server
    while (noted().pid === pid) await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await provideRedis({ folder, persistent: true });
    await second.stop();
    expect([second.url, await client.ping()]).toEqual([redis.url, 'PONG']);
  } finally {
    client.disconnect();
    await redis.stop();
  }
});

it('a server that hangs up without a word is no Redis', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rasid-silent-'));
  const silent = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo; // it listens on TCP
  writeFileSync(join(folder, 'redis.json'), JSON.stringify({ pid: process.pid, port }));
  const redis = await provideRedis({ folder, persistent: false });
  await redis.stop();
  silent.close();
  expect(redis.url).not.toContain(`:${port}`);
});

it('a note that a full disk left empty does not stop the next start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rasid-empty-'));
  writeFileSync(join(folder, 'redis.json'), '');
  const redis = await provideRedis({ folder, persistent: false });
  expect(JSON.parse(readFileSync(join(folder, 'redis.json'), 'utf8'))).toMatchObject({ owner: process.pid });
  await redis.stop();
});

it('the Redis of npm start has the same address at every start, another only while that is taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rasid-port-'));
  const startOnce = async () => {
    const redis = await provideRedis({ folder, persistent: true });
    await redis.stop();
    return redis.url;
  };
  const first = await startOnce();
  expect(await startOnce()).toBe(first);
  const taker = createServer().listen(Number(new URL(first).port), '127.0.0.1');
  await new Promise((resolve) => taker.once('listening', resolve));
  expect(await startOnce()).not.toBe(first);
  await new Promise((resolve) => taker.close(resolve));
  expect(await startOnce()).toBe(first);
});
