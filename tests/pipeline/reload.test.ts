import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Newsroom, startNewsroom } from '@rasid/newsroom';
import { createRuntime, silentLogger } from '@rasid/runtime';
import { createRedisFeedMemory } from '@rasid/storage';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const command = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url)); // npm test builds before it runs the tests
const address = { url: inject('redisUrl'), prefix: `{t-${randomBytes(6).toString('hex')}}` };

describe('a catalogue edited while the workers run', () => {
  const runtime = createRuntime(address, silentLogger());
  const file = join(mkdtempSync(join(tmpdir(), 'rasid-reload-')), 'sources.yaml');
  let newsroom: Newsroom;
  let child: ChildProcess;
  let said = '';

  beforeAll(async () => {
    newsroom = await startNewsroom();
    writeFileSync(file, catalogue(0));
    const env = {
      ...process.env,
      REDIS_URL: address.url,
      RASID_PREFIX: address.prefix,
      RASID_SOURCES: file,
      RASID_ALLOW_PRIVATE: newsroom.hosts.join(','),
      RASID_LOG_LEVEL: 'silent',
    };
    child = spawn(process.execPath, [command, 'run', '--only', 'poll'], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await runtime.close();
    await newsroom?.close();
  });

  /** The first sources of the newsroom up to this one; those in `paused` are not asked. */
  function catalogue(upTo: number, ...paused: number[]): string {
    const sources = newsroom.sources.slice(0, upTo + 1).map(({ id, outlet, timeZone, feedUrl }, at) => {
      const isPaused = paused.includes(at);
      return { id, outlet, timeZone, feed: feedUrl, paused: isPaused, every: { min: '2s', max: '30s' } };
    });
    return JSON.stringify({ sources }); // JSON is YAML
  }
  const until = async (holds: () => Promise<boolean> | boolean) => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const idOf = (at: number) => newsroom.sources[at]?.id ?? '';
  const memory = createRedisFeedMemory(runtime.redis, address.prefix);
  const isRead = (at: number) => async () => (await memory.state(idOf(at)))?.lastSuccessAt != null;

  it('is followed, and when it is broken the last good one', { timeout: 60_000 }, async () => {
    await until(isRead(0));
    writeFileSync(file, catalogue(1));
    await until(isRead(1));

    writeFileSync(file, '{"sources": [');
    await until(() => said.includes('is not YAML'));
    writeFileSync(file, '{"sources": [{"id": "x"}]}');
    await until(() => said.includes('line 1, sources.0.outlet'));
    expect(child.exitCode).toBe(null);
    expect((await runtime.polls.list()).map(({ sourceId }) => sourceId).sort()).toEqual(
      [idOf(0), idOf(1)].sort(),
    );

    writeFileSync(file, catalogue(2, 0));
    await until(isRead(2));
    expect(said).toContain('can be read again');
    const planned = (await runtime.polls.list()).map(({ sourceId }) => sourceId);
    expect(planned.sort()).toEqual([idOf(1), idOf(2)].sort());
  });
});
