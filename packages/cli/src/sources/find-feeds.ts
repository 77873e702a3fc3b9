import { type FeedResult, parseFeed } from '@rasid/feeds';
import type { Reader, Reading } from '@rasid/fetcher';
import { type Candidate, feedLinks, robotsSitemaps, sitemapLinks, usualAddresses } from '@rasid/sources';
import { languageOf, newestOf } from './verdict.ts';

/** A feed or news sitemap that was read. */
export type FoundFeed = {
  url: string;
  kind: string;
  title: string | null;
  entries: number;
  newest: string | null;
  language: string | null;
  foundBy: Candidate['foundBy'] | 'itself';
};

const maxTries = 80; // documents a site is asked for
const maxChildren = 5; // sitemaps of one index
const freshMs = 3 * 24 * 3600 * 1000; // a sitemap without headlines counts when it is of these days

/**
 * The feeds and news sitemaps of a site: what the page names, what robots.txt names, what is usual. Each was read; one
 * that gives what another gave is left out. The site is asked for one document after the other.
 */
export async function findFeeds(
  url: string,
  reader: Reader,
  tell: (text: string) => void,
): Promise<FoundFeed[]> {
  const page = await reader.read(url);
  if ('failure' in page) throw new Error(page.why);
  if (page.status !== 200) throw new Error(`${url} answers with status ${page.status}`);
  const itself = await readAs({ url: page.url, foundBy: 'itself' }, page);
  if (itself) return [itself.feed];
  const html = new TextDecoder().decode(page.bytes).slice(0, 1_000_000);
  const candidates: Tried[] = [
    ...feedLinks(html, page.url),
    ...(await sitemapsOf(page.url, reader)),
    ...usualAddresses(page.url),
  ];
  return tryAll(candidates, reader, tell);
}

type Tried = { url: string; foundBy: FoundFeed['foundBy'] };

async function sitemapsOf(url: string, reader: Reader): Promise<Candidate[]> {
  const robots = await reader.read(new URL('/robots.txt', url).href);
  if ('failure' in robots || robots.status !== 200) return [];
  return robotsSitemaps(new TextDecoder().decode(robots.bytes), url);
}

async function tryAll(queue: Tried[], reader: Reader, tell: (text: string) => void): Promise<FoundFeed[]> {
  const tried = new Set<string>();
  const contents = new Set<string>();
  const found: FoundFeed[] = [];
  for (let next = queue.shift(); next && tried.size < maxTries; next = queue.shift()) {
    if (tried.has(next.url)) continue;
    tried.add(next.url);
    tell(`${tried.size}  ${next.url}`);
    const reading = await reader.read(next.url);
    if ('failure' in reading || reading.status !== 200) continue;
    const children = sitemapLinks(new TextDecoder().decode(reading.bytes), reading.url);
    queue.unshift(...children.slice(0, maxChildren));
    const read = children.length === 0 ? await readAs(next, reading) : null;
    if (!read || contents.has(read.content)) continue;
    contents.add(read.content);
    found.push(read.feed);
  }
  return found;
}

async function readAs(
  candidate: Tried,
  reading: Extract<Reading, { status: number }>,
): Promise<{ feed: FoundFeed; content: string } | null> {
  const { bytes, url, contentType } = reading;
  const result = await parseFeed({ bytes, url, contentType });
  if ('error' in result || !isFeed(result)) return null;
  const { feed, entries } = result;
  const found: FoundFeed = {
    url: candidate.url,
    kind: feed.kind,
    title: feed.title,
    entries: entries.length,
    newest: newestOf(result, Date.now()),
    language: languageOf(result) ?? feed.language,
    foundBy: candidate.foundBy,
  };
  return {
    feed: found,
    content:
      entries
        .slice(0, 5)
        .map((entry) => entry.url ?? entry.id)
        .join(' ') || candidate.url,
  };
}

/** A list of all pages of a site is no source of news; one with headlines or of these days is. */
function isFeed(result: Extract<FeedResult, { entries: unknown }>): boolean {
  if (result.feed.kind !== 'sitemap') return true;
  const newest = newestOf(result, Date.now());
  return (
    result.entries.some(({ title }) => title !== null) ||
    (newest !== null && Date.now() - Date.parse(newest) < freshMs)
  );
}
