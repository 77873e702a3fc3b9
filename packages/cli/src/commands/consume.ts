import type { Command } from 'commander';
import { writeLine } from '../jsonl.ts';

/** Records as lines: a message counts as read when its line was written. */
export function registerConsume(program: Command): void {
  program
    .command('consume <name>')
    .description('messages as lines of JSON, acknowledged as read; the name keeps its place')
    .option('--from <time>', 'replay from this time first (ISO 8601)')
    .action(async (name: string, options: { from?: string }) => {
      const { consume } = await import('@rasid/client');
      const { redisAddress } = await import('../connect.ts');
      const { url, prefix } = redisAddress();
      const consumption = await consume({
        redisUrl: url,
        prefix,
        name,
        from: options.from,
        onMessage: writeLine,
      });
      const stop = () => void consumption.close().then(() => process.exit(0));
      process.once('SIGINT', stop).once('SIGTERM', stop);
      process.stdout.once('error', () => process.exit(0)); // the reader of the pipe has left
      await new Promise(() => undefined);
    });
}
