import { type Edit, editOwnCatalogue, loadSources, type Source, type SourceEntry } from '@rasid/sources';
import { print } from '../terminal.ts';
import { UsageError } from '../usage.ts';

/** What of a source is to be otherwise. */
export type Change = (source: Source) => Partial<Omit<SourceEntry, 'id'>>;

export function change(ids: readonly string[], changeOf: Change, done: string): void {
  const edits = known(ids).map((source): Edit => ({ change: source.id, set: changeOf(source) }));
  const { file } = editOwnCatalogue(process.env, edits);
  print(`${ids.join(', ')} ${done} in ${file}`);
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
  const { file } = editOwnCatalogue(
    process.env,
    known(ids).map(({ id }): Edit => ({ remove: id })),
  );
  print(`${ids.join(', ')} removed in ${file}`);
}
