import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startConsole } from '@rasid/console';
import type { FetchJob } from '@rasid/contracts';
import { createRuntime, defineStage, pass, type Runtime, silentLogger, startStages } from '@rasid/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRedis } from '../../scripts/redis-binary.mjs';

const jobs = Array.from({ length: 20 }, (_, at): FetchJob => {
  const outlet = { id: 'sana', name: { ar: 'سانا', en: 'SANA' }, country: 'SY' };
  const id = `itm_${at}`;
  const entry = { guid: id, title: null, summary: null, content: null, author: null, categories: [] };
  return {
    item: { id, sourceId: 'sana', outlet, timeZone: 'Asia/Damascus' },
    url: `https://example.org/${at}`,
    entry: { ...entry, publishedAt: null, updatedAt: null },
  };
});

describe('a Redis that is full', () => {
  let redis: ChildProcess;
  let runtime: Runtime;
  let page: Awaited<ReturnType<typeof startConsole>>;
  beforeAll(async () => {
    const port = await freePort();
    const binary = await findRedis();
    const folder = mkdtempSync(join(tmpdir(), 'rasid-full-'));
    const args = [...binary.args, '--port', String(port), '--dir', folder, '--save', ''];
    redis = spawn(binary.command, args, { env: { ...process.env, ...binary.env }, stdio: 'ignore' });
    runtime = createRuntime({ url: `redis://127.0.0.1:${port}`, prefix: '{t-full}' }, silentLogger());
    const listen = { host: '127.0.0.1', port: 0 };
    page = await startConsole({ runtime, catalogue: { sources: () => [] }, listen });
  });
  afterAll(async () => {
    redis.kill('SIGKILL');
    await page.close();
    await runtime.close();
  });
  const memory = (most: string) => runtime.redis.config('SET', 'maxmemory', most);

  it('makes the work wait: no attempt is lost, nothing is quarantined, and it goes on by itself', {
    timeout: 60_000,
  }, async () => {
    const attempts: number[] = [];
    let begin: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const fetching = defineStage('fetch', async (job, { attempt }) => {
      attempts.push(attempt);
      if (attempts.length === 1) await memory('1kb'); // full while jobs are in hand
      begin();
      return pass('clean', { ...job, pageKey: null, contentType: null, fetchedAt: '2026-01-01T00:00:00Z' });
    });
    for (const job of jobs) {
      await runtime.ledger.open(job.item, job);
      await runtime.queues.add('fetch', job);
    }
    const stages = await startStages([fetching], runtime);
    await hasBegun;
    const ready = await fetch(`${page.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'redis-refuses-writes' }]);
    const shown = await fetch(`${page.url}/?lang=en`, { headers: { accept: 'text/html' } });
    expect([shown.status, await shown.text()]).toEqual([503, expect.stringContaining('refuses to write')]);
    await memory('0');
    const passed = async () =>
      (await runtime.queues.counts()).find(({ stage }) => stage === 'clean')?.waiting;
    while ((await passed()) !== jobs.length) await new Promise((resolve) => setTimeout(resolve, 20));
    await stages.stop();
    expect(new Set(attempts)).toEqual(new Set([1]));
    expect(await runtime.dead.count()).toBe(0);
    expect((await runtime.ledger.sum()).balanced).toBe(true);
  });

  it('and one that is away is said on every page at once', { timeout: 30_000 }, async () => {
    redis.kill('SIGKILL');
    await new Promise((resolve) => redis.once('exit', resolve));
    const shown = await fetch(`${page.url}/sources?lang=en`, { headers: { accept: 'text/html' } });
    expect([shown.status, await shown.text()]).toEqual([503, expect.stringContaining('does not answer')]);
    const asked = await fetch(`${page.url}/api/overview`);
    expect([asked.status, await asked.json()]).toEqual([503, { error: 'no-redis' }]);
    expect((await fetch(`${page.url}/health/live`)).status).toBe(200);
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
