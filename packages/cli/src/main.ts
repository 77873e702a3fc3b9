import { runProgram } from './run-program.ts';

// who reads the output has enough of it: "rasid extract … | head"
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await runProgram(process.argv.slice(2));
