import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { extractEvents, extractorVersion, ontologyVersion } from '@rasid/events';
import { gazetteerVersion } from '@rasid/gazetteer';
import { defineStage, type StageDefinition } from '@rasid/runtime';
import { Piscina } from 'piscina';
import { type ExtractTools, extract } from './extract.ts';
import { ownPlacesFile, readOwnPlaces, useOwnPlaces } from './own-places.ts';

export { ownPlacesFile, readOwnPlaces, useOwnPlaces } from './own-places.ts';

import { ownActors } from './own-actors.ts';

export { type OwnActors, ownActors } from './own-actors.ts';

/** The extract stage; `close` ends its threads. */
export function extractorStages(pipelineVersion: string): {
  stages: StageDefinition[];
  close: () => Promise<void>;
} {
  const own = readOwnPlaces(ownPlacesFile(process.env)).length; // an unreadable file stops the start, not the first article
  const actors = ownActors(process.env.RASID_ACTORS); // here too, so that a wrong file stops the start
  const threads = startThreads();
  if (!threads) useOwnPlaces(process.env);
  const tools: ExtractTools = {
    extract: threads
      ? (article, signal) => threads.run(article, { signal })
      : async (article) => extractEvents({ ...article, ...actors() }),
    provenance: {
      pipeline: pipelineVersion,
      extractor: extractorVersion,
      ontology: ontologyVersion,
      gazetteer: own > 0 ? `${gazetteerVersion}+${own}` : gazetteerVersion, // with so many places of the user's own
    },
  };
  return {
    stages: [defineStage('extract', (job, { signal }) => extract(job, tools, signal))],
    close: async () => threads?.close(),
  };
}

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
