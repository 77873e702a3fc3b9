import { readFile } from 'node:fs/promises';
import type { Feed, FeedEntry, FeedError } from '@rasid/feeds';
import type { Command } from 'commander';
import { writeLine } from '../jsonl.ts';

const reasons: Record<FeedError, string> = {
  html: 'a page came in place of a feed',
  captcha: 'a page that checks its visitors came in place of a feed',
  login: 'a login page came in place of a feed',
  empty: 'the document has no content',
  'not-a-feed': 'no kind of feed that is known',
};

type Options = { details?: boolean; timeZone: string; url?: string };

/** Feed documents to entries. */
export function registerFeed(program: Command): void {
  program
    .command('feed <files...>')
    .description('feed documents (files, - or addresses) to their entries, a line each')
    .option('--details', 'also what each date is based on, all authors, the pages the feed points to')
    .option('--time-zone <zone>', 'of the outlet, for dates that state none', 'UTC')
    .option('--url <url>', 'where a file is from: the base of relative links')
    .action(async (files: string[], options: Options) => {
      const { parseFeed } = await import('@rasid/feeds');
      for (const file of files) {
        try {
          const document = /^https?:\/\//.test(file)
            ? await fetched(file)
            : { bytes: await readBytes(file), url: options.url ?? null, contentType: null };
          const result = await parseFeed({ ...document, timeZone: options.timeZone });
          if ('error' in result)
            throw new Error([`${result.error}: ${reasons[result.error]}`, ...result.problems].join('; '));
          const { feed, entries, problems } = result;
          const pointers =
            entries.length === 0 && feed.pointers.length > 0 ? { pointers: feed.pointers } : {};
          await writeLine(
            options.details
              ? { file, feed, entries, problems }
              : { file, feed: shortFeed(feed), entries: entries.map(shortEntry), problems, ...pointers },
          );
        } catch (error) {
          const { failureText } = await import('@rasid/runtime'); // loaded only when something failed
          await writeLine({ file, error: failureText(error) });
          process.exitCode = 1;
        }
      }
    });
}

const fetched = async (url: string) => (await import('@rasid/fetcher')).fetchDocument(url);

const shortFeed = ({ title, url, language, kind }: Feed) => ({ title, url, language, kind });

/** The fields that are promised; what else is known of an entry comes with --details. */
function shortEntry(entry: FeedEntry) {
  const { id, url, title, summary, content, author, publishedAt, updatedAt, categories, enclosures } = entry;
  return { id, url, title, summary, content, author, publishedAt, updatedAt, categories, enclosures };
}

async function readBytes(file: string): Promise<Uint8Array> {
  if (file !== '-') return readFile(file);
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}
