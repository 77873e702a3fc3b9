import type { Command } from 'commander';
import type { Change } from '../sources/edit.ts';

/** What writes into the user's own catalogue, which a running Rasid follows within seconds; and the word to ask now. */
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
    .command('poll <id...>')
    .description('ask sources now, whatever their pause')
    .action(async (ids: string[]) => (await import('../sources/edit.ts')).pollNow(ids));
  sources
    .command('remove <id...>')
    .description('take sources out of the catalogue; what was published of them stays')
    .action(async (ids: string[]) => (await import('../sources/edit.ts')).remove(ids));
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
    .action(async (id: string, { min, max }: { min?: string; max?: string }) => {
      const every = min || max ? { ...(min ? { min } : {}), ...(max ? { max } : {}) } : undefined;
      await write([id], () => ({ every }), 'bounded');
    });
  sources
    .command('sections <id>')
    .description(
      'read only some sections of a source; without rules all of them. A rule is a category, or a part of the path when it begins with "/"',
    )
    .option('--include <rule...>', 'read only these')
    .option('--exclude <rule...>', 'do not read these')
    .action(async (id: string, { include, exclude }: { include?: string[]; exclude?: string[] }) => {
      const rules = { ...(include ? { include } : {}), ...(exclude ? { exclude } : {}) };
      await write([id], () => ({ sections: include || exclude ? rules : undefined }), 'filtered');
    });
}

const write = async (ids: readonly string[], changeOf: Change, done: string): Promise<void> =>
  (await import('../sources/edit.ts')).change(ids, changeOf, done);
