import { defineStage, type Runtime, type StageDefinition } from '@rasid/runtime';
import { createOutputStream, createRedisArchive, createRedisIncidentStore } from '@rasid/storage';
import { publish } from './publish.ts';

/** The publish stage over the runtime's Redis. */
export function publisherStages(runtime: Runtime): StageDefinition[] {
  const { redis, address } = runtime;
  const stores = {
    stream: createOutputStream(redis, address.prefix),
    archive: createRedisArchive(redis, address.prefix),
    incidents: createRedisIncidentStore(redis, address.prefix),
    deliver: runtime.outputs.deliver,
    now: () => new Date(),
  };
  return [defineStage('publish', (job) => publish(job, stores))];
}
