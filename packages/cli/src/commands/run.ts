import { stageNames } from '@rasid/contracts';
import type { Command } from 'commander';
import { UsageError } from '../usage.ts';

/** Workers in this process: what containers start. */
export function registerRun(program: Command): void {
  program
    .command('run')
    .description('run workers in this process until it is told to stop')
    .option('--only <stages>', `some of ${stageNames.join(', ')}, separated by commas`)
    .action(async (options: { only?: string }) => {
      const { isStageName, startHealth } = await import('@rasid/runtime');
      const only = options.only?.split(',').map((name) => name.trim());
      const wrong = only?.find((name) => !isStageName(name));
      if (wrong !== undefined)
        throw new UsageError(`No stage ${wrong}. The stages: ${stageNames.join(', ')}`);
      const stages = only ? stageNames.filter((stage) => only.includes(stage)) : stageNames;
      const { readWholeEnvironment } = await import('../configuration.ts');
      const { RASID_HEALTH_HOST: host, RASID_HEALTH_PORT: port } = readWholeEnvironment(process.env);
      const { orStop, startPipeline } = await import('../compose.ts');
      const { redisAddress } = await import('../connect.ts');
      const { onStop } = await import('../shutdown.ts');
      const pipeline = await startPipeline({
        address: redisAddress(),
        stages,
        logFile: undefined,
        sample: [],
        catalogueProblem: (text) =>
          process.stderr.write(`rasid: ${text ?? 'the catalogue can be read again'}\n`),
      });
      const openHealth = () => startHealth(pipeline.runtime, { host, port });
      const health = port > 0 ? await orStop(openHealth, pipeline.stop) : null;
      process.stderr.write(`rasid runs ${stages.join(', ')}\n`);
      await onStop(async () => {
        health?.close();
        await pipeline.stop();
      });
    });
}
