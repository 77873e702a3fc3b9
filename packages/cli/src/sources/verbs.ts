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
import { stringify } from 'yaml';
import { z } from 'zod';
import { print } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { checkSources } from './check.ts';
import { findFeeds } from './find-feeds.ts';
import { feedTable, sourceList } from './show.ts';
import { webAddress } from './web-address.ts';

export { addSource } from './add.ts';

/** What the verbs of `rasid sources` do; loaded by those who ask for one of them. */
export const list = async (options: Choice): Promise<void> =>
  print(await sourceList(choose(options), options.json === true));
export const check = (options: Choice) => checkSources(choose(options), options.json === true);
export const exportOpml = (options: Choice): void => print(toOpml(choose(options)));
export const schema = (): void =>
  print(JSON.stringify(z.toJSONSchema(CatalogueFile, { io: 'input' }), null, 2));

export function importOpml(file: string, writes: boolean): void {
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

export type Choice = { json?: boolean; tag?: string; only?: string };

function choose({ tag, only }: Choice): Source[] {
  const sources = loadSources(process.env);
  const ids = only?.split(',').map((id) => id.trim());
  const unknown = ids?.find((id) => !sources.some((source) => source.id === id));
  if (unknown !== undefined) throw new UsageError(`No source ${unknown} (rasid sources list)`);
  return sources.filter((source) => (!tag || source.tags.includes(tag)) && (!ids || ids.includes(source.id)));
}

export async function discover(address: string, asJson: boolean): Promise<void> {
  const url = webAddress(address);
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
