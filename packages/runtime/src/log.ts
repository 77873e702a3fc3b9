import { type DestinationStream, destination, type Logger, pino, transport } from 'pino';

/** Logs JSON lines to a file that is rotated at 20 MB and kept four times, or to standard output. */
export function createLogger(options: {
  file?: string | undefined;
  level?: string | undefined;
  name: string;
  /** How long after a failed write the file is opened anew. */
  reopenMs?: number;
}): Logger {
  const level = options.level ?? 'info';
  const base = { service: options.name };
  const settings = {
    level,
    base,
    redact: { paths: ['*.password', '*.authorization', '*.cookie'], censor: '***' },
  };
  if (!options.file) return pino(settings, destination(1));
  return pino(settings, lastingFile(options.file, options.reopenMs ?? 30_000));
}

/** A full disk costs lines of the log, never the process: the file is opened anew until it takes lines again. */
function lastingFile(file: string, reopenMs: number): DestinationStream {
  let failedAt = 0;
  let target: DestinationStream | null = null;
  const open = (): DestinationStream => {
    const stream = transport({
      target: 'pino-roll',
      options: { file, size: '20m', limit: { count: 4 }, mkdir: true },
    });
    stream.on('error', () => {
      if (target === stream) target = null;
      failedAt = Date.now();
    });
    return stream;
  };
  target = open();
  return {
    write(line) {
      if (!target && Date.now() - failedAt >= reopenMs) target = open();
      target?.write(line);
    },
  };
}

/** A logger that says nothing, for tests and one-off commands. */
export const silentLogger = (): Logger => pino({ level: 'silent' });
