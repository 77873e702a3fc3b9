import { destination, type Logger, pino, transport } from 'pino';

/** Logs JSON lines to a file that is rotated at 20 MB and kept four times, or to standard output. */
export function createLogger(options: {
  file?: string | undefined;
  level?: string | undefined;
  name: string;
}): Logger {
  const level = options.level ?? 'info';
  const base = { service: options.name };
  const settings = {
    level,
    base,
    redact: { paths: ['*.password', '*.authorization', '*.cookie'], censor: '***' },
  };
  if (!options.file) return pino(settings, destination(1));
  const target = transport({
    target: 'pino-roll',
    options: { file: options.file, size: '20m', limit: { count: 4 }, mkdir: true },
  });
  return pino(settings, target);
}

/** A logger that says nothing, for tests and one-off commands. */
export const silentLogger = (): Logger => pino({ level: 'silent' });
