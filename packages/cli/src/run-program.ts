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
    const { failureText, isRefusal } = await import('@rasid/runtime'); // loaded only when something failed
    const why = isRefusal(error) ? `${storeIsFull}: ${failureText(error)}` : failureText(error);
    process.stderr.write(`rasid: ${fileProblem(error) ?? why}\n`);
    return isUsage(error) ? 2 : 1;
  }
}

const storeIsFull =
  'Redis refuses to write: its memory or disk is full, or it is a replica. Give it room and try again';

/** What is wrong with a file that the system refuses, by its code. */
const fileProblems: Record<string, string> = {
  ENOENT: 'no such file',
  EISDIR: 'this is a folder',
  ENOTDIR: 'no such folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
};

function fileProblem(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  const why = fileProblems[code ?? ''];
  if (!why) return null;
  return path === undefined ? why : `${path}: ${why}`;
}

/** A file that is not there, or is no file, is named on the command line. */
function isUsage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return error instanceof UsageError || code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR';
}
