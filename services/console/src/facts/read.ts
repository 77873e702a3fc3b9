import { driftsOf, type PageHabits } from '@rasid/article';
import type { Runtime } from '@rasid/runtime';
import {
  createRedisArchive,
  createRedisHostLanes,
  createRedisIncidentStore,
  createRedisPageHabitStore,
} from '@rasid/storage';
import type { ConsoleCatalogue } from '../options.ts';
import { countStates, lastHour, logLength, stageFacts } from './overview.ts';
import { sourceFacts } from './sources.ts';

export type Facts = ReturnType<typeof createFacts>;

const searched = 500; // newest records looked through for those of one outlet
const shownPolls = 20; // a day or so of a usual source
const shownRecords = 10;
const maxRows = 500; // what one page or answer carries
export const clampLimit = (text: string | undefined, usual: number): number =>
  Math.min(Math.max(Math.trunc(Number(text)) || usual, 1), maxRows);

/** Everything the pages and the API show, read from the stores; both use the same. */
export function createFacts(runtime: Runtime, catalogue: ConsoleCatalogue) {
  const { redis, address } = runtime;
  const archive = createRedisArchive(redis, address.prefix);
  const incidents = createRedisIncidentStore(redis, address.prefix);
  const lanes = createRedisHostLanes(redis, address.prefix);
  const habits = createRedisPageHabitStore<PageHabits>(redis, address.prefix);
  /** Outlets whose latest pages no longer look as usual, with the signs. */
  async function drifting() {
    const found = [...(await habits.all())].map(([outletId, own]) => ({ outletId, drifts: driftsOf(own) }));
    return found.filter(({ drifts }) => drifts.length > 0);
  }
  return {
    drifting,
    sources: () => sourceFacts(runtime, catalogue.sources()),
    knownSources: () => catalogue.sources(),
    /** Whoever an incident may name: its reports stay when their source is followed no more. */
    voices: () => [...(catalogue.shipped ?? []), ...catalogue.sources()],
    cooling: () => lanes.cooling(),
    catalogueProblem: () => catalogue.problem?.() ?? null,
    async source(id: string) {
      const source = catalogue.sources().find((candidate) => candidate.id === id);
      if (!source) return null;
      const [[facts], log, newest, changed] = await Promise.all([
        sourceFacts(runtime, [source]),
        runtime.activity.recent(logLength),
        archive.recent({ limit: searched, eventsOnly: false }),
        drifting(),
      ]);
      const polls = log.filter(({ stage, sourceId }) => stage === 'poll' && sourceId === id);
      const records = newest.filter(({ article }) => article.outlet.id === source.outlet.id);
      const drifts = changed.find(({ outletId }) => outletId === source.outlet.id)?.drifts ?? [];
      if (!facts) return null;
      return {
        facts,
        source,
        drifts,
        polls: polls.slice(0, shownPolls),
        records: records.slice(0, shownRecords),
      };
    },
    stages: () => stageFacts(runtime),
    ledger: () => runtime.ledger.sum(),
    async overview(nowMs: number) {
      const [stages, ledger, hour, states, dead] = await Promise.all([
        stageFacts(runtime),
        runtime.ledger.sum(),
        lastHour(runtime, nowMs),
        sourceFacts(runtime, catalogue.sources(), nowMs).then(countStates),
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
    withdrawnAt: (recordId: string) => archive.withdrawnAt(recordId),
    incidents: (limit: number) => incidents.recent(limit),
    incident: (id: string) => incidents.get(id),
  };
}
