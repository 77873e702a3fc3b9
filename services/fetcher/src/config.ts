import { readEnvironment } from '@rasid/runtime';
import { z } from 'zod';

const hostList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );

export const fetcherEnvironment = {
  RASID_CONTACT: z
    .string()
    .max(200)
    .default('')
    .describe('How site owners reach you: a mail or web address, sent in the User-Agent'),
  RASID_ALLOW_PRIVATE: hostList.describe(
    'host:port pairs on private addresses that may be fetched, separated by commas',
  ),
  RASID_HOST_GAP_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(600_000)
    .default(3_000)
    .describe('Least pause between two requests to one host'),
  RASID_MAX_AGE_DAYS: z.coerce
    .number()
    .min(0.1)
    .max(3_650)
    .default(14)
    .describe('Entries older than this are not read'),
};

/** The fetcher's environment, checked once. */
export const readConfig = (environment: Record<string, string | undefined>) =>
  readEnvironment(z.object(fetcherEnvironment), environment);
