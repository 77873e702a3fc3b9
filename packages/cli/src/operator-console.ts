import type { Pipeline } from './compose.ts';

/** The operator's console beside the workers. */
export async function startOperatorConsole(
  pipeline: Pipeline,
): Promise<{ url: string; close: () => Promise<void> }> {
  const { readConsoleConfig, startConsole } = await import('@rasid/console'); // loaded only by those who show it
  const { runtime, sources } = pipeline;
  return startConsole({ runtime, sources: sources(), ...readConsoleConfig(process.env) });
}
