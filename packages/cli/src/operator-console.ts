import { sampleOutlets } from '@rasid/newsroom';
import { editOwnCatalogue, loadCatalogue } from '@rasid/sources';
import type { Pipeline } from './compose.ts';

/** The operator's console beside the workers. */
export async function startOperatorConsole(
  pipeline: Pipeline,
): Promise<{ url: string; close: () => Promise<void> }> {
  const { readConsoleConfig, startConsole } = await import('@rasid/console'); // loaded only by those who show it
  const { runtime, sources, catalogue } = pipeline;
  return startConsole({
    runtime,
    catalogue: {
      sources,
      shipped: [...sampleOutlets.map((outlet) => ({ outlet })), ...loadCatalogue()],
      problem: catalogue.problem,
      pause(id, isPaused) {
        editOwnCatalogue(process.env, [{ change: id, set: { paused: isPaused ? true : undefined } }]);
        catalogue.refresh(); // the next page already shows it
      },
    },
    ...readConsoleConfig(process.env),
  });
}
