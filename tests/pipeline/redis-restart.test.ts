import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Newsroom, startNewsroom } from '@rasid/newsroom';
import { createRuntime, type LedgerSum, type Runtime, silentLogger } from '@rasid/runtime';
import { createOutputStream } from '@rasid/storage';
import { afterAll, describe, expect, it } from 'vitest';
import { findRedis } from '../../scripts/redis-binary.mjs';

const command = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));
const settings = fileURLToPath(new URL('../../infra/redis.conf', import.meta.url));
const prefix = '{t-restart}';

describe('killing Redis with SIGKILL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rasid-restart-'));
  const running: ChildProcess[] = [];
  let newsroom: Newsroom | undefined;
  let runtime: Runtime | undefined;
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await runtime?.close();
    await newsroom?.close();
  });

  async function startRedis(port: number): Promise<ChildProcess> {
    const binary = await findRedis();
    const args = [...binary.args, settings, '--port', String(port), '--dir', folder];
    const child = spawn(binary.command, args, { env: { ...process.env, ...binary.env }, stdio: 'ignore' });
    running.push(child);
    return child;
  }

  function startWorkers(room: Newsroom, url: string): void {
    const sources = room.sources.map(({ id, outlet, timeZone, feedUrl }) => {
      return { id, outlet, timeZone, feed: feedUrl, every: { min: '2s', max: '30s' } };
    });
    const file = join(folder, 'sources.yaml');
    writeFileSync(file, JSON.stringify({ sources })); // JSON is YAML
    const environment = {
      REDIS_URL: url,
      RASID_PREFIX: prefix,
      RASID_SOURCES: file,
      RASID_ALLOW_PRIVATE: room.hosts.join(','),
      RASID_LOG_LEVEL: 'silent',
      RASID_HOST_GAP_MS: '0',
    };
    running.push(
      spawn(process.execPath, [command, 'run'], { env: { ...process.env, ...environment }, stdio: 'ignore' }),
    );
  }

  it('loses nothing and publishes nothing twice', { timeout: 120_000 }, async () => {
    const port = await freePort();
    const redis = await startRedis(port);
    newsroom = await startNewsroom();
    runtime = createRuntime({ url: `redis://127.0.0.1:${port}`, prefix }, silentLogger());
    const { ledger } = runtime;
    const until = async (holds: (sum: LedgerSum) => boolean): Promise<LedgerSum> => {
      for (;;) {
        const sum = await ledger.sum().catch(() => null);
        if (sum && holds(sum)) return sum;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    startWorkers(newsroom, `redis://127.0.0.1:${port}`);
    await until(({ ended }) => ended >= 5);
    redis.kill('SIGKILL');
    await new Promise((resolve) => redis.once('exit', resolve));
    await startRedis(port);

    const expected = newsroom.stories.filter(({ edition }) => edition === 1);
    const sum = await until(({ ended, open }) => open === 0 && ended >= expected.length);
    expect(sum).toMatchObject({ balanced: true, ended: expected.length });
    const entries = await createOutputStream(runtime.redis, prefix).read(
      { time: '2000-01-01T00:00:00Z' },
      10_000,
    );
    const ids = entries.map(({ message }) => message.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
