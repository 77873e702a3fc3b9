import { createRedisFeedMemory, createRedisIncidentStore, type FeedState } from '@rasid/storage';
import type { Pipeline } from './compose.ts';
import { version } from './version.ts';

const silentMs = 3 * 24 * 3600 * 1000; // answers, but nothing new for longer than a weekend

/** The operator's console beside the workers. */
export async function startOperatorConsole(
  pipeline: Pipeline,
): Promise<{ url: string; close: () => Promise<void> }> {
  const { readConsoleConfig, startConsole } = await import('@rasid/console'); // loaded only by those who show it
  const { runtime, sources } = pipeline;
  const { listen, password } = readConsoleConfig(process.env);
  const memory = createRedisFeedMemory(runtime.redis, runtime.address.prefix);
  const incidents = createRedisIncidentStore(runtime.redis, runtime.address.prefix);
  const ids = sources.map(({ id }) => id);
  return startConsole({
    runtime,
    sources: sources.map(({ id, outlet, feed }) => ({ id, outlet, url: feed })),
    listen,
    password,
    version,
    health: async () => new Map([...(await memory.states(ids))].map(([id, state]) => [id, healthOf(state)])),
    incidents: { get: incidents.get, recent: ({ limit }) => incidents.recent(limit) },
  });
}

function healthOf(state: FeedState) {
  const { lastPollAt, lastSuccessAt, lastNewAt, errors, lastError } = state;
  const isFailing = errors > 0;
  const isSilent =
    !isFailing && lastPollAt !== null && Date.now() - Date.parse(lastNewAt ?? lastPollAt) > silentMs;
  return {
    lastPollAt,
    lastSuccessAt,
    failures: Math.ceil(errors),
    error: isFailing ? `${state.lastOutcome}: ${lastError ?? ''}` : null,
    isSilent,
  };
}
