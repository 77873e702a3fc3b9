import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideRedis } from './redis.mjs';

/** Vitest's global set-up: one real Redis for all tests, empty, on a free port; tests use prefixes of their own. */
export async function setup(project) {
  const folder = mkdtempSync(join(tmpdir(), 'rasid-test-redis-'));
  const redis = await provideRedis({ folder, persistent: false });
  project.provide('redisUrl', redis.url);
  return async () => {
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
