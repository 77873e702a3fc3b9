import { z } from 'zod';

export class ConfigurationError extends Error {}

/**
 * Reads a service's configuration from the environment, once, at start. An empty variable is as if it were not set.
 * Throws one ConfigurationError that lists every problem and names each variable.
 */
export function readEnvironment<S extends z.ZodType>(
  schema: S,
  environment: Record<string, string | undefined>,
): z.infer<S> {
  const set = Object.entries(environment).filter(([, value]) => value !== ''); // as compose files pass on what is not set
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigurationError(`The environment does not fit:\n${problems.join('\n')}`);
}

/** What every process needs. */
export const commonEnvironment = {
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must start with redis:// or rediss://')
    .default('redis://127.0.0.1:6379')
    .describe('Where the queues and stores are'),
  RASID_PREFIX: z
    .string()
    .regex(/^\{[a-z0-9-]+\}$/, 'must be a name in braces such as {rasid}')
    .default('{rasid}')
    .describe('Prefix of every key, in braces so that all keys share a slot of a cluster'),
  RASID_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least level that is logged'),
};
