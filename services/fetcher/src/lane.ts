import { RetryLater } from '@rasid/runtime';
import type { HostLanes, LaneAnswer } from '@rasid/storage';

export type LaneTools = {
  lanes: HostLanes;
  gapMs: number;
  /** Requests in flight at once to one host. */
  slots: number;
  /** host:port pairs on this machine: a sample needs no slow lane. */
  allowed: ReadonlySet<string>;
};

const patienceMs = 250; // far less than the usual pause: hardly ever does a waiting job hold a worker
const sampleSlots = 32; // all of a process's fetches

/** The lane of an address: "www." makes no other machine. */
export const laneHost = (url: URL): string => url.host.replace(/^www\./, '');

/** Takes the next start on the host's lane, waiting a little; the answer says when to come back for it otherwise. */
export async function enterLane(
  url: URL,
  options: { ticket: string | null; gapMs?: number },
  { lanes, gapMs, slots, allowed }: LaneTools,
): Promise<LaneAnswer> {
  const isSample = allowed.has(url.host);
  const request = {
    host: laneHost(url),
    ticket: options.ticket,
    gapMs: isSample ? 0 : Math.max(gapMs, options.gapMs ?? 0),
    slots: isSample ? sampleSlots : slots,
  };
  const answer = await lanes.enter(request);
  if (answer.go || answer.why !== 'turn' || answer.waitMs > patienceMs) return answer;
  await new Promise((resolve) => setTimeout(resolve, answer.waitMs + 1));
  return lanes.enter(request);
}

/** Runs one request on its host's lane; hands the job back when its turn is far off. */
export async function onLane<T>(
  url: URL,
  options: { ticket: string; gapMs?: number },
  tools: LaneTools,
  request: () => Promise<T>,
): Promise<T> {
  const entered = await enterLane(url, options, tools);
  if (!entered.go) throw new RetryLater(`${url.host}: ${laneWords[entered.why]}`, entered.waitMs + 1);
  let isWell = false;
  try {
    const answer = await request();
    isWell = statusOf(answer) < 400;
    return answer;
  } finally {
    await tools.lanes.leave(laneHost(url), entered.lease, isWell);
  }
}

const statusOf = (answer: unknown): number =>
  typeof answer === 'object' && answer !== null && 'status' in answer ? Number(answer.status) : 200;

export const laneWords = {
  turn: 'not its turn yet',
  full: 'as many requests as it gets at once are open',
  cooling: 'cooling down after it refused',
} as const;
