import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { poll } from './poll.ts';
import { inTurn, never, pollTools, serve, sourceAt, status } from './test-server.ts';

const rss = (...guids: string[]) =>
  `<rss version="2.0"><channel><title>ع</title>${guids.map((guid) => `<item><guid isPermaLink="false">${guid}</guid><title>خبر ${guid}</title><link>https://e.org/${guid}?utm_source=rss</link></item>`).join('')}</channel></rss>`;

async function start(listener: RequestListener) {
  const { origin, host } = await serve(listener);
  const ledger = new Set<string>();
  const tools = pollTools(ledger, host);
  const once = async () => {
    const outcome = await poll({ sourceId: 's', dueAt: '' }, sourceAt(`${origin}/feed`), tools, never);
    for (const { data } of outcome.emissions) ledger.add(data.item.id);
    return outcome.emissions.map(({ data }) => data.entry.guid);
  };
  return { once, memory: tools.memory, ledger };
}

describe('poll', () => {
  it('hands on each entry once', async () => {
    const { once } = await start(inTurn(rss('1', '2'), rss('1', '2', '3'), rss('1', '2', '3')));
    expect([await once(), await once(), await once()]).toEqual([['1', '2'], ['3'], []]);
  });

  it('hands on again what was lost before it was queued, though the feed is unchanged', async () => {
    const { once, ledger } = await start(inTurn(rss('1')));
    await once();
    ledger.clear();
    expect([await once(), await once(), await once()]).toEqual([['1'], [], []]);
  });

  it('hands on again what the ledger does not know', async () => {
    const { once, ledger } = await start(inTurn(rss('1'), rss('1', '2')));
    await once();
    ledger.clear();
    expect(await once()).toEqual(['1', '2']);
  });

  it.each([
    ['html', '<html><body>x</body></html>'],
    ['server', status(500)],
    ['not-found', status(404)],
    ['refused', status(403)],
  ])('names a failure as %s and is well again after one success', async (outcome, body) => {
    const { once, memory } = await start(inTurn(body, body, rss('1')));
    expect(await once()).toEqual([]);
    expect(await memory.state('s')).toMatchObject({
      lastOutcome: outcome,
      errors: expect.toSatisfy((n: number) => n > 0),
    });
    await once();
    expect(await once()).toEqual(['1']);
    expect(await memory.state('s')).toMatchObject({ errors: 0, lastOutcome: 'new' });
  });

  it('does not call a failed source well for an empty feed', async () => {
    const { once, memory } = await start(inTurn(status(500), rss()));
    await once();
    await once();
    expect(await memory.state('s')).toMatchObject({ lastOutcome: 'empty', empties: 1, lastSuccessAt: null });
    expect((await memory.state('s'))?.errors).toBeGreaterThan(0);
  });

  it('does not call a failed source well for a 304', async () => {
    const { once, memory } = await start(inTurn(status(500), status(304)));
    await once();
    await once();
    expect((await memory.state('s'))?.errors).toBeGreaterThan(0);
  });
});
