import type { Command } from 'commander';

/** Everything in one process: what `npm start` runs once Redis is there. */
export function registerUp(program: Command): void {
  program
    .command('up')
    .description(
      'all workers, the console and, without sources of your own, the sample newsroom; prints the records',
    )
    .action(async () => {
      const { startEverything } = await import('../start-everything.ts');
      await startEverything();
    });
}
