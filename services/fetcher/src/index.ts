import { defineStage, passAll, type Runtime, type StageDefinition } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import { createRedisFeedMemory, createRedisHostLanes, createRedisPageStore } from '@rasid/storage';
import { readConfig } from './config.ts';
import { fetchPage } from './fetch.ts';
import { createClient } from './net/client.ts';
import { poll } from './poll.ts';
import { createRoster } from './roster.ts';

export { fetcherEnvironment } from './config.ts';

const version = '0.1.0';
const dayMs = 24 * 3600 * 1000;

export type FetcherOptions = {
  sources: readonly Source[];
  environment: Record<string, string | undefined>;
  /** host:port pairs of a newsroom on this machine. */
  sampleHosts?: readonly string[];
};

export type Fetcher = {
  stages: StageDefinition[];
  /** Plans the polls of every source. */
  schedule: () => Promise<void>;
  /** Follows other sources from now on, without a restart. */
  replace: (sources: readonly Source[]) => Promise<void>;
  close: () => Promise<void>;
};

/** The poll and fetch stages over the runtime's Redis. */
export function fetcherStages(runtime: Runtime, options: FetcherOptions): Fetcher {
  const { redis, address } = runtime;
  const config = readConfig(options.environment);
  const allowed = new Set([...config.RASID_ALLOW_PRIVATE, ...(options.sampleHosts ?? [])]);
  const client = createClient({ userAgent: userAgent(config.RASID_CONTACT), allowed });
  const lanes = createRedisHostLanes(redis, address.prefix);
  const memory = createRedisFeedMemory(redis, address.prefix);
  const roster = createRoster(runtime, memory, options.sources);
  const pollTools = {
    client,
    lanes,
    memory,
    plan: roster.plan,
    knownToLedger: runtime.ledger.known,
    now: () => new Date(),
    maxAgeMs: config.RASID_MAX_AGE_DAYS * dayMs,
  };
  const fetchTools = {
    client,
    lanes,
    allowed,
    pages: createRedisPageStore(redis, address.prefix),
    gapMs: config.RASID_HOST_GAP_MS,
    now: () => new Date(),
  };
  return {
    stages: [
      defineStage('poll', async (job, { signal }) => {
        const source = roster.find(job.sourceId);
        if (source) return poll(job, source, pollTools, signal);
        return passAll([], [], { source: job.sourceId, skipped: 'not in the catalogue' });
      }),
      defineStage('fetch', (job, context) => fetchPage(job, fetchTools, context)),
    ],
    schedule: roster.schedule,
    replace: roster.replace,
    close: () => client.close(),
  };
}

const userAgent = (contact: string): string =>
  `Rasid/${version} (Arabic news event records${contact ? `; +${contact}` : ''})`;

/** One document from the web with every guard of the fetcher; for the command line. */
export async function fetchDocument(
  url: string,
): Promise<{ bytes: Uint8Array; url: string; contentType: string | null }> {
  const config = readConfig(process.env);
  const client = createClient({
    userAgent: userAgent(config.RASID_CONTACT),
    allowed: new Set(config.RASID_ALLOW_PRIVATE),
  });
  try {
    const answer = await client.get({ url, accept: '*/*', maxBytes: 10_000_000, totalMs: 60_000 });
    if (answer.status !== 200) throw new Error(`${url} answers with status ${answer.status}`);
    return { bytes: answer.bytes, url: answer.url, contentType: answer.headers.get('content-type') };
  } finally {
    await client.close();
  }
}
