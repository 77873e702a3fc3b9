import { randomBytes } from 'node:crypto';
import type { Source } from '@rasid/sources';
import type { Subscription, SubscriptionStore } from '@rasid/storage';
import type { Client, HttpAnswer } from '../net/client.ts';
import { FetchFailure } from '../net/failure.ts';
import { type Offer, offerOf } from './offer.ts';

export type SubscribeTools = {
  client: Pick<Client, 'get'>;
  subscriptions: SubscriptionStore;
  /** Where hubs reach this installation. */
  callbackUrl: string;
  now: () => Date;
};

const hourMs = 3_600_000;
const leaseSeconds = 10 * 24 * 3600; // what hubs usually grant
const renewBeforeMs = 24 * hourMs;
const askAgainMs = hourMs; // a hub that took the request and never verified it
const askRefusedMs = 24 * hourMs;

/** Asks the hub a feed offers to tell of its changes, when it is time to; without a document for a renewal only. */
export async function keepSubscribed(
  source: Source,
  answer: HttpAnswer | null,
  tools: SubscribeTools,
): Promise<void> {
  const before = await tools.subscriptions.get(source.id);
  const offer = answer === null ? before : offerOf(answer);
  if (!offer || !isDue(before, offer, tools.now().getTime())) return;
  const { hub, topic } = offer;
  const subscription: Subscription = {
    hub,
    topic,
    secret: before?.secret ?? randomBytes(24).toString('hex'),
    token: before?.token ?? randomBytes(16).toString('hex'),
    state: 'asked',
    askedAt: tools.now().getTime(),
    leaseUntil: before?.leaseUntil ?? null,
    lastPushAt: before?.lastPushAt ?? null,
  };
  // Before the request: a hub may verify while it is being asked.
  await tools.subscriptions.save(source.id, subscription);
  if (!(await ask(source, subscription, tools)))
    await tools.subscriptions.save(source.id, { ...subscription, state: 'refused' });
}

function isDue(before: Subscription | null, offer: Offer, now: number): boolean {
  if (!before || before.hub !== offer.hub || before.topic !== offer.topic) return true;
  if (before.state === 'asked') return now - before.askedAt >= askAgainMs;
  if (before.state === 'refused') return now - before.askedAt >= askRefusedMs;
  return before.leaseUntil !== null && before.leaseUntil - now < renewBeforeMs;
}

async function ask(source: Source, subscription: Subscription, tools: SubscribeTools): Promise<boolean> {
  try {
    const { status } = await tools.client.get({
      url: subscription.hub,
      accept: '*/*',
      maxBytes: 100_000,
      whenLarger: 'cut',
      totalMs: 15_000,
      form: {
        'hub.mode': 'subscribe',
        'hub.topic': subscription.topic,
        'hub.callback': callbackOf(tools.callbackUrl, source.id, subscription.token),
        'hub.secret': subscription.secret,
        'hub.lease_seconds': String(leaseSeconds),
      },
    });
    return status >= 200 && status < 300;
  } catch (error) {
    if (error instanceof FetchFailure) return false;
    throw error;
  }
}

export const callbackOf = (base: string, sourceId: string, token: string): string =>
  `${base.replace(/\/$/, '')}/websub/${sourceId}/${token}`;

const trustMs = 24 * hourMs; // a hub that delivered within a day is alive
const stretch = 4; // polls go on, for hubs lose things, but ever so seldom

/** How long to wait for the next poll of a source whose hub delivers. */
export function pauseWithPush(subscription: Subscription | null, pauseMs: number, now: number): number {
  const isDelivering =
    subscription?.state === 'active' &&
    (subscription.leaseUntil ?? 0) > now &&
    now - (subscription.lastPushAt ?? 0) < trustMs;
  return isDelivering ? pauseMs * stretch : pauseMs;
}
