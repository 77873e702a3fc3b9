import type { Command } from 'commander';
import type { AddOptions } from '../sources/add.ts';
import type { Choice } from '../sources/verbs.ts';
import { registerEdits } from './sources-edit.ts';

const verbs = () => import('../sources/verbs.ts');

/** The catalogue of sources. */
export function registerSources(program: Command): void {
  const sources = program
    .command('sources')
    .description(
      'the feeds that are followed: the shipped catalogue, or your own (RASID_SOURCES, sources.yaml)',
    );
  chosen(sources.command('list'))
    .description('the catalogue, with the state of each source where Rasid runs; those in trouble first')
    .action(async (options: Choice) => (await verbs()).list(options));
  chosen(sources.command('check'))
    .description(
      'ask every feed once and say what became of it: alive, slow, blocked, gone, empty, stale, malformed, not Arabic …',
    )
    .action(async (options: Choice) => (await verbs()).check(options));
  sources
    .command('discover <url>')
    .description(
      'the feeds and news sitemaps of a site, each of them read: from its pages, robots.txt and the usual addresses',
    )
    .option('--json', 'as JSON')
    .action(async (url: string, options: { json?: boolean }) =>
      (await verbs()).discover(url, options.json === true),
    );
  sources
    .command('add <url>')
    .description(
      'read a feed and write it into your own catalogue (sources.yaml), which begins on the shipped one',
    )
    .option('--id <id>', 'its id; by default from its name or host')
    .option('--outlet <id>', 'the outlet it belongs to, when that has other feeds')
    .option('--name-ar <name>', 'name of the outlet in Arabic; by default the title of the feed')
    .option('--name-en <name>', 'name of the outlet in English')
    .option('--country <code>', 'where the outlet writes from, such as SY')
    .option('--kind <kind>', 'agency, newspaper, broadcaster, government, ngo, un or other')
    .option('--zone <zone>', 'its time zone; by default that of its country')
    .option('--tag <tag...>', 'words to choose it by')
    .option('--min <time>', 'never ask it more often, such as 5m')
    .option('--max <time>', 'never ask it less often, such as 6h')
    .action(async (url: string, options: AddOptions) => (await verbs()).addSource(url, options));
  registerEdits(sources);
  sources
    .command('import <opml>')
    .description(
      'feeds of an OPML file as a catalogue in YAML, to look over; --add writes those not yet followed into yours',
    )
    .option('--add', 'write into your own catalogue')
    .action(async (file: string, options: { add?: boolean }) =>
      (await verbs()).importOpml(file, options.add === true),
    );
  chosen(sources.command('export'), false)
    .description('the catalogue as OPML, for feed readers')
    .action(async (options: Choice) => (await verbs()).exportOpml(options));
  sources
    .command('schema')
    .description('the JSON Schema of sources.yaml, for editors')
    .action(async () => (await verbs()).schema());
}

function chosen(command: Command, hasJson = true): Command {
  const limited = command
    .option('--tag <tag>', 'those with this tag')
    .option('--only <ids>', 'these ids, separated by commas');
  return hasJson ? limited.option('--json', 'as JSON') : limited;
}
