import type { Command } from 'commander';
import { table } from '../terminal.ts';
import { withRuntime } from '../with-runtime.ts';

/** Hosts that refused (429, 503) and are left alone for a while. */
export function registerHosts(program: Command): void {
  const hosts = program.command('hosts').description('hosts that are left alone because they refused');
  hosts
    .command('list')
    .description('which hosts cool down, until when, after how many refusals in a row')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) =>
      withRuntime(async (runtime) => {
        const { coolingHosts } = await import('@rasid/fetcher');
        const cooling = await coolingHosts(runtime);
        if (options.json) print(JSON.stringify(cooling));
        else if (cooling.length === 0) print('no host cools down');
        else
          print(
            table(
              ['host', 'until', 'refusals'],
              cooling.map(({ host, until, strikes }) => [host, until, strikes]),
            ),
          );
      }),
    );
  hosts
    .command('resume <host>')
    .description('ask a host again at once, against its cool-down')
    .action((host: string) =>
      withRuntime(async (runtime) => {
        const { resumeHost } = await import('@rasid/fetcher');
        const { loadSources } = await import('@rasid/sources');
        const { wasCooling, jobs, polls } = await resumeHost(runtime, host, loadSources(process.env));
        print(
          `${host}: ${wasCooling ? 'no longer cooling down' : 'was not cooling down'}; ${jobs} pages and ${polls} feeds come at their turn`,
        );
        if (!wasCooling) process.exitCode = 1;
      }),
    );
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
