import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { mannerOf } from '../ask.ts';
import { poll } from '../poll.ts';
import { never, pollTools, serve, sourceAt } from '../test-server.ts';
import { feed } from './test-try.ts';

const day = 24 * 3_600_000;

type Server = {
  /** Changes the document. */
  publish: () => void;
  answer: (request: IncomingMessage, response: ServerResponse, body: string, version: number) => void;
};

/** A feed that grows by an item whenever `publish` is called, polled every minute by the clock of the test. */
async function watch(answer: Server['answer']) {
  let version = 1;
  let requests = 0;
  const body = () =>
    feed(
      Array.from(
        { length: version },
        (_, at) => `<item><guid>${at}</guid><title>خبر ${at}</title><link>https://e.org/${at}</link></item>`,
      ).join(''),
    );
  const { origin, host } = await serve((request, response) => {
    requests++;
    answer(request, response, body(), version);
  });
  const ledger = new Set<string>();
  let now = Date.parse('2026-11-01T00:00:00Z');
  const tools = { ...pollTools(ledger, host), now: () => new Date(now) };
  const ask = async () => {
    const polled = await poll({ sourceId: 's', dueAt: '' }, sourceAt(`${origin}/feed`), tools, never);
    for (const { data } of polled.emissions) ledger.add(data.item.id);
    now += 60_000;
    return polled.emissions.length;
  };
  const state = async () => (await tools.memory.state('s')) ?? expect.fail('no state');
  return {
    ask,
    state,
    requests: () => requests,
    publish: () => {
      version++;
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

const honest: Server['answer'] = (request, response, body, version) => {
  const etag = `"${version}"`;
  if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.writeHead(200, { etag }).end(body);
};

/** Says 304 to every request that carries a validator, whatever has changed. */
const liar: Server['answer'] = (request, response, body, version) => {
  if (request.headers['if-none-match'] !== undefined) response.writeHead(304).end();
  else response.writeHead(200, { etag: `"${version}"` }).end(body);
};

/** Keeps one mark for all its documents. */
const forgetful: Server['answer'] = (request, response, body) => {
  const lastModified = 'Sun, 01 Nov 2026 00:00:00 GMT';
  if (request.headers['if-modified-since'] === lastModified) response.writeHead(304).end();
  else response.writeHead(200, { 'last-modified': lastModified }).end(body);
};

describe('validators', () => {
  it('save an honest server its document', async () => {
    const { ask, state } = await watch(honest);
    for (let at = 0; at < 4; at++) await ask();
    expect(await state()).toMatchObject({ lastOutcome: 'not-modified', etag: '"1"', liedAbout304: 0 });
  });

  it('never accuse an honest server, however often it publishes', async () => {
    const { ask, state, publish } = await watch(honest);
    let found = 0;
    for (let at = 0; at < 60; at++) {
      if (at % 3 === 0) publish();
      found += await ask();
    }
    expect(found).toBe(21);
    expect(await state()).toMatchObject({ liedAbout304: 0, errors: 0 });
  });

  it.each([
    ['says 304 to everything', liar],
    ['keeps one date for all documents', forgetful],
  ])('are not sent for a month to a server that %s', async (_, answer) => {
    const { ask, state, publish, pass } = await watch(answer);
    for (let at = 0; at < 5; at++) await ask();
    publish();
    let found = 0;
    for (let at = 0; at < 12; at++) found += await ask();
    expect(found, 'the hidden item is found').toBe(1);
    expect((await state()).liedAbout304).toBe(1);
    publish();
    expect(await ask(), 'the next one is found at once').toBe(1);
    const before = await state();
    expect(mannerOf({ ...before, etag: 'x' }, Date.parse(before.liedAt ?? '') + 29 * day)).toMatchObject({
      etag: null,
    });
    pass(31 * day);
    const manner = mannerOf(
      { ...before, etag: 'x', polls: 11, fullReadAt: '2026-12-02T00:00:00Z' },
      Date.parse('2026-12-02T01:00:00Z'),
    );
    expect(manner).toMatchObject({ etag: 'x' });
  });

  it('are left out every tenth time, and after a day', async () => {
    const { state, ask, pass } = await watch(honest);
    for (let at = 0; at < 3; at++) await ask();
    const { polls } = await state();
    expect(polls).toBe(3);
    pass(25 * 3_600_000);
    await ask();
    expect(await state()).toMatchObject({ lastOutcome: 'unchanged' });
    await ask();
    expect(await state()).toMatchObject({ lastOutcome: 'not-modified' });
  });

  it('that nobody sent make of a 304 an error', async () => {
    const { ask, state } = await watch((_, response) => response.writeHead(304).end());
    await ask();
    expect(await state()).toMatchObject({ lastOutcome: 'unasked-304', liedAbout304: 1 });
    expect((await state()).errors).toBeGreaterThan(0);
  });

  it('count for nothing when the document is the same: the body is compared', async () => {
    const { ask, state } = await watch((_, response, body) =>
      response.writeHead(200, { etag: `"${Math.random()}"` }).end(body),
    );
    for (let at = 0; at < 4; at++) await ask();
    expect(await state()).toMatchObject({ lastOutcome: 'unchanged', items: 1 });
  });

  it('that are too long to be meant are sent as they came', async () => {
    const etag = `"${'x'.repeat(4_000)}"`;
    let sent: unknown;
    const { ask } = await watch((request, response, body) => {
      sent = request.headers['if-none-match'] ?? sent;
      response.writeHead(200, { etag }).end(body);
    });
    for (let at = 0; at < 4; at++) await ask();
    expect(sent).toBe(etag);
  });
});
