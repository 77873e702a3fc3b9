import type { HostLanes } from '@rasid/storage';
import robotsParserModule from 'robots-parser';
import type { Client } from './client.ts';

// The package is CommonJS and its types say it has a default export of a default export.
const robotsParser = robotsParserModule as unknown as (
  url: string,
  text: string,
) => {
  isAllowed: (url: string, agent: string) => boolean | undefined;
  getCrawlDelay: (agent: string) => number | undefined;
};

const keepMs = 12 * 3600 * 1000; // RFC 9309: at most a day
const keepFailureMs = 1800 * 1000; // asked again soon when it could not be read
const agent = 'Rasid';
const maxDelayMs = 60_000; // a longer crawl-delay would close the site

export type RobotsRule = { isAllowed: boolean; crawlDelayMs: number };

/** What robots.txt says of an address; one that cannot be read allows everything (RFC 9309: unavailable). */
export async function askRobots(url: URL, client: Client, lanes: HostLanes): Promise<RobotsRule> {
  const address = `${url.origin}/robots.txt`;
  let text = await lanes.robots(url.origin);
  if (text === null) {
    const answer = await client
      .get({ url: address, accept: 'text/plain', maxBytes: 512_000, totalMs: 10_000 })
      .catch(() => null);
    text = answer?.status === 200 ? new TextDecoder().decode(answer.bytes).slice(0, 500_000) : '';
    await lanes.saveRobots(url.origin, text, answer ? keepMs : keepFailureMs);
  }
  const rules = robotsParser(address, /<html/i.test(text.slice(0, 500)) ? '' : text);
  const delay = (rules.getCrawlDelay(agent) ?? 0) * 1000;
  return { isAllowed: rules.isAllowed(url.href, agent) ?? true, crawlDelayMs: Math.min(delay, maxDelayMs) };
}
