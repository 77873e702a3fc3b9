import type { Runtime } from '@rasid/runtime';
import { createRedisArchive, createRedisIncidentStore } from '@rasid/storage';
import type { ConsoleSource } from '../options.ts';
import { countStates, lastHour, stageFacts } from './overview.ts';
import { sourceFacts } from './sources.ts';

export type Facts = ReturnType<typeof createFacts>;

const maxRows = 500; // what one page or answer carries
export const clampLimit = (text: string | undefined, usual: number): number =>
  Math.min(Math.max(Math.trunc(Number(text)) || usual, 1), maxRows);

/** Everything the pages and the API show, read from the stores; both use the same. */
export function createFacts(runtime: Runtime, sources: readonly ConsoleSource[]) {
  const { redis, address } = runtime;
  const archive = createRedisArchive(redis, address.prefix);
  const incidents = createRedisIncidentStore(redis, address.prefix);
  return {
    sources: () => sourceFacts(runtime, sources),
    stages: () => stageFacts(runtime),
    ledger: () => runtime.ledger.sum(),
    async overview(nowMs: number) {
      const [stages, ledger, hour, states, dead] = await Promise.all([
        stageFacts(runtime),
        runtime.ledger.sum(),
        lastHour(runtime, nowMs),
        sourceFacts(runtime, sources, nowMs).then(countStates),
        runtime.dead.count(),
      ]);
      const { rows: _, ...sum } = ledger;
      return { stages, ledger: sum, hour, sources: states, dead };
    },
    async queues(limit: number) {
      const [stages, dead, subscribers] = await Promise.all([
        stageFacts(runtime),
        runtime.dead.list({ limit }),
        runtime.outputs.list(),
      ]);
      return { stages, dead, subscribers };
    },
    records: (limit: number, eventsOnly: boolean) => archive.recent({ limit, eventsOnly }),
    record: (id: string) => archive.get(id),
    incidents: (limit: number) => incidents.recent(limit),
    incident: (id: string) => incidents.get(id),
  };
}
