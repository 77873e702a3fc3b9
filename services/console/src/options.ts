import type { Outlet } from '@rasid/contracts';
import type { Runtime } from '@rasid/runtime';

/** A source as the console names it; those of the catalogue fit. */
export type ConsoleSource = { id: string; outlet: Outlet; feed?: string; paused?: boolean };

export type ConsoleOptions = {
  runtime: Runtime;
  sources: readonly ConsoleSource[];
  listen: { host: string; port: number };
  password?: string | null;
  /** IANA zone of the times shown; the server's by default. */
  timeZone?: string;
};
