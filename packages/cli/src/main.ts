import { failureText } from '@rasid/runtime';
import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { UsageError } from './usage.ts';

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2; // help and version are no failure; everything else is wrong usage
  } else {
    process.stderr.write(`rasid: ${failureText(error)}\n`);
    process.exitCode = isUsage(error) ? 2 : 1;
  }
}

function isUsage(error: unknown): boolean {
  // a file that is not there is named on the command line
  return (
    error instanceof UsageError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')
  );
}
