import { RetryLater } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import type { FeedState } from '@rasid/storage';
import { enterLane, type LaneTools, laneHost, laneWords } from './lane.ts';
import type { Client, HttpAnswer } from './net/client.ts';
import { FetchFailure } from './net/failure.ts';
import { retryAfterMs } from './net/retry-after.ts';
import { knownRobots } from './net/robots.ts';
import { isWall } from './page.ts';

export type AskTools = LaneTools & { client: Client; now: () => Date; feedTimeMs: number };

/** How a feed is asked: with which validators, and whether they are old ones that the server must refuse. */
export type Manner = { etag: string | null; lastModified: string | null; isProbe: boolean };

export type Asked =
  | { answer: HttpAnswer }
  | { failure: string; why: string; waitMs?: number }
  | { coolingMs: number };

const maxFeedBytes = 10_000_000;
const unconditionalEvery = 10; // polls: servers lie about 304
const unconditionalAfterMs = 24 * 3600 * 1000; // for a feed that is seldom asked
const distrustMs = 30 * 24 * 3600 * 1000; // a server that lied is asked without validators for a month

const plainly: Manner = { etag: null, lastModified: null, isProbe: false };

/** Validators are sent to a server that is well and has not lied lately; every so often it is asked without, to see. */
export function mannerOf(state: FeedState, nowMs: number): Manner {
  const isDistrusted = state.liedAt !== null && nowMs - Date.parse(state.liedAt) < distrustMs;
  if (state.errors > 0 || isDistrusted) return plainly;
  if (state.probe) return { ...state.probe, isProbe: true };
  const isDue = nowMs - (Date.parse(state.fullReadAt ?? '') || 0) >= unconditionalAfterMs;
  if (isDue || state.polls % unconditionalEvery === 0) return plainly;
  return { etag: state.etag, lastModified: state.lastModified, isProbe: false };
}

export const isConditional = ({ etag, lastModified }: Manner): boolean =>
  etag !== null || lastModified !== null;

/** Asks a feed on its host's lane. Everything that can go wrong has a name; a lane that is taken hands the poll back. */
export async function askFeed(
  source: Source,
  manner: Manner,
  tools: AskTools,
  signal: AbortSignal,
): Promise<Asked> {
  const url = new URL(source.feed);
  const robots = await knownRobots(url, tools.lanes, tools.now().getTime());
  const entered = await enterLane(url, { ticket: null, gapMs: robots?.crawlDelayMs ?? 0 }, tools);
  if (!entered.go) {
    if (entered.why === 'cooling') return { coolingMs: entered.waitMs };
    // The next start is kept for a poll that comes when it was told; for a free slot the feeds of a host come apart.
    const apart = entered.why === 'turn' ? 1 : 1 + 2 * Math.random();
    throw new RetryLater(`${url.host}: ${laneWords[entered.why]}`, entered.waitMs * apart + 1);
  }
  let isWell = false;
  try {
    const answer = await tools.client.get({
      ...requestFor(source, manner),
      totalMs: tools.feedTimeMs,
      signal,
    });
    isWell = answer.status < 400;
    return await judge(answer, tools);
  } catch (error) {
    if (error instanceof FetchFailure) return { failure: error.kind, why: error.message };
    throw error;
  } finally {
    await tools.lanes.leave(laneHost(url), entered.lease, isWell);
  }
}

function requestFor(source: Source, { etag, lastModified }: Manner) {
  const headers: Record<string, string> = { ...source.headers };
  if (etag) headers['if-none-match'] = etag;
  if (lastModified) headers['if-modified-since'] = lastModified;
  return {
    url: source.feed,
    accept:
      'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
    headers,
    maxBytes: maxFeedBytes,
    whenLarger: 'cut' as const, // the newest entries stand first
  };
}

async function judge(answer: HttpAnswer, tools: AskTools): Promise<Asked> {
  const { status } = answer;
  if (status === 200 || status === 304) return { answer };
  const why = `status ${status}`;
  const askedMs = retryAfterMs(answer.headers.get('retry-after'), tools.now().getTime());
  if (status === 429 || (status === 503 && askedMs !== null)) {
    const waitMs = await tools.lanes.coolDown(laneHost(new URL(answer.url)), askedMs);
    return { failure: isWall(answer) ? 'captcha' : 'busy', why, waitMs };
  }
  return { failure: failureName(answer), why };
}

function failureName(answer: HttpAnswer): string {
  const { status } = answer;
  if (isWall(answer)) return 'captcha';
  if (status === 503) return 'busy';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408 || status === 425) return 'server';
  if (status >= 400 && status < 500) return 'refused';
  if (status === 204 || status === 205) return 'empty-answer';
  return 'server';
}
