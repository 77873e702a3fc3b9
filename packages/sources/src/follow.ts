import { readFileSync, statSync } from 'node:fs';
import { loadSources, ownCatalogueFile, parseCatalogue } from './load.ts';
import type { Source } from './schema.ts';

/** The catalogue of a running process: always the last one that could be read. */
export type LiveCatalogue = {
  current: () => readonly Source[];
  /** Why the file cannot be read just now; null when it can. */
  problem: () => string | null;
  /** Reads the file now instead of at the next look; for one who has just written it. */
  refresh: () => void;
  stop: () => void;
};

export type FollowOptions = {
  /** The catalogue was read anew and is another one. */
  changed?: (sources: readonly Source[]) => void;
  /** The file cannot be read; what was read before stays in force. Null when it can be read again. */
  problem?: (text: string | null) => void;
  everyMs?: number;
};

const lookEveryMs = 1_000; // a change is in force two looks later

/**
 * Reads the catalogue and reads it again when its file changes. A file that is broken, or gone, changes nothing but
 * `problem`. It looks at the file's time instead of listening: editors replace files, and network disks do not tell.
 */
export function followCatalogue(
  environment: Record<string, string | undefined>,
  { changed, problem: tell, everyMs = lookEveryMs }: FollowOptions = {},
): LiveCatalogue {
  let sources: readonly Source[] = loadSources(environment);
  let problem: string | null = null;
  let read = stampOf(ownCatalogueFile(environment));
  let seen = read;

  function look(): void {
    const file = ownCatalogueFile(environment);
    const stamp = stampOf(file);
    const isQuiet = stamp === seen; // not in the middle of being written
    seen = stamp;
    if (stamp !== read && isQuiet) take(file, stamp);
  }

  function take(file: string | null, stamp: string): void {
    read = stamp;
    seen = stamp;
    const before = problem;
    try {
      const next = readNow(file, stamp);
      problem = null;
      if (JSON.stringify(next) !== JSON.stringify(sources)) {
        sources = next;
        changed?.(sources);
      }
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    if (problem !== before) tell?.(problem);
  }

  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    current: () => sources,
    problem: () => problem,
    refresh() {
      const file = ownCatalogueFile(environment);
      take(file, stampOf(file));
    },
    stop: () => clearInterval(timer),
  };
}

/** Once there was an own file, its end is an accident: the shipped catalogue does not come back by itself. */
function readNow(file: string | null, stamp: string): Source[] {
  if (file === 'none') return [];
  if (file === null || stamp === gone)
    throw new Error(`${file ?? 'sources.yaml'} is gone; the sources it named are followed on`);
  return parseCatalogue(readFileSync(file, 'utf8'), file);
}

const gone = 'gone';

function stampOf(file: string | null): string {
  try {
    const { mtimeMs, size, ino } = statSync(file ?? 'sources.yaml');
    return `${mtimeMs}:${size}:${ino}`;
  } catch {
    return gone;
  }
}
