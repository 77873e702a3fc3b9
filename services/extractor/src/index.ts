import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { extractEvents, ontologyVersion } from '@rasid/events';
import { gazetteerVersion } from '@rasid/gazetteer';
import { groundEvents } from '@rasid/model-events';
import { defineStage, type Runtime, type StageDefinition } from '@rasid/runtime';
import { createRedisModelStore } from '@rasid/storage';
import { Piscina } from 'piscina';
import { readEngine } from './config.ts';
import { createReading, type Engines, type ModelProblem } from './engines.ts';
import { type ExtractTools, extract } from './extract.ts';
import { createModelReader } from './model/reader.ts';
import { ownPlacesFile, readOwnPlaces, useOwnPlaces } from './own-places.ts';

export { type EngineName, extractorEnvironment, readEngine } from './config.ts';
export { createReading, type Reading } from './engines.ts';
export { createModelReader } from './model/reader.ts';
export { ownPlacesFile, readOwnPlaces, useOwnPlaces } from './own-places.ts';

import { type OwnActors, ownActors } from './own-actors.ts';

export { type OwnActors, ownActors } from './own-actors.ts';

/** The extract stage; `close` ends its threads. */
export function extractorStages(
  runtime: Runtime,
  pipelineVersion: string,
  modelProblem?: ModelProblem,
): {
  stages: StageDefinition[];
  close: () => Promise<void>;
} {
  const own = readOwnPlaces(ownPlacesFile(process.env)).length; // an unreadable file stops the start, not the first article
  const actors = ownActors(process.env.RASID_ACTORS); // here too, so that a wrong file stops the start
  const { engine, model } = readEngine(process.env); // and so does a model without an address
  const store = createRedisModelStore(runtime.redis, runtime.address.prefix);
  const reader = model && createModelReader(model, store);
  const threads = startThreads();
  if (!threads) useOwnPlaces(process.env);
  const engines: Engines = threads ? threadedEngines(threads) : inlineEngines(actors);
  const tools: ExtractTools = {
    read: createReading(engine, engines, reader, modelProblem),
    provenance: {
      pipeline: pipelineVersion,
      ontology: ontologyVersion,
      gazetteer: own > 0 ? `${gazetteerVersion}+${own}` : gazetteerVersion, // with so many places of the user's own
    },
  };
  return {
    stages: [defineStage('extract', (job, { signal }) => extract(job, tools, signal))],
    close: async () => void (await Promise.all([threads?.close(), reader?.close()])),
  };
}

/** The engines in this thread; `actors` are the user's own parties. */
export const inlineEngines = (actors: OwnActors): Engines => ({
  rules: async (article) => extractEvents({ ...article, ...actors() }),
  ground: async ({ article, events, name }) => groundEvents(events, { ...article, ...actors() }, name),
});

const threadedEngines = (threads: Piscina): Engines => ({
  rules: (article, signal) => threads.run(article, { signal: signal ?? null }),
  ground: (task, signal) => threads.run(task, { signal: signal ?? null, name: 'ground' }),
});

/** Threads run the built file; from sources, as in tests, there is none and the engine runs in line. */
function startThreads(): Piscina | null {
  const file = fileURLToPath(new URL('./extract.worker.js', import.meta.url));
  if (!existsSync(file)) return null;
  return new Piscina({
    filename: file,
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1), // one core stays with the event loop and Redis
    idleTimeout: 60_000, // loading the lexicon again costs more than a sleeping thread
    resourceLimits: { maxOldGenerationSizeMb: 512 }, // an article that would eat the machine ends its thread only
  });
}
