import { readFile } from 'node:fs/promises';
import { parseFeed } from '@rasid/feeds';
import { fetchDocument } from '@rasid/fetcher';
import { failureText } from '@rasid/runtime';
import type { Command } from 'commander';
import { writeLine } from '../jsonl.ts';

/** Feed documents to entries. */
export function registerFeed(program: Command): void {
  program
    .command('feed <files...>')
    .description('feed documents (files, - or addresses) to their entries, a line each')
    .action(async (files: string[]) => {
      for (const file of files) {
        try {
          const document = /^https?:\/\//.test(file)
            ? await fetchDocument(file)
            : { bytes: await readBytes(file), url: null, contentType: null };
          const result = await parseFeed(document);
          if ('error' in result) throw new Error(`${result.error}: ${result.problems.join('; ')}`);
          await writeLine({ file, feed: result.feed, entries: result.entries, problems: result.problems });
        } catch (error) {
          await writeLine({ file, error: failureText(error) });
          process.exitCode = 1;
        }
      }
    });
}

async function readBytes(file: string): Promise<Uint8Array> {
  if (file !== '-') return readFile(file);
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}
