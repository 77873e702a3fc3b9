import { cleanerStages } from '@rasid/cleaner';
import type { StageName } from '@rasid/contracts';
import { deduplicatorStages } from '@rasid/deduplicator';
import { extractorStages } from '@rasid/extractor';
import { fetcherStages } from '@rasid/fetcher';
import { linkerStages } from '@rasid/linker';
import type { SampleSource } from '@rasid/newsroom';
import { publisherStages } from '@rasid/publisher';
import { createLogger, createRuntime, type RunningStages, type Runtime, startStages } from '@rasid/runtime';
import { loadSources, type Source } from '@rasid/sources';
import { version } from './version.ts';

export type PipelineOptions = {
  address: { url: string; prefix: string };
  stages: readonly StageName[];
  logFile: string | undefined;
  /** The sources of a newsroom on this machine: the only ones that may be on a private address. */
  sample: readonly SampleSource[];
};

export type Pipeline = { runtime: Runtime; sources: Source[]; stop: () => Promise<void> };

/** Wires the services to one runtime and starts the stages: the one place that knows all of them. */
export async function startPipeline(options: PipelineOptions): Promise<Pipeline> {
  const logger = createLogger({ file: options.logFile, level: process.env.RASID_LOG_LEVEL, name: 'rasid' });
  const runtime = createRuntime(options.address, logger);
  const sources = [...loadSources(process.env), ...options.sample.map(toSource)];
  const fetcher = fetcherStages(runtime, {
    sources,
    environment: process.env,
    sampleHosts: options.sample.map(({ feedUrl }) => new URL(feedUrl).host),
  });
  const extractor = extractorStages(version);
  const definitions = [
    ...fetcher.stages,
    ...cleanerStages(runtime),
    ...deduplicatorStages(runtime),
    ...extractor.stages,
    ...linkerStages(runtime),
    ...publisherStages(runtime),
  ].filter(({ stage }) => options.stages.includes(stage));
  const running: RunningStages = await startStages(definitions, runtime);
  if (options.stages.includes('poll')) await fetcher.schedule();
  return {
    runtime,
    sources,
    async stop() {
      await running.stop();
      await Promise.all([fetcher.close(), extractor.close()]);
      await runtime.close();
    },
  };
}

/** A feed of the newsroom as a source: asked often, because it is on this machine. */
function toSource({ id, outlet, timeZone, feedUrl, minIntervalMs, note }: SampleSource): Source {
  return {
    id,
    outlet,
    timeZone,
    note,
    feed: feedUrl,
    kind: 'other',
    language: 'ar',
    tags: ['sample'],
    paused: false,
    headers: {},
    minIntervalMs,
    maxIntervalMs: 30_000,
  };
}
