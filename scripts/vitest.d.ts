import 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The real Redis of the test run, given by scripts/test-redis.mjs. */
    redisUrl: string;
  }
}
