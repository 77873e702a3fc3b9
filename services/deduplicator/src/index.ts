import { defineStage, type Runtime, type StageDefinition } from '@rasid/runtime';
import { copyRules } from '@rasid/similarity';
import { createRedisStoryStore } from '@rasid/storage';
import { dedupe } from './dedupe.ts';

/** The dedupe stage over the runtime's Redis. */
export function deduplicatorStages(runtime: Runtime): StageDefinition[] {
  const stories = createRedisStoryStore(runtime.redis, runtime.address.prefix, copyRules);
  return [defineStage('dedupe', (job) => dedupe(job, { stories }))];
}
