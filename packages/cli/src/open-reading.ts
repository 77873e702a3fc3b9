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
  return {
    read: createReading(
      chosen.engine,
      inlineEngines(() => ({})),
      reader,
    ),
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
