import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Newsroom, startNewsroom } from '@rasid/newsroom';
import { createRuntime, type LedgerSum, silentLogger, sweep } from '@rasid/runtime';
import { createOutputStream } from '@rasid/storage';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const command = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));
const address = { url: inject('redisUrl'), prefix: `{t-${randomBytes(6).toString('hex')}}` };
const kills = 3;

describe('killing the workers with SIGKILL', () => {
  const runtime = createRuntime(address, silentLogger());
  let newsroom: Newsroom;
  let child: ChildProcess;

  beforeAll(async () => {
    expect(existsSync(command), 'npm test builds before it runs the tests').toBe(true);
    newsroom = await startNewsroom();
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await runtime.close();
    await newsroom?.close();
  });

  function startWorkers(): ChildProcess {
    const sources = newsroom.sources.map(({ id, outlet, timeZone, feedUrl }) => {
      return { id, outlet, timeZone, feed: feedUrl, every: { min: '2s', max: '30s' } };
    });
    const file = join(mkdtempSync(join(tmpdir(), 'rasid-kill-')), 'sources.yaml');
    writeFileSync(file, JSON.stringify({ sources })); // JSON is YAML
    const environment = {
      ...process.env,
      REDIS_URL: address.url,
      RASID_PREFIX: address.prefix,
      RASID_SOURCES: file,
      RASID_ALLOW_PRIVATE: newsroom.hosts.join(','),
      RASID_LOG_LEVEL: 'silent',
      RASID_HOST_GAP_MS: '0',
    };
    return spawn(process.execPath, [command, 'run'], { env: environment, stdio: 'ignore' });
  }

  const until = async (holds: (sum: LedgerSum) => boolean): Promise<LedgerSum> => {
    for (;;) {
      const sum = await runtime.ledger.sum();
      if (holds(sum)) return sum;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  it('loses nothing and publishes nothing twice', { timeout: 180_000 }, async () => {
    const expected = newsroom.stories.filter(({ edition }) => edition === 1);
    for (let kill = 1; kill <= kills; kill++) {
      child = startWorkers();
      // Each time a little further on: in the polls, among the fetches, in the middle, near the end.
      await until(
        ({ seen, ended }) => seen > 0 && ended >= Math.floor(((kill - 1) * expected.length) / kills),
      );
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
    }
    child = startWorkers();
    const nudge = setInterval(() => void sweep(runtime, { staleMs: 3_000 }).catch(() => undefined), 3_000);
    const sum = await until(({ ended, open }) => open === 0 && ended >= expected.length);
    clearInterval(nudge);

    expect(sum.balanced).toBe(true);
    expect(sum.ended).toBe(expected.length);
    const entries = await createOutputStream(runtime.redis, address.prefix).read(
      { time: '2000-01-01T00:00:00Z' },
      10_000,
    );
    const ids = entries.map(({ message }) => message.id);
    expect(new Set(ids).size).toBe(ids.length);
    const published = expected.filter(({ expected: { outcome } }) =>
      ['published', 'copy', 'revision'].includes(outcome),
    );
    const recordIds = entries.flatMap(({ message }) =>
      message.type.startsWith('rasid.record.') ? [message.subject] : [],
    );
    expect(new Set(recordIds).size).toBe(published.length);
  });
});
