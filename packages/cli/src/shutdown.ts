import closeWithGrace from 'close-with-grace';

const graceMs = 30_000; // longer than the stages' own grace, so that they decide

/** Waits for SIGINT, SIGTERM or a crash, then runs the work once and leaves. */
export function onStop(work: () => Promise<void>): Promise<never> {
  return new Promise(() => {
    closeWithGrace({ delay: graceMs, logger: false }, async ({ err }) => {
      if (err) process.stderr.write(`rasid: ${err.stack ?? err.message}\n`);
      await work();
      if (err) process.exitCode = 1;
    });
  });
}
