import type { Command } from 'commander';
import { writeLine } from '../jsonl.ts';
import { UsageError } from '../usage.ts';
import { withRuntime } from '../with-runtime.ts';

type Runtime = Parameters<Parameters<typeof withRuntime>[0]>[0];

/** A queue nobody reads would be filled. */
async function mustBeSubscriber(runtime: Runtime, name: string): Promise<void> {
  const known = (await runtime.outputs.list()).map((subscriber) => subscriber.name);
  if (!known.includes(name))
    throw new Error(`There is no subscriber ${name}. Known: ${known.join(', ') || 'none yet'}`);
}

/** Going back: what was published, and what should be read again. */
export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('published messages again, as lines of JSON; with --to, onto a subscriber’s queue')
    .requiredOption('--from <time>', 'from this time on (ISO 8601)')
    .option('--to <subscriber>', 'put them on this subscriber’s queue instead of standard output')
    .action((options: { from: string; to?: string }) => {
      if (Number.isNaN(Date.parse(options.from)))
        throw new UsageError(`Not a time: ${options.from}. Use ISO 8601`);
      return withRuntime(async (runtime) => {
        if (options.to) await mustBeSubscriber(runtime, options.to);
        const { createOutputStream } = await import('@rasid/storage');
        const stream = createOutputStream(runtime.redis, runtime.address.prefix);
        let from: Parameters<typeof stream.read>[0] = { time: options.from };
        let count = 0;
        for (;;) {
          const entries = await stream.read(from, 200);
          for (const { message } of entries) {
            if (options.to) await runtime.outputs.deliverTo(options.to, [message], true);
            else await writeLine(message);
          }
          count += entries.length;
          const last = entries.at(-1);
          if (!last) break;
          from = { after: last.streamId };
        }
        process.stderr.write(`${count} messages replayed\n`);
      });
    });

  program
    .command('reprocess <item>')
    .description(
      'send an open or quarantined item through the whole pipeline again (simple: one item at a time)',
    )
    .action((itemId: string) =>
      withRuntime(async (runtime) => {
        const { FetchJob } = await import('@rasid/contracts');
        await runtime.ledger.reopen(itemId);
        const first = FetchJob.safeParse(await runtime.ledger.rewind(itemId));
        if (!first.success)
          throw new Error(
            `${itemId} has ended or is unknown: only open and quarantined items can be sent again`,
          );
        for (const letter of await runtime.dead.list({ limit: 10_000 })) {
          if (letter.itemId === itemId) await runtime.dead.remove(letter);
        }
        await runtime.queues.add('fetch', first.data);
        process.stdout.write(`${itemId}: back at fetch\n`);
      }),
    );
}
