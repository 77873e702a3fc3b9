import type { FetchJob, RasidRecord } from '@rasid/contracts';
import { drop, pass, RetryLater } from '@rasid/runtime';
import type { PageStore, RevisitStore } from '@rasid/storage';
import { isInFeedOnly } from './address.ts';
import { carriesWholeText, isWorthReading } from './feed-text.ts';
import { type LaneTools, laneHost, onLane } from './lane.ts';
import type { Client, HttpAnswer } from './net/client.ts';
import { type FailureKind, FetchFailure } from './net/failure.ts';
import { knownRobots, type RobotsRule, readRobots } from './net/robots.ts';
import { forwardedTo } from './page.ts';
import { planRevisit } from './revisit.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export type FetchTools = LaneTools & {
  client: Client;
  pages: Pick<PageStore, 'put'>;
  revisits: Pick<RevisitStore, 'plan'>;
  /** When a young article is looked at again after it was first read. */
  revisitAfterMs: readonly number[];
  /** The newest record that came of an item; null when none did. */
  recordOf: (itemId: string) => Promise<RasidRecord | null>;
  now: () => Date;
  pageTimeMs: number;
};

const maxPageBytes = 5_000_000;
const maxForwards = 2; // pages that only send on, one after another
const askRobotsAgainMs = 1_200_000; // while robots.txt fails with 5xx
const longWaitMs = 3_600_000; // from here on the feed's words now are better than the page's later

export type Context = { signal: AbortSignal; attempt: number; isLastAttempt: boolean };

/** Gets the page of an item politely and keeps it; an entry that carries its whole text needs none. */
export async function fetchPage(job: FetchJob, tools: FetchTools, context: Context) {
  if (carriesWholeText(job)) return fromFeed(job, tools, 'whole text');
  if (isInFeedOnly(job.url)) return fromFeed(job, tools, 'no page');
  let url: URL;
  try {
    url = new URL(job.url);
  } catch {
    return drop('bad-url');
  }
  try {
    const robots = await robotsOf(url, job, tools);
    if (robots.rule === 'unknown') throw later(`robots.txt of ${url.host} fails`, askRobotsAgainMs);
    if (robots.rule === 'denied') return feedOr(job, tools, 'robots.txt', () => drop('robots-denied'));
    const answer = await getPage(url, job, robots.crawlDelayMs, tools, context);
    if (answer === 'denied') return feedOr(job, tools, 'robots.txt', () => drop('robots-denied'));
    return await follow(answer, { job, tools, context });
  } catch (error) {
    return afterFailure(error, job, tools, context);
  }
}

const robotsOf = async (url: URL, job: FetchJob, tools: FetchTools): Promise<RobotsRule> =>
  (await knownRobots(url, tools.lanes, tools.now().getTime())) ??
  onLane(url, { ticket: job.item.id }, tools, () =>
    readRobots(url, tools.client, tools.lanes, tools.now().getTime()),
  );

/** An answer and what it means; `waitMs` is how long its host, which refused, is left alone. */
type Judged = { status: number; answer: HttpAnswer; verdict: Verdict; waitMs: number };

/** The page on its host's lane, past doors that only send on; a redirect leads nowhere robots.txt is known to forbid. */
async function getPage(
  start: URL,
  job: FetchJob,
  crawlDelayMs: number,
  tools: FetchTools,
  context: Context,
): Promise<Judged | 'denied'> {
  return onLane(start, { ticket: job.item.id, gapMs: crawlDelayMs }, tools, async () => {
    let to = start.href;
    for (let forwards = 0; forwards <= maxForwards; forwards++) {
      const answer = await tools.client.get({
        url: to,
        accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
        maxBytes: maxPageBytes,
        totalMs: tools.pageTimeMs,
        signal: context.signal,
      });
      const robots = await knownRobots(new URL(answer.url), tools.lanes, tools.now().getTime());
      if (robots?.rule === 'denied') return 'denied';
      const next = answer.status === 200 ? forwardedTo(answer) : null;
      if (next === null) return judge(answer, tools);
      to = next;
    }
    throw new FetchFailure('too-many-redirects', `${start.href} sends on more than ${maxForwards} times`);
  });
}

/** Before the lane is left: whoever enters it next already finds a host that refused left alone. */
async function judge(answer: HttpAnswer, tools: FetchTools): Promise<Judged> {
  const verdict = verdictOf(answer, tools.now().getTime());
  const host = laneHost(new URL(answer.url));
  const waitMs = verdict.is === 'busy' ? await tools.lanes.coolDown(host, verdict.askedMs) : 0;
  return { status: answer.status, answer, verdict, waitMs };
}

