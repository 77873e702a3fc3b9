import type { HostLanes } from '@rasid/storage';
import robotsParserModule from 'robots-parser';
import type { Client, HttpAnswer } from './client.ts';
import { type FailureKind, FetchFailure } from './failure.ts';

// The package is CommonJS and its types say it has a default export of a default export.
const robotsParser = robotsParserModule as unknown as (
  url: string,
  text: string,
) => {
  isAllowed: (url: string, agent: string) => boolean | undefined;
  getCrawlDelay: (agent: string) => number | undefined;
};

const hourMs = 3600 * 1000;
const keepMs = 12 * hourMs; // RFC 9309: at most a day
const askAgainMs = 0.5 * hourMs; // when it could not be read
const patienceMs = 24 * hourMs; // a robots.txt that fails this long is taken to be missing
const maxBytes = 512_000; // RFC 9309: at least 500 KiB are read
const maxDelayMs = 60_000; // a longer crawl-delay would close the site
const agent = 'Rasid';

/** `unknown`: the file failed and none is remembered, so the page has to wait (RFC 9309: unreachable). */
export type RobotsRule = { rule: 'allowed' | 'denied' | 'unknown'; crawlDelayMs: number };

type RobotsStore = Pick<HostLanes, 'robots' | 'saveRobots'>;
type Kept = { text: string | null; readAt: number; failingSince: number | null };

/** What is known of a site's robots.txt without asking it; null when it has to be asked. */
export async function knownRobots(url: URL, store: RobotsStore, now: number): Promise<RobotsRule | null> {
  const kept = parseKept(await store.robots(url.origin));
  if (!kept || now - kept.readAt >= (kept.failingSince === null ? keepMs : askAgainMs)) return null;
  return judge(url, kept, now);
}

/**
 * Asks for robots.txt and keeps what it says; the copy that was read last speaks while the file fails.
 * Throws the failure of a host that cannot be reached at all and of which nothing is remembered.
 */
export async function readRobots(
  url: URL,
  client: Client,
  store: RobotsStore,
  now: number,
): Promise<RobotsRule> {
  const before = parseKept(await store.robots(url.origin));
  const answer = await ask(url, client);
  const text = answer instanceof FetchFailure ? null : textOf(answer);
  const kept: Kept =
    text === null
      ? { text: before?.text ?? null, readAt: now, failingSince: before?.failingSince ?? now }
      : { text, readAt: now, failingSince: null };
  const rule = judge(url, kept, now);
  const isAway = answer instanceof FetchFailure && rule.rule === 'unknown';
  // A host that is away is asked again by the page's next attempt; one that answers 5xx is left alone for a while.
  await store.saveRobots(url.origin, JSON.stringify(isAway ? { ...kept, readAt: 0 } : kept), 7 * patienceMs);
  if (isAway) throw answer;
  return rule;
}

const nowhere = new Set<FailureKind>(['too-many-redirects', 'private-address', 'bad-url', 'too-large']);
const missing = { status: 404, bytes: new Uint8Array() };

/** The answer or why there is none; an address that leads nowhere is a missing file. */
async function ask(url: URL, client: Client): Promise<Pick<HttpAnswer, 'status' | 'bytes'> | FetchFailure> {
  try {
    const address = `${url.origin}/robots.txt`;
    return await client.get({
      url: address,
      accept: 'text/plain',
      maxBytes,
      whenLarger: 'cut',
      totalMs: 10_000,
    });
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    return nowhere.has(error.kind) ? missing : error;
  }
}

/** The rules; empty when there are none (4xx, a page in their place); null when the server failed to say. */
function textOf({ status, bytes }: Pick<HttpAnswer, 'status' | 'bytes'>): string | null {
  if (status === 429 || status >= 500) return null;
  if (status !== 200) return '';
  const text = new TextDecoder().decode(bytes);
  return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text.slice(0, 500)) ? '' : withoutTangles(text);
}

const mostStarred = 16_000; // characters of rules with stars: some hundred rules, more than sites have

/** Rules with stars beyond measure are left out: half a megabyte of them would take seconds for every page of the site. */
function withoutTangles(text: string): string {
  let starred = 0;
  const kept: string[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    if (line.includes('*')) starred += line.length;
    if (!line.includes('*') || starred <= mostStarred) kept.push(line);
  }
  return kept.join('\n');
}

function judge(url: URL, { text, failingSince }: Kept, now: number): RobotsRule {
  if (text === null) {
    const isGivenUp = failingSince !== null && now - failingSince >= patienceMs;
    return { rule: isGivenUp ? 'allowed' : 'unknown', crawlDelayMs: 0 };
  }
  const rules = robotsParser(`${url.origin}/robots.txt`, text);
  const delayMs = (rules.getCrawlDelay(agent) ?? 0) * 1000;
  return {
    rule: (rules.isAllowed(url.href, agent) ?? true) ? 'allowed' : 'denied',
    crawlDelayMs: Math.min(Math.max(delayMs, 0) || 0, maxDelayMs),
  };
}

const parseKept = (text: string | null): Kept | null => (text ? (JSON.parse(text) as Kept) : null); // written by readRobots
