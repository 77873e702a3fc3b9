import type { Runtime } from '@rasid/runtime';
import type { Source } from '@rasid/sources';

/** A source as the console names it; those of the catalogue fit. */
export type ConsoleSource = Pick<Source, 'id' | 'outlet'> & Partial<Source>;

/** The catalogue as the console sees it. */
export type ConsoleCatalogue = {
  /** The sources followed just now. */
  sources: () => readonly ConsoleSource[];
  /** Those that can be named although nobody follows them now: the shipped ones, the sample. */
  shipped?: readonly Pick<ConsoleSource, 'outlet'>[];
  /** Why its file cannot be read; null when it can. */
  problem?: () => string | null;
  /** Writes into the file; without it sources cannot be paused here. */
  pause?: (sourceId: string, isPaused: boolean) => void;
};

export type ConsoleOptions = {
  runtime: Runtime;
  catalogue: ConsoleCatalogue;
  listen: { host: string; port: number };
  password?: string | null;
  /** IANA zone of the times shown; the server's by default. */
  timeZone?: string;
};
