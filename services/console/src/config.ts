import { ConfigurationError, readEnvironment } from '@rasid/runtime';
import { z } from 'zod';

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Whether only this machine can reach the host. */
export const isLoopback = (host: string): boolean => loopback.has(host);

/** The console's environment variables. */
export const consoleEnvironment = {
  RASID_CONSOLE_HOST: z.string().min(1).default('127.0.0.1').describe('Address the console listens on'),
  RASID_CONSOLE_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535) // the range of TCP ports; 0 takes a free one
    .default(8077)
    .describe('Port of the console; 0 takes a free one'),
  RASID_PASSWORD: z
    .string()
    .min(8, 'must have at least 8 characters')
    .optional()
    .describe(
      'Password of the console; needed when it listens beyond this machine. After twenty wrong ones within a minute an address waits',
    ),
};

export type ConsoleConfig = { listen: { host: string; port: number }; password: string | null };

/** Reads where to listen and the password; throws a ConfigurationError that says what to do. */
export function readConsoleConfig(environment: Record<string, string | undefined>): ConsoleConfig {
  const values = readEnvironment(z.object(consoleEnvironment), environment);
  const listen = { host: values.RASID_CONSOLE_HOST, port: values.RASID_CONSOLE_PORT };
  const password = values.RASID_PASSWORD ?? null;
  refuseOpenHost(listen.host, password);
  return { listen, password };
}

/** The console can pause stages and delete jobs: beyond this machine it needs a password. */
export function refuseOpenHost(host: string, password: string | null): void {
  if (isLoopback(host) || password) return;
  throw new ConfigurationError(
    `The console would listen on ${host}, where others can reach it, without a password: set RASID_PASSWORD, or leave RASID_CONSOLE_HOST at 127.0.0.1`,
  );
}
