import { readFileSync } from 'node:fs';
import { openReader } from '@rasid/fetcher';
import {
  CatalogueFile,
  editOwnCatalogue,
  fromOpml,
  idFor,
  loadSources,
  type Source,
  type SourceEntry,
  toOpml,
} from '@rasid/sources';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import { z } from 'zod';
import { type AddOptions, addSource } from '../sources/add.ts';
import { checkSources } from '../sources/check.ts';
import { findFeeds } from '../sources/find-feeds.ts';
import { feedTable, sourceList } from '../sources/show.ts';
import { print } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { registerEdits } from './sources-edit.ts';

/** The catalogue of sources. */
export function registerSources(program: Command): void {
  const sources = program
    .command('sources')
    .description(
      'the feeds that are followed: the shipped catalogue, or your own (RASID_SOURCES, sources.yaml)',
    );
  chosen(sources.command('list'))
    .description('the catalogue, with the state of each source where Rasid runs; those in trouble first')
    .action(async (options: Choice) => print(await sourceList(choose(options), options.json === true)));
  chosen(sources.command('check'))
    .description(
      'ask every feed once and say what became of it: alive, slow, blocked, gone, empty, stale, malformed, not Arabic …',
    )
    .action((options: Choice) => checkSources(choose(options), options.json === true));
  sources
    .command('discover <url>')
    .description(
      'the feeds and news sitemaps of a site, each of them read: from its pages, robots.txt and the usual addresses',
    )
    .option('--json', 'as JSON')
    .action((url: string, options: { json?: boolean }) => discover(url, options.json === true));
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
    .action((url: string, options: AddOptions) => addSource(url, options));
  registerEdits(sources);
  sources
    .command('import <opml>')
    .description(
      'feeds of an OPML file as a catalogue in YAML, to look over; --add writes those not yet followed into yours',
    )
    .option('--add', 'write into your own catalogue')
    .action((file: string, options: { add?: boolean }) => importOpml(file, options.add === true));
  chosen(sources.command('export'), false)
    .description('the catalogue as OPML, for feed readers')
    .action((options: Choice) => print(toOpml(choose(options))));
  sources
    .command('schema')
    .description('the JSON Schema of sources.yaml, for editors')
    .action(() => print(JSON.stringify(z.toJSONSchema(CatalogueFile, { io: 'input' }), null, 2)));
}

function importOpml(file: string, writes: boolean): void {
  const { sources: found, problems } = fromOpml(readFileSync(file, 'utf8'));
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
  if (!writes) print(stringify({ sources: found }));
  else addAll(found);
}

/** Those whose feed is not followed yet, each under an id of its own. */
function addAll(found: readonly SourceEntry[]): void {
  const known = loadSources(process.env);
  const feeds = new Set(known.map(({ feed }) => feed));
  const ids = new Set(known.map(({ id }) => id));
  const edits = found
    .filter(({ feed }) => !feeds.has(feed))
    .map((entry) => {
      const id = ids.has(entry.id) ? idFor(entry.id, entry.feed, ids) : entry.id;
      ids.add(id);
      return { add: { ...entry, id, outlet: { ...entry.outlet, id } } };
    });
  const { file } = editOwnCatalogue(process.env, edits);
  print(`${edits.length} added in ${file}, ${found.length - edits.length} followed already`);
}

type Choice = { json?: boolean; tag?: string; only?: string };

function chosen(command: Command, hasJson = true): Command {
  const limited = command
    .option('--tag <tag>', 'those with this tag')
    .option('--only <ids>', 'these ids, separated by commas');
  return hasJson ? limited.option('--json', 'as JSON') : limited;
}

function choose({ tag, only }: Choice): Source[] {
  const sources = loadSources(process.env);
  const ids = only?.split(',').map((id) => id.trim());
  const unknown = ids?.find((id) => !sources.some((source) => source.id === id));
  if (unknown !== undefined) throw new UsageError(`No source ${unknown} (rasid sources list)`);
  return sources.filter((source) => (!tag || source.tags.includes(tag)) && (!ids || ids.includes(source.id)));
}

async function discover(address: string, asJson: boolean): Promise<void> {
  const url = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(url)) throw new UsageError(`Not a web address: ${address}`);
  const isWatched = process.stderr.isTTY;
  const reader = openReader(process.env);
  try {
    const found = await findFeeds(
      url,
      reader,
      (text) => isWatched && process.stderr.write(`\r\u001b[K${text}`),
    );
    if (isWatched) process.stderr.write('\r\u001b[K');
    if (asJson) print(JSON.stringify(found));
    else
      print(
        found.length === 0
          ? 'no feed found'
          : `${feedTable(found)}\n\nrasid sources add ADDRESS follows one of them`,
      );
    if (found.length === 0) process.exitCode = 1;
  } finally {
    await reader.close();
  }
}
