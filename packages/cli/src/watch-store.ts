import { type Runtime, storeProblem } from '@rasid/runtime';
import { yellow } from './terminal.ts';

const lookEveryMs = 5_000;

const sentences = {
  'no-redis': 'Redis does not answer; the work waits for it',
  'redis-refuses-writes':
    'Redis refuses to write: its memory or disk is full, or it is a replica. Give it room; the work waits and nothing is lost',
};

/** Says on the terminal when the store cannot be used, and when it can again; the log may be on the full disk itself. */
export function watchStore(runtime: Runtime): { stop: () => void } {
  let said: keyof typeof sentences | null = null;
  const timer = setInterval(async () => {
    const problem = await storeProblem(runtime);
    if (problem === said) return;
    said = problem;
    process.stderr.write(`${yellow(`rasid: ${problem ? sentences[problem] : 'Redis can be used again'}`)}\n`);
  }, lookEveryMs);
  return { stop: () => clearInterval(timer) };
}
