import type { Command } from 'commander';
import { UsageError } from '../usage.ts';
import { withRuntime } from '../with-runtime.ts';

/** Records as lines: a message counts as read when its line was written. */
export function registerConsume(program: Command): void {
  program
    .command('consume <name>')
    .description('messages as lines of JSON, acknowledged as read; the name keeps its place')
    .option('--from <time>', 'replay from this time first (ISO 8601)')
    .action(async (name: string, options: { from?: string }) => {
      if (options.from && Number.isNaN(Date.parse(options.from)))
        throw new UsageError(`Not a time: ${options.from}. Use ISO 8601, for example 2026-01-31T00:00:00Z`);
      const { isSubscriberName } = await import('@rasid/runtime');
      if (!isSubscriberName(name))
        throw new UsageError(`Not a subscriber name: ${name}. Use a-z, 0-9 and "-", at most 41`);
      const { consume } = await import('@rasid/client');
      const { redisAddress } = await import('../connect.ts');
      await withRuntime(async () => undefined); // says so when no Redis answers, instead of waiting for one
      const { url, prefix } = redisAddress();
      process.stdout.once('error', () => process.exit(0)); // the reader of the pipe has left: what is in hand stays unread
      const consumption = await consume({
        redisUrl: url,
        prefix,
        name,
        from: options.from,
        onMessage: writeWhole,
      });
      const stop = () => void consumption.close().then(() => process.exit(0));
      process.once('SIGINT', stop).once('SIGTERM', stop);
      await new Promise(() => undefined);
    });
}

/** Done when the line has left: one that met a closed pipe was not read and comes again. */
const writeWhole = (message: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(message)}\n`, (error) => (error ? reject(error) : resolve()));
  });
