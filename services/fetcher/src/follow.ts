import { setTimeout as pause } from 'node:timers/promises';
import { type FeedPointer, type FeedResult, parseFeed } from '@rasid/feeds';
import { RetryLater } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import { type Asked, type AskTools, askFeed } from './ask.ts';

type ReadFeed = Exclude<FeedResult, { error: string }>;

const mostFollowed = 2; // today's sitemap and, around midnight, yesterday's
const patienceMs = 20_000; // for the pauses a host is given between requests
const shownAddress = 200; // letters of an address that is none
const plainly = { etag: null, lastModified: null, isProbe: false };

/**
 * Reads on where a document without entries points: the newest sitemaps of an index, the new address of a feed that
 * moved. A feed with entries, or one that points nowhere, comes back as it is.
 */
export async function follow(
  feed: ReadFeed,
  source: Source,
  tools: AskTools,
  signal: AbortSignal,
): Promise<ReadFeed> {
  const chosen = feed.entries.length > 0 ? [] : choose(feed.feed.pointers);
  if (chosen.length === 0) return feed;
  const found: ReadFeed = { ...feed, problems: [...feed.problems], entries: [] };
  for (const { url } of chosen) {
    if (!URL.canParse(url)) {
      found.problems.push(`${url.slice(0, shownAddress)}: no address`);
      continue;
    }
    const asked = await askPatiently({ ...source, feed: url, headers: keysFor(url, source) }, tools, signal);
    const next = await readAnswer(asked, source);
    if (typeof next === 'string') found.problems.push(`${url}: ${next}`);
    // A sitemap without dates is a list of the whole site, not news.
    else found.entries.push(...next.entries.filter(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt));
  }
  return found;
}

/** An operator's headers may be keys: a document that points to another site must not be able to send them there. */
const keysFor = (url: string, { feed, headers }: Source): Source['headers'] =>
  new URL(url).origin === new URL(feed).origin ? headers : {};

/** Where a feed moved to; else the sitemaps that changed last, those called news first. */
function choose(pointers: readonly FeedPointer[]): FeedPointer[] {
  const moved = pointers.filter(({ rel }) => rel === 'moved').slice(0, 1);
  if (moved.length > 0) return moved;
  const rank = ({ url, updatedAt }: FeedPointer) =>
    (/news|google/i.test(url) ? 1e15 : 0) + (updatedAt === null ? 0 : Date.parse(updatedAt));
  return pointers
    .filter(({ rel }) => rel === 'sitemap')
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, mostFollowed);
}

/** Waits for the host's lane, but not for ever. */
async function askPatiently(source: Source, tools: AskTools, signal: AbortSignal): Promise<Asked> {
  for (let leftMs = patienceMs; ; ) {
    try {
      return await askFeed(source, plainly, tools, signal);
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
      if (error.delayMs > leftMs) return { failure: 'busy', why: error.message };
      leftMs -= error.delayMs;
      await pause(error.delayMs, undefined, { signal });
    }
  }
}

async function readAnswer(asked: Asked, source: Source): Promise<ReadFeed | string> {
  if ('coolingMs' in asked) return 'the host is cooling down';
  if ('failure' in asked) return asked.why;
  const { bytes, url, headers } = asked.answer;
  const contentType = headers.get('content-type');
  const result = await parseFeed({ bytes, url, contentType, timeZone: source.timeZone });
  return 'error' in result ? result.error : result;
}
