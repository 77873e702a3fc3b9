import type { DropReason } from '@rasid/contracts';
import type { HttpAnswer } from './net/client.ts';
import { retryAfterMs } from './net/retry-after.ts';
import { isPage, isWall } from './page.ts';

/** What an answer to a request for a page means. */
export type Verdict =
  | { is: 'page' }
  | { is: 'gone' }
  | { is: 'final'; reason: Extract<DropReason, 'refused' | 'bot-wall' | 'not-html'> }
  /** `askedMs` is null when the host named no time. */
  | { is: 'busy'; askedMs: number | null }
  | { is: 'failed'; kind: 'server' | 'bad-http'; why: string };

/** Judges status, headers and first bytes; what the page says is the cleaner's matter. */
export function verdictOf(answer: HttpAnswer, now: number): Verdict {
  const { status, headers, bytes } = answer;
  const askedMs = retryAfterMs(headers.get('retry-after'), now);
  if (status === 404 || status === 410) return { is: 'gone' };
  if (isWall(answer)) return { is: 'final', reason: 'bot-wall' };
  if (status === 429 || (status === 503 && askedMs !== null)) return { is: 'busy', askedMs };
  const failed = { is: 'failed' as const, kind: 'server' as const, why: `status ${status}` };
  if (status === 408 || status === 425) return failed;
  if (status >= 400 && status < 500) return { is: 'final', reason: 'refused' };
  if (status < 200 || status >= 300) return failed;
  if (bytes.length === 0) return { is: 'failed', kind: 'bad-http', why: `status ${status} without a body` };
  return isPage(answer) ? { is: 'page' } : { is: 'final', reason: 'not-html' };
}
