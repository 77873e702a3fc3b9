import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { UsageError } from './usage.ts';

/** Runs one command line (without the program's name) and answers its exit status: 0, 1 when something could not be handled, 2 for wrong usage. */
export async function runProgram(args: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // help and version are no failure; everything else is wrong usage
    const { failureText } = await import('@rasid/runtime'); // loaded only when something failed
    process.stderr.write(`rasid: ${failureText(error)}\n`);
    return isUsage(error) ? 2 : 1;
  }
}

function isUsage(error: unknown): boolean {
  // a file that is not there is named on the command line
  return (
    error instanceof UsageError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')
  );
}
