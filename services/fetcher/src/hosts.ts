import type { Runtime } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import { type CoolingHost, createRedisHostLanes } from '@rasid/storage';
import { laneHost } from './lane.ts';

const batch = 500; // delayed jobs that are looked through at once

/** The hosts that refused and are left alone for a while, longest first. */
export async function coolingHosts(runtime: Runtime): Promise<CoolingHost[]> {
  const hosts = await createRedisHostLanes(runtime.redis, runtime.address.prefix).cooling();
  return hosts.sort((a, b) => b.until.localeCompare(a.until));
}

/** The operator's word against a cool-down: what waits for the host comes now, each at its turn, and its feeds are asked. */
export async function resumeHost(
  runtime: Runtime,
  host: string,
  sources: readonly Source[],
): Promise<{ wasCooling: boolean; jobs: number; polls: number }> {
  const wasCooling = await createRedisHostLanes(runtime.redis, runtime.address.prefix).resume(host);
  const queue = runtime.queues.queueOf('fetch');
  const waiting: Awaited<ReturnType<typeof queue.getDelayed>> = [];
  for (let start = 0; ; start += batch) {
    const jobs = await queue.getDelayed(start, start + batch - 1);
    waiting.push(...jobs.filter((job) => job && hostOf(job.data) === host));
    if (jobs.length < batch) break;
  }
  for (const job of waiting) await job.promote().catch(() => undefined); // it may just have come by itself
  const feeds = sources.filter(({ feed, paused }) => !paused && laneHost(new URL(feed)) === host);
  for (const { id } of feeds) await runtime.polls.once(id);
  return { wasCooling, jobs: waiting.length, polls: feeds.length };
}

function hostOf(data: unknown): string | null {
  try {
    return laneHost(new URL((data as { url: string }).url));
  } catch {
    return null;
  }
}
