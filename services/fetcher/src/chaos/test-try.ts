import { RetryLater } from '@rasid/runtime';
import { fetchPage } from '../fetch.ts';
import { poll } from '../poll.ts';
import { fetchJob, fetchTools, never, pollTools, type Served, sourceAt } from '../test-server.ts';

export const feed = (items = '<item><guid>1</guid><title>خبر</title><link>https://e.org/1</link></item>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>ع</title>${items}</channel></rss>`;

/** The name under which one poll of a feed ends, and what it handed on. */
export async function pollOnce(
  { origin, host }: Served,
  more: Partial<ReturnType<typeof pollTools>> = {},
): Promise<{ outcome: string; why: string; found: number; errors: number }> {
  const tools = { ...pollTools(new Set(), host), ...more };
  const polled = await poll({ sourceId: 's', dueAt: '' }, sourceAt(`${origin}/feed`), tools, never);
  const state = await tools.memory.state('s');
  return {
    outcome: state?.lastOutcome ?? '',
    why: state?.lastError ?? '',
    found: polled.emissions.length + polled.drops.length,
    errors: state?.errors ?? 0,
  };
}

/** The name under which the last attempt at a page ends: `page`, a reason of the ledger, or `later`. */
export async function fetchOnce(
  { origin, host }: Served,
  more: Partial<ReturnType<typeof fetchTools>> = {},
  path = '/a',
): Promise<{ outcome: string; notes: Record<string, unknown> }> {
  const tools = { ...fetchTools(host), ...more };
  const context = { signal: never, attempt: 5, isLastAttempt: true };
  try {
    const outcome = await fetchPage(fetchJob(origin + path), tools, context);
    if (outcome.fate === 'drop') return { outcome: outcome.reason, notes: outcome.notes };
    return { outcome: 'page', notes: outcome.notes };
  } catch (error) {
    if (error instanceof RetryLater) return { outcome: 'later', notes: { delayMs: error.delayMs } };
    throw error;
  }
}
