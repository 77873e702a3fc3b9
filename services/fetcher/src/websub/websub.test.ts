import { createHmac } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { Source } from '@rasid/sources';
import { createMemorySubscriptionStore, type Subscription } from '@rasid/storage';
import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../net/client.ts';
import { poll } from '../poll.ts';
import { clientFor, closeLater, never, pollTools, serve, sourceAt, status } from '../test-server.ts';
import { listenForHubs } from './listener.ts';
import { offerOf } from './offer.ts';
import { keepSubscribed, pauseWithPush } from './subscribe.ts';

const hour = 3_600_000;
const day = 24 * hour;

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
}

/** A hub as the recommendation describes one: takes a request, verifies it, delivers what it is told to publish. */
async function startHub(answer: RequestListener = status(202), leaseSeconds = '864000') {
  const asked: URLSearchParams[] = [];
  const { origin, host } = await serve(async (request, response) => {
    asked.push(await bodyOf(request));
    answer(request, response);
  });
  const last = () => asked.at(-1) ?? expect.fail('the hub was not asked');
  const verify = (change: Record<string, string> = {}) => {
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': last().get('hub.topic') ?? '',
      'hub.challenge': 'challenge-7',
      'hub.lease_seconds': leaseSeconds,
      ...change,
    });
    return fetch(`${last().get('hub.callback')}?${query}`);
  };
  const deliver = (body: string, secret = last().get('hub.secret') ?? '', method = 'sha256') =>
    fetch(last().get('hub.callback') ?? '', {
      method: 'POST',
      body,
      headers: { 'x-hub-signature': `${method}=${createHmac(method, secret).update(body).digest('hex')}` },
    });
  return { origin, host, asked, verify, deliver };
}

