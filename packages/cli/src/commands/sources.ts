import { readFileSync } from 'node:fs';
import { isMalformed, parseFeed } from '@rasid/feeds';
import { fetchDocument } from '@rasid/fetcher';
import { failureText } from '@rasid/runtime';
import { fromOpml, loadSources, type Source, toOpml } from '@rasid/sources';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import { cut, isolate, table } from '../terminal.ts';

/** The catalogue of sources. */
export function registerSources(program: Command): void {
  const sources = program.command('sources').description('the feeds that are followed');
  sources
    .command('list')
    .description('the shipped catalogue, or your own (RASID_SOURCES, sources.yaml)')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) => list(loadSources(process.env), options.json === true));
  sources
    .command('check')
    .description('ask every feed once and say what became of it (simple: one line a feed, no news sitemaps)')
    .option('--json', 'as JSON lines')
    .action((options: { json?: boolean }) => check(loadSources(process.env), options.json === true));
  sources
    .command('discover <url>')
    .description('the feeds a site names (simple: its <link> elements and the usual addresses)')
    .option('--json', 'as JSON')
    .action((url: string, options: { json?: boolean }) => discover(url, options.json === true));
  sources
    .command('import <opml>')
    .description('feeds of an OPML file as a catalogue in YAML, to look over and keep as sources.yaml')
    .action((file: string) => {
      const { sources: found, problems } = fromOpml(readFileSync(file, 'utf8'));
      for (const problem of problems) process.stderr.write(`${problem}\n`);
      print(stringify({ sources: found }));
      if (problems.length > 0) process.exitCode = 1;
    });
  sources
    .command('export')
    .description('the catalogue as OPML, for feed readers')
    .action(() => print(toOpml(loadSources(process.env))));
}

function list(sources: readonly Source[], asJson: boolean): void {
  const rows = asJson ? JSON.stringify(sources) : sourceTable(sources);
  print(rows);
}

function sourceTable(sources: readonly Source[]): string {
  const rows = sources.map(({ id, outlet, kind, feed }) => {
    return [id, outlet.country ?? '', isolate(outlet.name.ar), outlet.name.en, kind, cut(feed, 60)];
  });
  return table(['id', 'country', 'outlet', '', 'kind', 'feed'], rows);
}

type Verdict = { id: string; verdict: string; entries: number; newest: string | null; detail: string };

async function check(sources: readonly Source[], asJson: boolean): Promise<void> {
  const queue = [...sources];
  const verdicts: Verdict[] = [];
  const worker = async () => {
    for (let source = queue.shift(); source; source = queue.shift()) {
      const verdict = await checkOne(source);
      verdicts.push(verdict);
      process.stderr.write(`\r${verdicts.length}/${sources.length}`);
      if (asJson) print(JSON.stringify(verdict));
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  process.stderr.write('\n');
  if (!asJson)
    print(
      table(
        ['id', 'verdict', 'entries', 'newest', 'detail'],
        verdicts
          .sort((a, b) => a.id.localeCompare(b.id))
          .map((row) => [row.id, row.verdict, row.entries, row.newest ?? '', cut(row.detail, 60)]),
      ),
    );
  if (verdicts.some(({ verdict }) => verdict !== 'alive')) process.exitCode = 1;
}

const staleMs = 3 * 24 * 3600 * 1000; // news that is older than a weekend

async function checkOne(source: Source): Promise<Verdict> {
  const base = { id: source.id, entries: 0, newest: null, detail: '' };
  try {
    const result = await parseFeed({ ...(await fetchDocument(source.feed)), timeZone: source.timeZone });
    if ('error' in result) return { ...base, verdict: result.error, detail: result.problems.join('; ') };
    const newest =
      result.entries
        .map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? '')
        .sort()
        .at(-1) || null;
    const isStale = newest !== null && Date.now() - Date.parse(newest) > staleMs;
    const verdict =
      result.entries.length === 0
        ? 'empty'
        : isStale
          ? 'stale'
          : isMalformed(result.problems)
            ? 'malformed'
            : 'alive';
    return { ...base, verdict, entries: result.entries.length, newest, detail: result.problems.join('; ') };
  } catch (error) {
    return { ...base, verdict: 'unreachable', detail: failureText(error) };
  }
}

const usual = ['/feed', '/feed/', '/rss', '/rss.xml', '/atom.xml', '/feeds', '/ar/rss', '/ar/feed'];

async function discover(url: string, asJson: boolean): Promise<void> {
  const page = await fetchDocument(url);
  const html = new TextDecoder().decode(page.bytes).slice(0, 1_000_000);
  const named = [...html.matchAll(/<link\b[^>]{0,1000}>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => /application\/(?:rss|atom|feed)\+|application\/json/i.test(tag));
  const addresses = named
    .flatMap((tag) => /href\s?=\s?["']([^"']{1,1000})/i.exec(tag)?.[1] ?? [])
    .concat(usual);
  const found: { url: string; title: string | null; entries: number }[] = [];
  for (const address of new Set(addresses.map((href) => new URL(href, page.url).href))) {
    const result = await fetchDocument(address)
      .then((document) => parseFeed(document))
      .catch(() => null);
    if (result && !('error' in result))
      found.push({ url: address, title: result.feed.title, entries: result.entries.length });
  }
  if (asJson) print(JSON.stringify(found));
  else
    print(
      found.length === 0
        ? 'no feed found'
        : table(
            ['feed', 'entries', 'title'],
            found.map((feed) => [feed.url, feed.entries, isolate(feed.title ?? '')]),
          ),
    );
  if (found.length === 0) process.exitCode = 1;
}

const print = (text: string): void => void process.stdout.write(`${text.trimEnd()}\n`);
