import type { Runtime } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import {
  createRedisArchive,
  createRedisHostLanes,
  createRedisPageStore,
  createRedisRevisitStore,
  type FeedMemory,
  type SubscriptionStore,
} from '@rasid/storage';
import { type readConfig, revisitAfterMs } from './config.ts';
import type { FetchTools } from './fetch.ts';
import { type Client, createClient } from './net/client.ts';
import type { PollTools } from './poll.ts';
import { keepSubscribed, pauseWithPush } from './websub/subscribe.ts';

export const version = '0.1.0';
const dayMs = 24 * 3600 * 1000;

type Config = ReturnType<typeof readConfig>;

export type Tools = { client: Client; pollTools: PollTools; fetchTools: FetchTools };

/** What the two stages work with, over the runtime's Redis. */
export function openTools(
  runtime: Runtime,
  config: Config,
  parts: {
    memory: FeedMemory;
    plan: (source: Source, everyMs: number) => Promise<void>;
    subscriptions: SubscriptionStore;
    isFollowed: (sourceId: string) => boolean;
    sampleHosts: readonly string[];
  },
): Tools {
  const { redis, address, ledger } = runtime;
  const allowed = new Set([...config.RASID_ALLOW_PRIVATE, ...parts.sampleHosts]);
  const client = openClient(config, allowed);
  const shared = {
    client,
    allowed,
    lanes: createRedisHostLanes(redis, address.prefix),
    gapMs: config.RASID_HOST_GAP_MS,
    slots: config.RASID_HOST_SLOTS,
    revisits: createRedisRevisitStore(redis, address.prefix),
    revisitAfterMs: revisitAfterMs(config.RASID_REVISIT_HOURS),
    now: () => new Date(),
    feedTimeMs: 60_000, // from the first byte sent to the last one read
    pageTimeMs: 45_000,
  };
  const pollTools = {
    ...shared,
    ...pushTools(config, client, parts),
    memory: parts.memory,
    isFollowed: parts.isFollowed,
    knownToLedger: ledger.known,
    outcomeOf: async (itemId: string) => (await ledger.stateOf(itemId))?.outcome ?? null,
    maxAgeMs: config.RASID_MAX_AGE_DAYS * dayMs,
  };
  const pages = createRedisPageStore(redis, address.prefix);
  const recordOf = createRedisArchive(redis, address.prefix).ofItem;
  return { client, pollTools, fetchTools: { ...shared, pages, recordOf } };
}

/** What WebSub adds to a poll: nothing, unless hubs can reach this installation. */
function pushTools(
  { RASID_WEBSUB_URL: callbackUrl }: Config,
  client: Client,
  { subscriptions, plan }: { subscriptions: SubscriptionStore; plan: PollTools['plan'] },
): Pick<PollTools, 'plan' | 'subscribe'> {
  if (!callbackUrl) return { plan, subscribe: async () => undefined };
  const now = () => new Date();
  return {
    subscribe: (source, answer) =>
      keepSubscribed(source, answer, { client, subscriptions, callbackUrl, now }),
    async plan(source, everyMs) {
      const pauseMs = pauseWithPush(await subscriptions.get(source.id), everyMs, Date.now());
      await plan(source, Math.min(pauseMs, Math.max(everyMs, source.maxIntervalMs)));
    },
  };
}

/** The client as the environment wants it: who asks, and through which proxy. */
export function openClient(config: Config, allowed: ReadonlySet<string>): Client {
  const proxy = { http: config.HTTP_PROXY, https: config.HTTPS_PROXY, except: config.NO_PROXY };
  return createClient({ userAgent: userAgent(config.RASID_CONTACT), allowed, proxy });
}

const userAgent = (contact: string): string =>
  `Rasid/${version} (Arabic news event records${contact ? `; +${contact}` : ''})`;
