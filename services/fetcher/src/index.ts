import { defineStage, PermanentError, type Runtime, type StageDefinition } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import { createRedisFeedMemory, createRedisHostLanes, createRedisPageStore } from '@rasid/storage';
import { readConfig } from './config.ts';
import { fetchPage } from './fetch.ts';
import { offsetOf } from './interval.ts';
import { createClient } from './net/client.ts';
import { poll } from './poll.ts';

export { fetcherEnvironment } from './config.ts';

const version = '0.1.0';
const dayMs = 24 * 3600 * 1000;
const firstPollSpreadMs = 15_000; // the first round of polls after a start is spread over this time

export type FetcherOptions = {
  sources: readonly Source[];
  environment: Record<string, string | undefined>;
  /** host:port pairs of a newsroom on this machine. */
  sampleHosts?: readonly string[];
};

export type Fetcher = {
  stages: StageDefinition[];
  schedule: () => Promise<void>;
  close: () => Promise<void>;
};

/** The poll and fetch stages over the runtime's Redis. */
export function fetcherStages(runtime: Runtime, options: FetcherOptions): Fetcher {
  const { redis, address } = runtime;
  const config = readConfig(options.environment);
  const allowed = new Set([...config.RASID_ALLOW_PRIVATE, ...(options.sampleHosts ?? [])]);
  const client = createClient({ userAgent: userAgent(config.RASID_CONTACT), allowed });
  const lanes = createRedisHostLanes(redis, address.prefix);
  const sources = new Map(options.sources.map((source) => [source.id, source]));
  const plan = (source: Source, everyMs: number) =>
    runtime.polls.plan({ sourceId: source.id, everyMs, offsetMs: offsetOf(source.id, everyMs) });
  const pollTools = {
    client,
    lanes,
    plan,
    memory: createRedisFeedMemory(redis, address.prefix),
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
        const source = sources.get(job.sourceId);
        if (source) return poll(job, source, pollTools, signal);
        await runtime.polls.remove(job.sourceId); // no longer in the catalogue
        throw new PermanentError(`No source ${job.sourceId} in the catalogue`);
      }),
      defineStage('fetch', (job, context) => fetchPage(job, fetchTools, context)),
    ],
    schedule: () => schedule(runtime, options.sources, pollTools.memory, plan),
    close: () => client.close(),
  };
}

/** Plans every source that is not paused, removes those that are gone, and asks each once soon. */
async function schedule(
  runtime: Runtime,
  sources: readonly Source[],
  memory: ReturnType<typeof createRedisFeedMemory>,
  plan: (source: Source, everyMs: number) => Promise<void>,
) {
  const active = sources.filter(({ paused }) => !paused);
  const wanted = new Set(active.map(({ id }) => id));
  for (const { sourceId } of await runtime.polls.list())
    if (!wanted.has(sourceId)) await runtime.polls.remove(sourceId);
  const states = await memory.states(active.map(({ id }) => id));
  for (const source of active) {
    const state = states.get(source.id);
    await plan(source, state?.intervalMs || source.minIntervalMs * 5);
    const isSample = source.minIntervalMs < 60_000;
    if (!state || state.errors === 0)
      await runtime.polls.once(source.id, isSample ? 0 : offsetOf(source.id, firstPollSpreadMs));
  }
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
