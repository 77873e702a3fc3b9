import { defineStage, passAll, type Runtime, type StageDefinition } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import { createRedisFeedMemory, createRedisSubscriptionStore } from '@rasid/storage';
import { readConfig } from './config.ts';
import { fetchPage } from './fetch.ts';
import { poll } from './poll.ts';
import { createRoster } from './roster.ts';
import { openClient, openTools } from './tools.ts';
import { type Listener, listenForHubs } from './websub/listener.ts';

export { fetcherEnvironment } from './config.ts';
export { coolingHosts, resumeHost } from './hosts.ts';
export { openReader, type Reader, type Reading } from './reader.ts';

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
  const config = readConfig(options.environment);
  const memory = createRedisFeedMemory(runtime.redis, runtime.address.prefix);
  const roster = createRoster(runtime, memory, options.sources);
  const subscriptions = createRedisSubscriptionStore(runtime.redis, runtime.address.prefix);
  const beingAsked = new Set<string>();
  let listener: Listener | null = null;
  const { client, pollTools, fetchTools } = openTools(runtime, config, {
    memory,
    plan: roster.plan,
    subscriptions,
    isFollowed: (sourceId) => roster.find(sourceId)?.paused === false,
    sampleHosts: options.sampleHosts ?? [],
  });
  return {
    stages: [
      defineStage('poll', async (job, { signal }) => {
        const source = roster.find(job.sourceId);
        const skip = (why: string) => passAll([], [], { source: job.sourceId, skipped: why });
        if (!source) return skip('not in the catalogue');
        // A server that is slower than its pause, or a hub that wakes twice, would be asked several times at once.
        if (beingAsked.has(source.id)) return skip('is being asked already');
        beingAsked.add(source.id);
        return poll(job, source, pollTools, signal).finally(() => beingAsked.delete(source.id));
      }),
      defineStage('fetch', (job, context) => fetchPage(job, fetchTools, context)),
    ],
    async schedule() {
      const queue = runtime.queues.queueOf('fetch');
      if (config.RASID_FETCH_SLOTS > 0) await queue.setGlobalConcurrency(config.RASID_FETCH_SLOTS);
      else await queue.removeGlobalConcurrency();
      await roster.schedule();
      if (config.RASID_CONTACT === '' && options.sources.some(({ tags }) => !tags.includes('sample')))
        runtime.logger.warn('RASID_CONTACT is not set: the owner of a site cannot reach you');
      if (config.RASID_WEBSUB_URL === undefined) return;
      const place = { host: config.RASID_WEBSUB_HOST, port: config.RASID_WEBSUB_PORT };
      const wake = (sourceId: string) => runtime.polls.once(sourceId);
      listener = await listenForHubs(place, { subscriptions, wake, now: () => new Date() }).catch((error) => {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
        runtime.logger.warn(place, 'another process answers the hubs'); // one of a machine is enough
        return null;
      });
    },
    replace: roster.replace,
    async close() {
      await listener?.close();
      await client.close();
    },
  };
}

/** One document from the web with every guard of the fetcher; for the command line. */
export async function fetchDocument(
  url: string,
): Promise<{ bytes: Uint8Array; url: string; contentType: string | null }> {
  const config = readConfig(process.env);
  const client = openClient(config, new Set(config.RASID_ALLOW_PRIVATE));
  try {
    const answer = await client.get({ url, accept: '*/*', maxBytes: 10_000_000, totalMs: 60_000 });
    if (answer.status !== 200) throw new Error(`${url} answers with status ${answer.status}`);
    return { bytes: answer.bytes, url: answer.url, contentType: answer.headers.get('content-type') };
  } finally {
    await client.close();
  }
}