type Case = { job: FetchJob; tools: FetchTools; context: Context };

/** What becomes of the item after an answer. */
async function follow({ status, answer, verdict, waitMs }: Judged, { job, tools, context }: Case) {
  if (verdict.is === 'page' && isFront(answer.url) && !isFront(job.url))
    throw new FetchFailure('server', `sends its article to the front page of ${new URL(answer.url).host}`);
  if (verdict.is === 'page') return keep(answer, job, tools);
  if (verdict.is === 'gone') return gone(status, job, tools, context);
  if (verdict.is === 'final')
    return feedOr(job, tools, verdict.reason, () => drop(verdict.reason, { status }));
  if (verdict.is === 'busy') {
    if (waitMs >= longWaitMs && canReadFeed(job)) return fromFeed(job, tools, `status ${status}`);
    throw later(`status ${status}`, waitMs);
  }
  throw new FetchFailure(verdict.kind, verdict.why);
}

/** Sites under repair, and those that lost an article, send its readers to their front page. */
const isFront = (url: string): boolean => /^https?:\/\/[^/?#]+\/?$/.test(url);

async function keep(answer: HttpAnswer, job: FetchJob, tools: FetchTools) {
  const pageKey = await tools.pages.put(answer.bytes);
  const fetchedAt = tools.now();
  await planRevisit(job, fetchedAt.getTime(), tools);
  const contentType = answer.headers.get('content-type');
  const page = { url: answer.url, pageKey, contentType, fetchedAt: fetchedAt.toISOString() };
  const notes = { status: answer.status, bytes: answer.bytes.length };
  return pass('clean', { item: job.item, entry: job.entry, ...page }, notes);
}

const sureAfter = 3; // times in a row that a page must be missing: sites lose pages for a minute and find them again

/** A page that is gone ends its item; when a record came of it, the record is withdrawn. */
async function gone(status: number, job: FetchJob, tools: FetchTools, context: Context) {
  const record = job.again ? await tools.recordOf(job.again.of) : null;
  if (!record) return drop('not-found', { status });
  if (status === 404 && context.attempt < sureAfter && !context.isLastAttempt)
    throw new Error('status 404: asked again before the record is withdrawn');
  if (status === 404 && !(await isSiteThere(job.url, tools, context)))
    throw new FetchFailure('server', '404 for the front page too: the site is broken, not the article gone');
  const { id: recordId, revision, article, story, genre, events, provenance } = record;
  const link = { item: job.item, recordId, revision, article, story, genre, events, provenance };
  return pass('link', { ...link, withdrawn: record }, { status, withdrawn: recordId });
}

/** A site that loses everything at once is being moved or mended: its articles are not withdrawn. */
async function isSiteThere(address: string, tools: FetchTools, context: Context): Promise<boolean> {
  const { status } = await tools.client.get({
    url: new URL('/', address).href,
    accept: 'text/html',
    maxBytes: 10_000,
    whenLarger: 'cut',
    totalMs: tools.pageTimeMs,
    signal: context.signal,
  });
  return status < 400;
}

const finalKinds = ['private-address', 'too-large', 'too-many-redirects', 'bad-url'] as const;
const finalReason = (kind: FailureKind) => finalKinds.find((final) => final === kind);

function afterFailure(error: unknown, job: FetchJob, tools: FetchTools, context: Context) {
  if (!(error instanceof FetchFailure)) throw error;
  const reason = finalReason(error.kind);
  if (reason) return feedOr(job, tools, reason, () => drop(reason, { why: error.message }));
  const isEnough = context.attempt > 1 && !job.again && isWorthReading(job, context.isLastAttempt);
  if (isEnough) return fromFeed(job, tools, error.message);
  if (context.isLastAttempt) return drop('unreachable', { kind: error.kind, why: error.message });
  throw error;
}

/** The feed's words stand in for a page that will not come; not for one that was read before: that would look like a revision. */
const canReadFeed = (job: FetchJob): boolean => !job.again && isWorthReading(job, false);

const feedOr = <T>(job: FetchJob, tools: FetchTools, why: string, otherwise: () => T) =>
  canReadFeed(job) ? fromFeed(job, tools, why) : otherwise();

function fromFeed(job: FetchJob, tools: FetchTools, why: string) {
  const page = { url: job.url, pageKey: null, contentType: null, fetchedAt: tools.now().toISOString() };
  return pass('clean', { item: job.item, entry: job.entry, ...page }, { from: 'feed', why });
}

/** A little later than asked, so that the items of a host do not come back together. */
const later = (why: string, ms: number) => new RetryLater(why, ms * (1 + Math.random() * 0.1) + 50);
