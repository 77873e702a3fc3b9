import { ConfigurationError } from '@rasid/runtime';
import { addReading, addVerbs } from './api.ts';
import { refuseOpenHost } from './config.ts';
import { createFacts } from './facts/read.ts';
import type { ConsoleOptions } from './options.ts';
import { createServer } from './server.ts';
import { addPages } from './site.ts';

export { type ConsoleConfig, consoleEnvironment, readConsoleConfig } from './config.ts';
export { type SourceFacts, sourceFacts } from './facts/sources.ts';
export { createFormat } from './format.ts';
export type { ConsoleCatalogue, ConsoleOptions, ConsoleSource } from './options.ts';
export type { Language } from './reader.ts';
export { createVoices, stepDetail } from './view/incident-words.ts';
export { createMessages } from './view/messages.ts';
export { placeNames } from './view/names.ts';

/**
 * Starts the operator's console; port 0 takes a free one. Throws a ConfigurationError when others could reach it
 * without a password. `close` answers what is under way and leaves the runtime open.
 */
export async function startConsole(
  options: ConsoleOptions,
): Promise<{ url: string; close: () => Promise<void> }> {
  refuseOpenHost(options.listen.host, options.password ?? null);
  const server = createServer(options);
  const facts = createFacts(options.runtime, options.catalogue);
  addReading(server, facts, options);
  addVerbs(server, options);
  addPages(server, facts, options);
  const url = await server.listen(options.listen).catch((error) => {
    throw whyNot(error, options.listen);
  });
  return { url, close: () => server.close() };
}

const whyNot = (error: { code?: string }, { host, port }: ConsoleOptions['listen']) =>
  error.code === 'EADDRINUSE'
    ? new ConfigurationError(
        `The console cannot listen on ${host}:${port}: something does already, perhaps another Rasid. Stop it, or set RASID_CONSOLE_PORT (0 takes a free port)`,
      )
    : error;
