import type { Runtime } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import {
  createRedisArchive,
  createRedisHostLanes,
  createRedisPageStore,
  createRedisRevisitStore,
  type FeedMemory,
} from '@rasid/storage';
import { type readConfig, revisitAfterMs } from './config.ts';
import type { FetchTools } from './fetch.ts';
import { type Client, createClient } from './net/client.ts';
import type { PollTools } from './poll.ts';

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
    memory: parts.memory,
    plan: parts.plan,
    isFollowed: parts.isFollowed,
    knownToLedger: ledger.known,
    outcomeOf: async (itemId: string) => (await ledger.stateOf(itemId))?.outcome ?? null,
    maxAgeMs: config.RASID_MAX_AGE_DAYS * dayMs,
  };
  const pages = createRedisPageStore(redis, address.prefix);
  const recordOf = createRedisArchive(redis, address.prefix).ofItem;
  return { client, pollTools, fetchTools: { ...shared, pages, recordOf } };
}

/** The client as the environment wants it: who asks, and through which proxy. */
export function openClient(config: Config, allowed: ReadonlySet<string>): Client {
  const proxy = { http: config.HTTP_PROXY, https: config.HTTPS_PROXY, except: config.NO_PROXY };
  return createClient({ userAgent: userAgent(config.RASID_CONTACT), allowed, proxy });
}

const userAgent = (contact: string): string =>
  `Rasid/${version} (Arabic news event records${contact ? `; +${contact}` : ''})`;
