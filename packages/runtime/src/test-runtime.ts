import { randomBytes } from 'node:crypto';
import type { FetchJob, ItemRef } from '@rasid/contracts';
import { inject } from 'vitest';
import { silentLogger } from './log.ts';
import { createRuntime, type Runtime } from './runtime.ts';

/** A runtime on the test run's Redis under a prefix of its own. For tests only. */
export function testRuntime(prefix = `{t-${randomBytes(6).toString('hex')}}`): Runtime {
  return createRuntime({ url: inject('redisUrl'), prefix }, silentLogger());
}

/** Waits until the condition holds; fails after ten seconds by the test's own limit. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 15));
}

export const itemRef = (id: string, sourceId = 'sana'): ItemRef => ({
  id: `itm_${id}`,
  sourceId,
  outlet: { id: 'sana', name: { ar: 'سانا', en: 'SANA' }, country: 'SY' },
  timeZone: 'Asia/Damascus',
});

export const fetchJob = (id: string): FetchJob => ({
  item: itemRef(id),
  url: `https://example.org/${id}`,
  entry: {
    guid: id,
    title: null,
    summary: null,
    content: null,
    author: null,
    publishedAt: null,
    updatedAt: null,
    categories: [],
  },
});
