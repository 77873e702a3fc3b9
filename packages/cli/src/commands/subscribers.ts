import type { Command } from 'commander';
import { isolate, table } from '../terminal.ts';
import { withRuntime } from '../with-runtime.ts';

/** Who gets the messages. */
export function registerSubscribers(program: Command): void {
  const subscribers = program.command('subscribers').description('who gets the messages');
  subscribers
    .command('list')
    .description('every subscriber, since when, what waits for it, whether it lags')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) =>
      withRuntime(async (runtime) => {
        const all = await runtime.outputs.list();
        if (options.json) return print(JSON.stringify(all));
        if (all.length === 0) return print('no subscriber: rasid consume NAME makes one');
        const rows = all.map(({ name, since, waiting, isLagging }) => [
          name,
          since,
          waiting,
          isLagging ? 'lagging' : '',
        ]);
        print(table(['name', 'since', 'waiting', ''], rows));
      }),
    );
  subscribers
    .command('remove <name>')
    .description('forget a subscriber and what waits for it')
    .action((name: string) =>
      withRuntime(async (runtime) => {
        const wasThere = await runtime.outputs.unsubscribe(name);
        print(`${isolate(name)}: ${wasThere ? 'removed' : 'there is no such subscriber'}`);
        if (!wasThere) process.exitCode = 1;
      }),
    );
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
