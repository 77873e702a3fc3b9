import {
  CatalogueError,
  type Edit,
  editOwnCatalogue,
  loadSources,
  type Source,
  type SourceEntry,
} from '@rasid/sources';
import { print } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { withRuntime } from '../with-runtime.ts';

/** What of a source is to be otherwise. */
export type Change = (source: Source) => Partial<Omit<SourceEntry, 'id'>>;

export function change(ids: readonly string[], changeOf: Change, done: string): void {
  const edits = known(ids).map((source): Edit => ({ change: source.id, set: changeOf(source) }));
  print(`${ids.join(', ')} ${done} in ${write(edits)}`);
}

/** The file was read a moment ago: what does not fit now is what was asked for. */
function write(edits: readonly Edit[]): string {
  try {
    return editOwnCatalogue(process.env, edits).file;
  } catch (error) {
    throw error instanceof CatalogueError ? new UsageError(error.message) : error;
  }
}

function known(ids: readonly string[]): Source[] {
  const sources = loadSources(process.env);
  return ids.map((id) => {
    const source = sources.find((candidate) => candidate.id === id);
    if (!source) throw new UsageError(`No source ${id} (rasid sources list)`);
    return source;
  });
}

export function remove(ids: readonly string[]): void {
  print(`${ids.join(', ')} removed in ${write(known(ids).map(({ id }): Edit => ({ remove: id })))}`);
}

/** The pause that errors have stretched is not waited for: what was in the way may be gone. */
export async function pollNow(ids: readonly string[]): Promise<void> {
  const paused = known(ids).find((source) => source.paused);
  if (paused) throw new UsageError(`${paused.id} is paused (rasid sources resume ${paused.id})`);
  await withRuntime(({ polls }) => Promise.all(ids.map((id) => polls.once(id))));
  print(`${ids.join(', ')}: asked as soon as a worker is free`);
}