/** A feed that offers the hub, a callback that listens, and the polls that deliveries wake. */
async function start(hub: Awaited<ReturnType<typeof startHub>>) {
  const feed = await serve((_, response) =>
    response.end(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>ع</title><link rel="hub" href="${hub.origin}/hub"/><link href="${hub.origin}/topic" rel="self"/><entry><id>1</id><title>خبر</title><link href="https://e.org/1"/></entry></feed>`,
    ),
  );
  const subscriptions = createMemorySubscriptionStore();
  const woken: string[] = [];
  let now = Date.parse('2026-11-01T00:00:00Z');
  const clock = () => new Date(now);
  const listener = await listenForHubs(
    { host: '127.0.0.1', port: 0 },
    { subscriptions, wake: async (sourceId) => void woken.push(sourceId), now: clock },
  );
  closeLater(listener.close);
  const callbackUrl = `http://127.0.0.1:${listener.port}/public/`;
  const hubTools = { client: clientFor(hub.host), subscriptions, callbackUrl, now: clock };
  const tools = {
    ...pollTools(new Set(), feed.host),
    now: clock,
    subscribe: (source: Source, answer: HttpAnswer | null) => keepSubscribed(source, answer, hubTools),
  };
  const source = sourceAt(`${feed.origin}/feed`);
  return {
    ask: () => poll({ sourceId: 's', dueAt: '' }, source, tools, never),
    subscription: async () => (await subscriptions.get('s')) ?? expect.fail('no subscription'),
    woken,
    callbackUrl,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('WebSub', () => {
  it('subscribes at the hub a feed offers, and a signed delivery wakes its poll', async () => {
    const hub = await startHub();
    const { ask, subscription, woken } = await start(hub);
    await ask();
    expect(Object.fromEntries(hub.asked[0] ?? [])).toMatchObject({
      'hub.mode': 'subscribe',
      'hub.topic': `${hub.origin}/topic`,
      'hub.callback': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/public\/websub\/s\/[0-9a-f]{32}$/),
    });
    const verified = await hub.verify();
    expect([verified.status, await verified.text()]).toEqual([200, 'challenge-7']);
    expect(await subscription()).toMatchObject({ state: 'active' });
    for (const method of ['sha1', 'sha256', 'sha384', 'sha512'])
      expect((await hub.deliver('<feed/>', undefined, method)).status).toBe(202);
    expect(woken).toEqual(['s', 's', 's', 's']);
  });

  it('asks a hub once, and again before its lease ends', async () => {
    const hub = await startHub();
    const { ask, pass } = await start(hub);
    await ask();
    await hub.verify();
    pass(8 * day);
    await ask();
    expect(hub.asked).toHaveLength(1);
    pass(1.5 * day);
    await ask();
    expect(hub.asked).toHaveLength(2);
    expect(hub.asked[1]?.get('hub.secret')).toBe(hub.asked[0]?.get('hub.secret'));
  });

  it('asks again after an hour when the hub never verified, after a day when it refused', async () => {
    const silent = await startHub();
    const one = await start(silent);
    await one.ask();
    one.pass(0.9 * hour);
    await one.ask();
    expect(silent.asked).toHaveLength(1);
    one.pass(0.2 * hour);
    await one.ask();
    expect(silent.asked).toHaveLength(2);

    const rude = await startHub(status(500));
    const other = await start(rude);
    await other.ask();
    expect(await other.subscription()).toMatchObject({ state: 'refused' });
    other.pass(2 * hour);
    await other.ask();
    expect(rude.asked).toHaveLength(1);
    other.pass(23 * hour);
    await other.ask();
    expect(rude.asked).toHaveLength(2);
  });

  it('heeds a hub that denies', async () => {
    const hub = await startHub();
    const { ask, subscription } = await start(hub);
    await ask();
    expect((await hub.verify({ 'hub.mode': 'denied' })).status).toBe(200);
    expect(await subscription()).toMatchObject({ state: 'refused' });
  });

  it('ignores deliveries that are not signed, or with another secret', async () => {
    const hub = await startHub();
    const { ask, woken } = await start(hub);
    await ask();
    await hub.verify();
    const callback = hub.asked[0]?.get('hub.callback') ?? '';
    expect((await hub.deliver('<feed/>', 'guessed')).status).toBe(202);
    expect((await fetch(callback, { method: 'POST', body: 'x' })).status).toBe(202);
    const unsigned = { 'x-hub-signature': 'md5=00' };
    expect((await fetch(callback, { method: 'POST', body: 'x', headers: unsigned })).status).toBe(202);
    expect(woken).toEqual([]);
  });

  it('knows no one but the hubs it asked', async () => {
    const hub = await startHub();
    const { ask, callbackUrl, subscription } = await start(hub);
    await ask();
    const callback = hub.asked[0]?.get('hub.callback') ?? '';
    expect((await hub.verify({ 'hub.topic': 'https://e.org/other' })).status).toBe(404);
    expect((await hub.verify({ 'hub.mode': 'unsubscribe' })).status).toBe(404);
    expect((await fetch(`${callbackUrl}websub/s/${'0'.repeat(32)}`)).status).toBe(404);
    expect((await fetch(`${callbackUrl}websub/other/${'0'.repeat(32)}`)).status).toBe(404);
    expect((await fetch(callbackUrl)).status).toBe(404);
    expect((await fetch(`${callbackUrl}/`)).status).toBe(404);
    expect((await fetch(callback, { method: 'DELETE' })).status).toBe(405);
    expect(await subscription()).toMatchObject({ state: 'asked', leaseUntil: null });
  });

  it('asks no hub on a private address', async () => {
    const hub = await startHub();
    const { ask, subscription } = await start({ ...hub, host: 'elsewhere:1' });
    await ask();
    expect(hub.asked).toEqual([]);
    expect(await subscription()).toMatchObject({ state: 'refused' });
  });

  it('polls more seldom while the hub delivers, and as before when it stops', () => {
    const base: Subscription = {
      hub: '',
      topic: '',
      secret: '',
      token: '',
      state: 'active',
      askedAt: 0,
      leaseUntil: 10 * day,
      lastPushAt: 0,
    };
    expect(pauseWithPush(base, 60_000, hour)).toBe(240_000);
    expect(pauseWithPush(base, 60_000, 2 * day)).toBe(60_000);
    expect(pauseWithPush({ ...base, leaseUntil: 1 }, 60_000, hour)).toBe(60_000);
    expect(pauseWithPush({ ...base, state: 'refused' }, 60_000, hour)).toBe(60_000);
    expect(pauseWithPush(null, 60_000, hour)).toBe(60_000);
  });
});

describe('the offer of a feed', () => {
  const offer = (text: string, link: string | null = null) =>
    offerOf({
      url: 'https://e.org/feed',
      bytes: Buffer.from(text),
      headers: { get: (name) => (name === 'link' ? link : null) },
    });

  it.each([
    ['Atom', '<feed><link rel="hub" href="https://h.org/"/><link rel="self" href="https://e.org/s"/></feed>'],
    [
      'RSS with the Atom namespace',
      "<rss><atom:link href='https://h.org/' rel='hub' /><atom:link rel='self' href='/s'/></rss>",
    ],
    [
      'another prefix',
      '<rss><a10:link rel="hub" href="https://h.org/"></a10:link><a10:link href="s" rel="self"/></rss>',
    ],
    [
      'JSON Feed',
      '{"feed_url":"https:\\/\\/e.org\\/s","hubs":[{"type":"WebSub","url":"https:\\/\\/h.org\\/"}]}',
    ],
  ])('is read from %s', (_, text) => {
    expect(offer(text)).toEqual({ hub: 'https://h.org/', topic: 'https://e.org/s' });
  });

  it('is read from the headers', () => {
    expect(offer('', '<https://h.org/>; rel="hub", <https://e.org/s>; rel=self')).toEqual({
      hub: 'https://h.org/',
      topic: 'https://e.org/s',
    });
  });

  it('is about the feed itself when it gives itself no name', () => {
    expect(offer('<feed><link rel="hub" href="https://h.org/?a=1&amp;b=2"/></feed>')).toEqual({
      hub: 'https://h.org/?a=1&b=2',
      topic: 'https://e.org/feed',
    });
  });

  it('is none where no hub is named', () => {
    for (const text of [
      '<feed><link rel="alternate" href="/"/></feed>',
      '',
      '<rss>',
      '{"hubs":[]}',
      '<link rel="hub" href="ftp://h.org/">',
    ])
      expect(offer(text)).toBe(null);
  });
});
