import type { PageHabits } from '@rasid/article';
import { defineStage, type Runtime, type StageDefinition } from '@rasid/runtime';
import { createRedisPageHabitStore, createRedisPageStore } from '@rasid/storage';
import { clean } from './clean.ts';

/** The clean stage over the runtime's Redis. */
export function cleanerStages(runtime: Runtime): StageDefinition[] {
  const pages = createRedisPageStore(runtime.redis, runtime.address.prefix);
  const habits = createRedisPageHabitStore<PageHabits>(runtime.redis, runtime.address.prefix);
  return [defineStage('clean', (job) => clean(job, { pages, habits }))];
}
