import type { Neighbourhood } from '@rasid/incidents';
import { defineStage, type Runtime, type StageDefinition } from '@rasid/runtime';
import { createRedisIncidentStore } from '@rasid/storage';
import { link } from './link.ts';

/** The link stage over the runtime's Redis. */
export function linkerStages(runtime: Runtime): StageDefinition[] {
  const incidents = createRedisIncidentStore<Neighbourhood>(runtime.redis, runtime.address.prefix);
  return [defineStage('link', (job) => link(job, { incidents, now: () => new Date() }))];
}
