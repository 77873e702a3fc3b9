import {
  createModelReader,
  createReading,
  type EngineName,
  inlineEngines,
  readEngine,
} from '@rasid/extractor';
import { ConfigurationError } from '@rasid/runtime';
import { createMemoryModelStore } from '@rasid/storage';
import { UsageError } from './usage.ts';

/** How this run reads articles; without an engine named, as RASID_ENGINE says. Its answers and limits are those of this run alone. */
export function openReading(engine: string | undefined) {
  if (engine !== undefined && !isEngine(engine)) throw new UsageError('--engine takes rules, llm or both');
  const chosen = settingsOf(engine);
  const reader = chosen.model && createModelReader(chosen.model, createMemoryModelStore());
  const most = chosen.model?.batch.articles ?? 1;
  return {
    read: createReading(
      chosen.engine,
      inlineEngines(() => ({})),
      reader,
    ),
    /** Articles that are at hand together, asked about in one request before each is read; null when nobody is asked so. */
    ahead: reader && most > 1 ? { size: most, ask: reader.ahead } : null,
    close: async () => reader?.close(),
  };
}

const isEngine = (name: string): name is EngineName => /^(?:rules|llm|both)$/.test(name);

function settingsOf(engine: EngineName | undefined) {
  try {
    return readEngine(process.env, engine);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new UsageError(error.message);
    throw error;
  }
}
