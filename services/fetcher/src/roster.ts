import type { Runtime } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import type { FeedMemory } from '@rasid/storage';
import { chanceOf } from './interval.ts';

const firstSpreadMs = 15_000; // polls that are due at a start are spread over this time, …
const perSourceMs = 100; // … or over so much for each source: ten a second
const urgentMs = 60_000; // a source that may be asked within a minute is on this machine: no need to spread it

/** The sources that are followed just now, and the plan of their polls. */
export type Roster = {
  find: (sourceId: string) => Source | undefined;
  /** Sets when a source is asked again; a paused one is not. */
  plan: (source: Source, inMs: number) => Promise<void>;
  /** Plans every source and forgets the polls of those that are no longer followed. */
  schedule: () => Promise<void>;
  /** Follows other sources from now on; those that stay as they were keep their plan. */
  replace: (sources: readonly Source[]) => Promise<void>;
};

export function createRoster(runtime: Runtime, memory: FeedMemory, initial: readonly Source[]): Roster {
  let sources = new Map(initial.map((source) => [source.id, source]));

  async function plan(source: Source, inMs: number): Promise<void> {
    const current = sources.get(source.id);
    if (!current || current.paused) return; // paused or removed while it was asked
    await runtime.polls.plan({ sourceId: source.id, host: hostOf(source), inMs });
  }

  /** Plans these sources: when they are due, or soon. A start asks nobody who was asked just before it. */
  async function planAll(list: readonly Source[]): Promise<void> {
    const now = Date.now();
    const states = await memory.states(list.map(({ id }) => id));
    const spreadMs = Math.max(firstSpreadMs, list.length * perSourceMs);
    for (const source of list) {
      const state = states.get(source.id);
      const due = state?.lastPollAt ? Date.parse(state.lastPollAt) + state.intervalMs - now : 0;
      const soon = source.minIntervalMs < urgentMs ? 0 : chanceOf(source.id, 0) * spreadMs;
      await plan(source, Math.min(Math.max(due, soon), source.maxIntervalMs));
    }
  }

  async function forgetOthers(): Promise<void> {
    for (const { sourceId } of await runtime.polls.list()) {
      const source = sources.get(sourceId);
      if (!source || source.paused) await runtime.polls.remove(sourceId);
    }
  }

  return {
    find: (sourceId) => sources.get(sourceId),
    plan,
    async schedule() {
      await forgetOthers();
      await planAll([...sources.values()].filter(({ paused }) => !paused));
    },
    async replace(list) {
      const before = sources;
      sources = new Map(list.map((source) => [source.id, source]));
      await forgetOthers();
      const changed = list.filter((source) => !source.paused && !isSamePlan(before.get(source.id), source));
      await planAll(changed);
    },
  };
}

const isSamePlan = (before: Source | undefined, now: Source): boolean =>
  before !== undefined &&
  !before.paused &&
  before.feed === now.feed &&
  before.minIntervalMs === now.minIntervalMs &&
  before.maxIntervalMs === now.maxIntervalMs;

const hostOf = ({ feed }: Source): string => new URL(feed).host;
