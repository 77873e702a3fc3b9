import { defineConfig } from 'vitest/config';

/** Packages are tested from their sources: the `rasid-source` condition of their package.json points there. */
const conditions = ['rasid-source', 'node', 'import', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'services/*/src/**/*.test.ts', 'tests/*/**/*.test.ts'],
    globalSetup: ['./scripts/test-redis.mjs'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    pool: 'forks',
  },
});
