import { type Edit, editOwnCatalogue, loadSources, type Source, type SourceEntry } from '@rasid/sources';
import type { Command } from 'commander';
import { print } from '../terminal.ts';
import { UsageError } from '../usage.ts';

/** What writes into the user's own catalogue. A running Rasid follows within seconds. */
export function registerEdits(sources: Command): void {
  sources
    .command('pause <id...>')
    .description('keep sources in the catalogue and do not ask them')
    .action((ids: string[]) => write(ids, () => ({ paused: true }), 'paused'));
  sources
    .command('resume <id...>')
    .description('ask paused sources again')
    .action((ids: string[]) => write(ids, () => ({ paused: undefined }), 'followed'));
  sources
    .command('remove <id...>')
    .description('take sources out of the catalogue; what was published of them stays')
    .action((ids: string[]) => {
      const { file } = editOwnCatalogue(
        process.env,
        known(ids).map(({ id }): Edit => ({ remove: id })),
      );
      print(`${ids.join(', ')} removed in ${file}`);
    });
  sources
    .command('tag <id> <tag...>')
    .description('give a source tags')
    .action((id: string, tags: string[]) =>
      write([id], (source) => ({ tags: [...new Set([...source.tags, ...tags])] }), 'tagged'),
    );
  sources
    .command('untag <id> <tag...>')
    .description('take tags from a source')
    .action((id: string, tags: string[]) =>
      write([id], (source) => ({ tags: source.tags.filter((tag) => !tags.includes(tag)) }), 'tagged'),
    );
  sources
    .command('every <id>')
    .description('bound the pause between two polls of a source; without bounds back to 2m and 24h')
    .option('--min <time>', 'never ask it more often, such as 5m')
    .option('--max <time>', 'never ask it less often, such as 6h')
    .action((id: string, { min, max }: { min?: string; max?: string }) => {
      const every = min || max ? { ...(min ? { min } : {}), ...(max ? { max } : {}) } : undefined;
      write([id], () => ({ every }), 'bounded');
    });
  sources
    .command('sections <id>')
    .description(
      'read only some sections of a source; without rules all of them. A rule is a category, or a part of the path when it begins with "/"',
    )
    .option('--include <rule...>', 'read only these')
    .option('--exclude <rule...>', 'do not read these')
    .action((id: string, { include, exclude }: { include?: string[]; exclude?: string[] }) => {
      const rules = { ...(include ? { include } : {}), ...(exclude ? { exclude } : {}) };
      write([id], () => ({ sections: include || exclude ? rules : undefined }), 'filtered');
    });
}

type Change = Partial<Omit<SourceEntry, 'id'>>;

function write(ids: readonly string[], changeOf: (source: Source) => Change, done: string): void {
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
