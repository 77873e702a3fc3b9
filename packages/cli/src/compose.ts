import { cleanerStages } from '@rasid/cleaner';
import type { StageName } from '@rasid/contracts';
import { deduplicatorStages } from '@rasid/deduplicator';
import { extractorStages } from '@rasid/extractor';
import { fetcherStages } from '@rasid/fetcher';
import { linkerStages } from '@rasid/linker';
import type { SampleSource } from '@rasid/newsroom';
import { publisherStages } from '@rasid/publisher';
import {
  createLogger,
  createRuntime,
  failureText,
  type RunningStages,
  type Runtime,
  startStages,
} from '@rasid/runtime';
import { followCatalogue, type LiveCatalogue, Source, writeDuration } from '@rasid/sources';
import { version } from './version.ts';

export type PipelineOptions = {
  address: { url: string; prefix: string };
  stages: readonly StageName[];
  logFile: string | undefined;
  /** The sources of a newsroom on this machine: the only ones that may be on a private address. */
  sample: readonly SampleSource[];
  /** Told when the catalogue's file cannot be read, and when it can again (null). */
  catalogueProblem?: (text: string | null) => void;
  /** Told when the model of RASID_ENGINE does not answer, and when it does (null). */
  modelProblem?: (text: string | null) => void;
};

export type Pipeline = {
  runtime: Runtime;
  /** The sources followed just now, those of the sample among them. */
  sources: () => Source[];
  catalogue: LiveCatalogue;
  stop: () => Promise<void>;
};

/** Wires the services to one runtime and starts the stages: the one place that knows all of them. */
export async function startPipeline(options: PipelineOptions): Promise<Pipeline> {
  const logger = createLogger({
    file: options.logFile,
    level: process.env.RASID_LOG_LEVEL || undefined,
    name: 'rasid',
  });
  const runtime = createRuntime(options.address, logger);
  const sample = options.sample.map(toSource);
  const catalogue = followCatalogue(process.env, {
    changed: (list) => follow([...list, ...sample]),
    problem(text) {
      if (text === null) logger.info('catalogue can be read again');
      else
        logger.warn({ problem: text }, 'catalogue cannot be read; the sources read before are followed on');
      options.catalogueProblem?.(text);
    },
  });
  const sources = () => [...catalogue.current(), ...sample];
  const fetcher = fetcherStages(runtime, {
    sources: sources(),
    environment: process.env,
    sampleHosts: options.sample.map(({ feedUrl }) => new URL(feedUrl).host),
  });
  const extractor = extractorStages(runtime, version, options.modelProblem);
  const definitions = [
    ...fetcher.stages,
    ...cleanerStages(runtime),
    ...deduplicatorStages(runtime),
    ...extractor.stages,
    ...linkerStages(runtime),
    ...publisherStages(runtime),
  ].filter(({ stage }) => options.stages.includes(stage));
  const isPolling = options.stages.includes('poll');
  function follow(list: readonly Source[]): void {
    logger.info({ sources: list.length }, 'catalogue changed');
    if (isPolling)
      fetcher.replace(list).catch((error) => logger.warn({ error: failureText(error) }, 'catalogue'));
  }
  const running: RunningStages = await startStages(definitions, runtime);
  const stop = async () => {
    catalogue.stop();
    await running.stop();
    await Promise.all([fetcher.close(), extractor.close()]);
    await runtime.close();
  };
  if (isPolling) await orStop(fetcher.schedule, stop);
  return { runtime, sources, catalogue, stop };
}

/** Carries out a further step of a start; when it fails, what was started before must not keep the process alive and at work. */
export async function orStop<T>(step: () => Promise<T>, stop: () => Promise<void>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A feed of the newsroom as a source: asked often, because it is on this machine. */
const toSource = ({ id, outlet, timeZone, feedUrl, minIntervalMs, note }: SampleSource): Source =>
  Source.parse({
    id,
    outlet,
    timeZone,
    note,
    feed: feedUrl,
    tags: ['sample'],
    every: { min: writeDuration(minIntervalMs), max: '30s' },
  });
