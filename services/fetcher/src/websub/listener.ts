import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Subscription, SubscriptionStore } from '@rasid/storage';

export type ListenerTools = {
  subscriptions: SubscriptionStore;
  /** A feed has changed: it is asked now. */
  wake: (sourceId: string) => Promise<void>;
  now: () => Date;
};

export type Listener = { port: number; close: () => Promise<void> };

const maxBody = 20_000_000; // what a hub delivers is only counted and signed, never kept

/** Answers hubs: agrees to what was asked for, and takes a signed delivery as the news that a feed has changed. */
export async function listenForHubs(
  address: { host: string; port: number },
  tools: ListenerTools,
): Promise<Listener> {
  const server = createServer((request, response) => {
    answer(request, response, tools).catch(() => end(response, 500));
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.maxConnections = 100; // hubs are few
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  tools: ListenerTools,
): Promise<void> {
  const [path = '/', base] = [request.url, 'http://callback.invalid'];
  if (!URL.canParse(path, base)) return end(response, 404); // "//"
  const url = new URL(path, base);
  const [, sourceId = '', token = ''] =
    /^(?:\/[^/]{0,100}){0,5}\/websub\/([a-z0-9-]{1,61})\/([0-9a-f]{32})$/.exec(url.pathname) ?? [];
  const subscription = sourceId ? await tools.subscriptions.get(sourceId) : null;
  if (!subscription || !isSame(token, subscription.token)) return end(response, 404);
  if (request.method === 'GET') return agree(url.searchParams, response, { sourceId, subscription, tools });
  if (request.method === 'POST') return deliver(request, response, { sourceId, subscription, tools });
  end(response, 405);
}

type Case = { sourceId: string; subscription: Subscription; tools: ListenerTools };

/** The hub asks whether the subscription was meant. */
async function agree(
  query: URLSearchParams,
  response: ServerResponse,
  { sourceId, subscription, tools }: Case,
) {
  const mode = query.get('hub.mode');
  if (query.get('hub.topic') !== subscription.topic) return end(response, 404);
  if (mode === 'denied') {
    await tools.subscriptions.save(sourceId, { ...subscription, state: 'refused' });
    return end(response, 200);
  }
  const challenge = query.get('hub.challenge');
  if (mode !== 'subscribe' || !challenge) return end(response, 404); // an end of it was not asked for
  const seconds = Number(query.get('hub.lease_seconds'));
  const leaseMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 24 * 3_600_000;
  const leaseUntil = tools.now().getTime() + leaseMs;
  await tools.subscriptions.save(sourceId, { ...subscription, state: 'active', leaseUntil });
  response
    .writeHead(200, { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' })
    .end(challenge);
}

/** A delivery wakes the poll of the feed; one that is not signed with the secret is thanked for and ignored (WebSub 8). */
async function deliver(
  request: IncomingMessage,
  response: ServerResponse,
  { sourceId, subscription, tools }: Case,
) {
  const [, method = '', signature = ''] =
    /^(sha(?:1|256|384|512))=([0-9a-f]{40,128})$/i.exec(String(request.headers['x-hub-signature'] ?? '')) ??
    [];
  const hmac = createHmac(method.toLowerCase() || 'sha256', subscription.secret);
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length; // no encoding was set
    if (size > maxBody) return end(response, 413);
    hmac.update(part as Buffer);
  }
  end(response, 202);
  if (!isSame(hmac.digest('hex'), signature.toLowerCase())) return;
  const current = (await tools.subscriptions.get(sourceId)) ?? subscription;
  await tools.subscriptions.save(sourceId, { ...current, lastPushAt: tools.now().getTime() });
  await tools.wake(sourceId);
}

const isSame = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
};

const end = (response: ServerResponse, status: number): void => {
  if (!response.headersSent) response.writeHead(status);
  response.end();
};
