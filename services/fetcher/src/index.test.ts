import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { createRuntime, silentLogger } from '@rasid/runtime';
import { Source } from '@rasid/sources';
import { describe, expect, inject, it } from 'vitest';
import { fetcherStages } from './index.ts';
import { closeLater, listen, serve } from './test-server.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  const { host } = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return Number(host.split(':')[1]);
}

const until = async (condition: () => Promise<boolean>) => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
};

function open(environment: Record<string, string>, sources: Source[] = []) {
  const address = { url: inject('redisUrl'), prefix: `{t-${randomBytes(6).toString('hex')}}` };
  const runtime = createRuntime(address, silentLogger());
  closeLater(runtime.close);
  const fetcher = fetcherStages(runtime, { sources, environment });
  closeLater(fetcher.close);
  return { runtime, fetcher };
}

describe('the fetcher', () => {
  it('fetches as many pages at once in all processes as it is told', async () => {
    const { runtime, fetcher } = open({ RASID_FETCH_SLOTS: '7' });
    await fetcher.schedule();
    expect(await runtime.queues.queueOf('fetch').getGlobalConcurrency()).toBe(7);
  });

  it('listens for hubs when it is told where they reach it; one process of a machine is enough', async () => {
    const asked = { RASID_WEBSUB_URL: 'https://rasid.example', RASID_WEBSUB_PORT: String(await freePort()) };
    await open(asked).fetcher.schedule();
    await open(asked).fetcher.schedule();
    expect((await fetch(`http://127.0.0.1:${asked.RASID_WEBSUB_PORT}/`)).status).toBe(404);
  });

  it('asks a source that is slower than its pause once at a time', async () => {
    let asked = 0;
    let release: () => void = () => undefined;
    const { host } = await serve((_, response) => {
      asked++;
      release = () => void response.end('<rss version="2.0"><channel><title>x</title></channel></rss>');
    });
    const source = Source.parse({
      id: 'slow',
      outlet: { id: 'slow', name: { ar: 'بطيء', en: 'Slow' }, country: null },
      feed: `http://${host}/feed`,
    });
    const { fetcher } = open({ RASID_ALLOW_PRIVATE: host }, [source]);
    const stage = fetcher.stages.find(({ stage }) => stage === 'poll');
    const context = { signal: AbortSignal.timeout(20_000), attempt: 1, isLastAttempt: true };
    const run = () => stage?.run({ sourceId: 'slow', dueAt: '2026-01-01T00:00:00Z' }, context);
    const first = run();
    expect((await run())?.notes).toMatchObject({ skipped: 'is being asked already' });
    await until(async () => asked === 1);
    release();
    expect((await first)?.notes).toMatchObject({ entries: 0 });
    const third = run();
    await until(async () => asked === 2);
    release();
    await third;
  });

  it('refuses an environment that does not fit, with every problem', () => {
    expect(() => open({ RASID_REVISIT_HOURS: 'soon', RASID_HOST_SLOTS: '0' })).toThrow(
      /RASID_HOST_SLOTS[\s\S]*RASID_REVISIT_HOURS/,
    );
  });
});
