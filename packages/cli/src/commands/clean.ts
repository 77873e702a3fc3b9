import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CleanResult } from '@rasid/article';
import type { Command } from 'commander';
import { eachLine, type JsonObject, optionalText } from '../jsonl.ts';
import { UsageError } from '../usage.ts';

type Options = {
  url?: string;
  jsonl?: string;
  timeZone: string;
  fetchedAt?: string | undefined;
  details?: boolean;
};

/** Pages to articles. */
export function registerClean(program: Command): void {
  program
    .command('clean [file]')
    .description('one page to its article (title, text, date, author …); with --jsonl a list of pages')
    .option('--url <url>', 'where the page is from: for dates in addresses and relative links')
    .option(
      '--jsonl <list>',
      'lines of {id, file or html, url, fetchedAt?}; a file is relative to the list and may be .gz',
    )
    .option('--time-zone <zone>', 'of the outlet, for dates that state none', 'UTC')
    .option('--fetched-at <time>', 'when the page was fetched, for dates told as time passed (ISO 8601)')
    .option('--details', 'also how the page was read: where the text is from, what is in doubt')
    .action(async (file: string | undefined, options: Options) => {
      if (options.jsonl !== undefined) return cleanList(options.jsonl, options);
      if (file === undefined) throw new UsageError('Name a page, or --jsonl with a list');
      const line = await clean(await readPage(file), options.url ?? '', options);
      process.stdout.write(`${JSON.stringify(line, null, 2)}\n`);
      if (line.outcome !== 'article') process.exitCode = 1;
    });
}

function cleanList(list: string, options: Options): Promise<void> {
  const folder = list === '-' ? process.cwd() : dirname(resolve(list));
  return eachLine(list, async (input) => {
    const html = optionalText(input, 'html');
    const file = optionalText(input, 'file');
    if (html === null && file === null) throw new Error('"file" or "html" must be text');
    const page = html ?? (await readPage(resolve(folder, file ?? '')));
    const fetchedAt = optionalText(input, 'fetchedAt') ?? options.fetchedAt;
    return clean(page, optionalText(input, 'url') ?? '', { ...options, fetchedAt });
  });
}

async function clean(
  html: Uint8Array | string,
  url: string,
  { timeZone, fetchedAt, details }: Options,
): Promise<JsonObject> {
  const { cleanPage } = await import('@rasid/article');
  const result = cleanPage({ html, url, timeZone, fetchedAt: fetchedAt ?? null });
  return details ? { ...toLine(result), notes: result.notes, shape: result.shape } : toLine(result);
}

/** The bytes of a page, unpacked when they are gzip by content, whatever the name says. */
async function readPage(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? gunzipSync(bytes, { maxOutputLength: 50_000_000 }) : bytes; // no page is larger; a bomb is
}

/** The line of product.md: what could be read stands in it whatever the outcome. */
function toLine(result: CleanResult): JsonObject {
  const { article } = result;
  return {
    outcome: result.outcome,
    title: article?.title ?? '',
    lead: article?.lead ?? null,
    text: article?.text ?? '',
    publishedAt: article?.publishedAt ?? null,
    publishedBasis: article?.publishedBasis ?? null,
    updatedAt: article?.updatedAt ?? null,
    authors: article?.authors ?? [],
    section: article?.section ?? null,
    keywords: article?.keywords ?? [],
    image: article?.image ?? null,
    language: article?.language ?? 'und',
    canonicalUrl: article?.canonicalUrl ?? null,
    outlet: article?.outlet ?? null,
  };
}
