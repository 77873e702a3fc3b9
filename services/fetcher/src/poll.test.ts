import type { RequestListener } from 'node:http';
import type { Source } from '@rasid/sources';
import { createMemoryFeedMemory, createMemoryHostLanes } from '@rasid/storage';
import { describe, expect, it } from 'vitest';
import { poll } from './poll.ts';
import { clientFor, serve } from './test-server.ts';

const never = new AbortController().signal;

describe('poll', () => {
  const rss = (...guids: string[]) =>
    `<rss version="2.0"><channel><title>ع</title>${guids.map((guid) => `<item><guid isPermaLink="false">${guid}</guid><title>خبر ${guid}</title><link>https://e.org/${guid}?utm_source=rss</link></item>`).join('')}</channel></rss>`;

  async function start(listener: RequestListener) {
    const { origin, host } = await serve(listener);
    const source: Source = {
      id: 's',
      outlet: { id: 's', name: { ar: 'س', en: 'S' }, country: null },
      kind: 'other',
      language: 'ar',
      timeZone: 'UTC',
      feed: `${origin}/feed`,
      tags: [],
      paused: false,
      headers: {},
      minIntervalMs: 1_000,
      maxIntervalMs: 60_000,
    };
    const ledger = new Set<string>();
    const memory = createMemoryFeedMemory();
    const tools = {
      client: clientFor(host),
      memory,
      lanes: createMemoryHostLanes(),
      plan: async () => undefined,
      knownToLedger: async (ids: readonly string[]) => ids.map((id) => ledger.has(id)),
      now: () => new Date(),
      maxAgeMs: 1e12,
    };
    const once = async () => {
      const outcome = await poll({ sourceId: 's', dueAt: '' }, source, tools, never);
      for (const { data } of outcome.emissions) ledger.add(data.item.id);
      return outcome.emissions.map(({ data }) => data.entry.guid);
    };
    return { once, memory, ledger };
  }
  const answers = (
    ...bodies: (string | ((response: Parameters<RequestListener>[1]) => void))[]
  ): RequestListener => {
    let at = 0;
    return (_, response) => {
      const body = bodies[Math.min(at++, bodies.length - 1)];
      if (typeof body === 'function') body(response);
      else response.end(body);
    };
  };

  it('hands on each entry once', async () => {
    const { once } = await start(answers(rss('1', '2'), rss('1', '2', '3'), rss('1', '2', '3')));
    expect([await once(), await once(), await once()]).toEqual([['1', '2'], ['3'], []]);
  });

  it('knows an entry by its address when the guid changes', async () => {
    const { once } = await start(answers(rss('1'), rss('1').replace('>1<', '>new<')));
    expect([await once(), await once()]).toEqual([['1'], []]);
  });

  it('reads an entry again when its words changed', async () => {
    const { once } = await start(answers(rss('1'), rss('1').replace('خبر', 'تحديث')));
    expect([await once(), await once()]).toEqual([['1'], ['1']]);
  });

  it('hands on again what was lost before it was queued, though the feed is unchanged', async () => {
    const { once, ledger } = await start(answers(rss('1')));
    await once();
    ledger.clear();
    expect([await once(), await once(), await once()]).toEqual([['1'], [], []]);
  });

  it('hands on again what the ledger does not know', async () => {
    const { once, ledger } = await start(answers(rss('1'), rss('1', '2')));
    await once();
    ledger.clear();
    expect(await once()).toEqual(['1', '2']);
  });

  it.each([
    ['html', '<html><body>x</body></html>'],
    ['server', (response: Parameters<RequestListener>[1]) => void response.writeHead(500).end()],
    ['not-found', (response: Parameters<RequestListener>[1]) => void response.writeHead(404).end()],
    ['refused', (response: Parameters<RequestListener>[1]) => void response.writeHead(403).end()],
  ])('names a failure as %s and is well again after one success', async (outcome, body) => {
    const { once, memory } = await start(answers(body, body, rss('1')));
    expect(await once()).toEqual([]);
    expect(await memory.state('s')).toMatchObject({
      lastOutcome: outcome,
      errors: expect.toSatisfy((n: number) => n > 0),
    });
    await once();
    expect(await once()).toEqual(['1']);
    expect(await memory.state('s')).toMatchObject({ errors: 0, lastOutcome: 'new' });
  });

  it('does not call a failed source well for a 304', async () => {
    const failing = (response: Parameters<RequestListener>[1]) => void response.writeHead(500).end();
    const unchanged = (response: Parameters<RequestListener>[1]) => void response.writeHead(304).end();
    const { once, memory } = await start(answers(failing, unchanged));
    await once();
    await once();
    expect((await memory.state('s'))?.errors).toBeGreaterThan(0);
  });
});
