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
  RASID_HOST_SLOTS: z.coerce
    .number()
    .int()
    .min(1)
    .max(16)
    .default(2)
    .describe('Requests that may be open to one host at once, in all processes together'),
  RASID_FETCH_SLOTS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(0)
    .describe('Pages that are fetched at once in all processes together; 0 leaves it at 32 a process'),
  RASID_REVISIT_HOURS: z
    .string()
    .regex(
      /^(?:none|\d{1,3}(?:\.\d{1,3})?(?:,\d{1,3}(?:\.\d{1,3})?){0,9})$/,
      'must be hours such as 1,6,24 or none',
    )
    .default('1,6,24')
    .describe('Hours after which a young article is looked at again for changes; none looks once'),
  RASID_WEBSUB_URL: z
    .string()
    .regex(/^https?:\/\/[^\s?#]{1,300}$/, 'must be a web address')
    .optional()
    .describe('Public address under which hubs reach this process (WebSub); without it no hub is asked'),
  RASID_WEBSUB_HOST: z.string().default('127.0.0.1').describe('Address the WebSub callback listens on'),
  RASID_WEBSUB_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8_078)
    .describe('Port of the WebSub callback'),
  HTTP_PROXY: z.string().optional().describe('Proxy for http addresses'),
  HTTPS_PROXY: z.string().optional().describe('Proxy for https addresses; without it that of HTTP_PROXY'),
  NO_PROXY: z.string().optional().describe('Hosts that are asked directly, separated by commas'),
  RASID_MAX_AGE_DAYS: z.coerce
    .number()
    .min(0.1)
    .max(3_650)
    .default(14)
    .describe('Entries older than this are not read'),
};

/** The fetcher's environment, checked once. */
export const readConfig = (environment: Record<string, string | undefined>) =>
  readEnvironment(z.object(fetcherEnvironment), { ...lowerCaseProxies(environment), ...environment });

/** The proxy variables are written in small letters as often as in capitals. */
const lowerCaseProxies = ({ http_proxy, https_proxy, no_proxy }: Record<string, string | undefined>) => ({
  HTTP_PROXY: http_proxy,
  HTTPS_PROXY: https_proxy,
  NO_PROXY: no_proxy,
});

const hourMs = 3_600_000;

/** The looks after the first one, in milliseconds after it. */
export const revisitAfterMs = (text: string): number[] =>
  text === 'none' ? [] : text.split(',').map((hours) => Number(hours) * hourMs);
