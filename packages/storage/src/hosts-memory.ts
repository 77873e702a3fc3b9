import { holdMs } from './host-scripts.ts';
import { type HostLanes, type LaneAnswer, type LaneRequest, leaseMs } from './hosts.ts';

type Lane = {
  last: number;
  next: number;
  cool: number;
  strikes: number;
  held: number;
  open: Map<string, number>;
  turns: Map<string, number>;
};

const dayMs = 86_400_000;

/** The twin for tests: the same rules as the scripts, in one process. */
export function createMemoryHostLanes(now: () => number = Date.now): HostLanes {
  const lanes = new Map<string, Lane>();
  const robots = new Map<string, string>();
  let leases = 0;
  const laneOf = (host: string): Lane => {
    const lane = lanes.get(host) ?? {
      last: Number.NEGATIVE_INFINITY,
      next: 0,
      cool: 0,
      strikes: 0,
      held: 0,
      open: new Map(),
      turns: new Map(),
    };
    lanes.set(host, lane);
    return lane;
  };
  return {
    enter: async (request) => enter(laneOf(request.host), request, now(), `lease-${++leases}`),
    async leave(host, lease, isWell) {
      const lane = laneOf(host);
      lane.open.delete(lease);
      if (isWell) lane.strikes = 0;
    },
    async coolDown(host, askedMs) {
      const lane = laneOf(host);
      const time = now();
      if (lane.cool <= time) lane.strikes++;
      const strikes = Math.max(lane.strikes, 1);
      const doubled = (first: number, times: number) => first * 2 ** Math.min(times, 8);
      const floor = strikes > 1 ? doubled(15_000, strikes - 2) : 0;
      const ms = askedMs === null ? doubled(600_000, strikes - 1) : Math.max(askedMs, floor);
      lane.cool = Math.max(lane.cool, time + Math.min(ms, dayMs));
      return lane.cool - time;
    },
    cooling: async () =>
      [...lanes]
        .filter(([, { cool }]) => cool > now())
        .map(([host, { cool, strikes }]) => ({ host, until: new Date(cool).toISOString(), strikes })),
    async resume(host) {
      const lane = laneOf(host);
      const wasCooling = lane.cool > now();
      Object.assign(lane, { cool: 0, strikes: 0, next: 0, held: 0 });
      lane.turns.clear();
      return wasCooling;
    },
    robots: async (origin) => robots.get(origin) ?? null,
    saveRobots: async (origin, text) => void robots.set(origin, text),
  };
}

function enter(lane: Lane, { gapMs, slots, ticket }: LaneRequest, now: number, lease: string): LaneAnswer {
  for (const [id, until] of lane.open) if (until <= now) lane.open.delete(id);
  const isFull = lane.open.size >= slots;
  const earliest = Math.max(lane.cool, lane.last + gapMs, ticket === null ? 0 : lane.held);
  const held = ticket === null ? undefined : lane.turns.get(ticket);
  const turn = ticket === null ? 0 : (held ?? lane.next);
  if (now >= earliest && !isFull && turn <= now) {
    lane.last = now;
    lane.next = Math.max(lane.next, now + gapMs);
    lane.open.set(lease, now + leaseMs);
    if (ticket === null) lane.held = 0;
    else lane.turns.delete(ticket);
    return { go: true, lease };
  }
  const free = isFull ? Math.max(earliest, now + Math.max(gapMs, 1_000)) : earliest;
  const why = lane.cool > now ? 'cooling' : isFull ? 'full' : 'turn';
  if (ticket === null) {
    if (why === 'turn') lane.held = free + holdMs;
    return { go: false, why, waitMs: free - now };
  }
  if (held !== undefined && lane.cool <= now && held > now - 2 * gapMs - 1_000)
    return { go: false, why, waitMs: Math.max(held, free) - now };
  if (held !== undefined && held >= free) return { go: false, why, waitMs: held - now };
  const given = Math.max(lane.next, free);
  lane.next = given + gapMs;
  lane.turns.set(ticket, given);
  return { go: false, why, waitMs: given - now };
}
