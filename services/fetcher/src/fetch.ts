import type { CleanJob, DropReason, FetchJob } from '@rasid/contracts';
import { drop, pass, RetryLater } from '@rasid/runtime';
import type { HostLanes, PageStore } from '@rasid/storage';
import type { Client, HttpAnswer } from './net/client.ts';
import { type FailureKind, FetchFailure } from './net/failure.ts';
import { retryAfterMs } from './net/retry-after.ts';
import { askRobots } from './net/robots.ts';

export type FetchTools = {
  client: Client;
  lanes: HostLanes;
  pages: Pick<PageStore, 'put'>;
  gapMs: number;
  /** host:port pairs on this machine: a sample needs no slow lane. */
  allowed: ReadonlySet<string>;
  now: () => Date;
};

const maxPageBytes = 5_000_000;
const maxWaitMs = 5_000; // a worker waits this long for a host; longer, and the job goes back to the queue
const fullText = 900; // letters of plain text in a feed entry that make the page needless
const stub =
  /(?:\[\u2026\]|\u2026|\.\.\.|اقرأ المزيد|قراءة المزيد|للمزيد|read more|continue reading|appeared first on)[\s"\u00bb\]]*$/i;

const littleText = 120; // letters below which the cleaner calls an article too short
const someText = 250; // letters of a feed entry worth reading when its page cannot be had

type Context = { signal: AbortSignal; attempt: number; isLastAttempt: boolean };

/** Gets the page of an item politely and keeps it; an entry that carries its whole text needs none. */
export async function fetchPage(job: FetchJob, tools: FetchTools, context: Context) {
  const base = { item: job.item, entry: job.entry, fetchedAt: tools.now().toISOString() };
  const fromFeed = (why: string) =>
    pass('clean', { ...base, url: job.url, pageKey: null, contentType: null }, { from: 'feed', why });
  if (carriesWholeText(job)) return fromFeed('whole text');
  let url: URL;
  try {
    url = new URL(job.url);
  } catch {
    return drop('bad-url');
  }
  try {
    const robots = await askRobots(url, tools.client, tools.lanes);
    if (!robots.isAllowed) return drop('robots-denied');
    await takeLane(url, Math.max(tools.gapMs, robots.crawlDelayMs), tools);
    const accept = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5';
    const answer = await tools.client.get({
      url: url.href,
      accept,
      maxBytes: maxPageBytes,
      totalMs: 45_000,
      signal: context.signal,
    });
    return await judge(answer, base, tools, context);
  } catch (error) {
    const isAway = error instanceof FetchFailure && !finalKinds.has(error.kind) && context.attempt > 1;
    if (isAway && isWorthReading(job, context.isLastAttempt)) return fromFeed(error.message);
    return afterFailure(error, context);
  }
}

/** The next start on the host's lane: waits for a near one, hands the job back for a far one. */
async function takeLane(url: URL, gapMs: number, tools: FetchTools): Promise<void> {
  const gap = tools.allowed.has(url.host) ? 0 : gapMs;
  const wait = await tools.lanes.reserve(url.host, gap, maxWaitMs);
  if (wait > maxWaitMs) throw new RetryLater(`${url.host} is busy`, wait * (0.9 + Math.random() * 0.2));
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}

async function judge(
  answer: HttpAnswer,
  base: Pick<CleanJob, 'item' | 'entry' | 'fetchedAt'>,
  tools: FetchTools,
  context: Context,
) {
  const { status, headers } = answer;
  if (status === 404 || status === 410) return drop('not-found', { status });
  if (status === 401 || status === 402 || status === 403 || status === 451)
    return drop('refused', { status });
  if (status === 429 || status === 503) {
    const wait = retryAfterMs(headers.get('retry-after'), Date.now()) ?? (status === 429 ? 600_000 : 60_000);
    if (status === 429) await tools.lanes.coolDown(new URL(answer.url).host, wait);
    throw new RetryLater(`status ${status}`, wait * (1 + Math.random() * 0.1) + 50);
  }
  if (status < 200 || status >= 300) {
    if (context.isLastAttempt) return drop('unreachable', { status });
    throw new Error(`status ${status}`);
  }
  const contentType = headers.get('content-type');
  if (contentType && !/html|xml|text\/plain/i.test(contentType))
    return drop('not-html', { type: contentType.slice(0, 60) });
  const pageKey = await tools.pages.put(answer.bytes);
  return pass(
    'clean',
    { ...base, url: answer.url, pageKey, contentType },
    { status, bytes: answer.bytes.length },
  );
}

const finalKinds = new Set<FailureKind>(['private-address', 'too-large', 'too-many-redirects', 'bad-url']);
const isFinal = (kind: FailureKind): kind is Extract<FailureKind, DropReason> => finalKinds.has(kind);

function afterFailure(error: unknown, context: Context) {
  if (!(error instanceof FetchFailure)) throw error;
  const { kind } = error;
  if (isFinal(kind)) return drop(kind);
  if (context.isLastAttempt) return drop('unreachable', { why: error.message });
  throw error;
}

/** Whether the feed says enough to go on without the page; at the last attempt less is enough, or that it is not Arabic. */
function isWorthReading(job: FetchJob, isLastAttempt: boolean): boolean {
  const text = feedText(job);
  if (!isLastAttempt) return text.length >= someText;
  return text.length >= littleText || !/[\u0621-\u064a]/.test(`${job.entry.title ?? ''} ${text}`);
}

/** Letters of plain text in the fuller of an entry's two texts. */
function feedText({ entry }: FetchJob): string {
  const plain = (html: string | null) =>
    (html ?? '')
      .replace(/<[^>]{0,2000}>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const [content, summary] = [plain(entry.content), plain(entry.summary)];
  return content.length >= summary.length ? content : summary;
}

/** Whether the feed carries the article itself and not its beginning. */
function carriesWholeText(job: FetchJob): boolean {
  const text = feedText(job);
  return text.length >= fullText && !stub.test(text.slice(-200));
}
