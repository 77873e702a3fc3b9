import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import * as scripts from './host-scripts.ts';

export type LaneRequest = {
  host: string;
  /** Least pause between the starts of two requests. */
  gapMs: number;
  /** Requests in flight at once. */
  slots: number;
  /** Who asks. A page keeps its turn under this name while it waits elsewhere; null goes first: a poll, which is one request. */
  ticket: string | null;
};

export type LaneAnswer =
  | { go: true; lease: string }
  | { go: false; waitMs: number; why: 'turn' | 'full' | 'cooling' };

export type CoolingHost = { host: string; until: string; strikes: number };

/** One slow lane a host, shared by all processes. */
export type HostLanes = {
  /** Starts a request now, or says when to ask again. A turn that was given is kept, so that a thousand pages of one host ask twice each and no more. */
  enter: (request: LaneRequest) => Promise<LaneAnswer>;
  /** The request is over; `isWell` forgets the refusals before it. */
  leave: (host: string, lease: string, isWell: boolean) => Promise<void>;
  /** The host refused: nobody asks it for the time it named, or for ten minutes, doubled with each refusal in a row up to a day. Answers the time. */
  coolDown: (host: string, askedMs: number | null) => Promise<number>;
  cooling: () => Promise<CoolingHost[]>;
  /** The operator's word against a cool-down: true when there was one. */
  resume: (host: string) => Promise<boolean>;
  robots: (origin: string) => Promise<string | null>;
  saveRobots: (origin: string, text: string, keepMs: number) => Promise<void>;
};

/** A request that was never left ended with its process: its slot is free after this. */
export const leaseMs = 100_000;

export function createRedisHostLanes(redis: Redis, prefix: string, now: () => number = Date.now): HostLanes {
  const laneKey = (host: string) => `${prefix}:lane:${host}`;
  const openKey = (host: string) => `${laneKey(host)}:open`;
  const ticketsKey = (host: string) => `${laneKey(host)}:tickets`;
  const coolingKey = `${prefix}:lanes:cooling`;
  const robotsKey = (origin: string) => `${prefix}:robots:${origin}`;
  return {
    async enter({ host, gapMs, slots, ticket }) {
      const lease = randomUUID();
      const args = [now(), Math.round(gapMs), slots, ticket ?? '', lease, leaseMs, scripts.holdMs];
      const keys = [laneKey(host), openKey(host), ticketsKey(host)];
      const [word, waitMs] = (await scripts.enterScript(redis, keys, args)) as [string, number]; // the script's own answer
      if (word === 'go') return { go: true, lease };
      return { go: false, waitMs, why: word as 'turn' | 'full' | 'cooling' };
    },
    async leave(host, lease, isWell) {
      await scripts.leaveScript(redis, [laneKey(host), openKey(host)], [lease, isWell ? 1 : 0]);
    },
    coolDown: async (host, askedMs) =>
      Number(
        await scripts.coolScript(
          redis,
          [laneKey(host), coolingKey],
          [now(), askedMs === null ? -1 : Math.round(askedMs), host],
        ),
      ),
    async cooling() {
      await redis.zremrangebyscore(coolingKey, '-inf', String(now()));
      const pairs = await redis.zrangebyscore(coolingKey, 0, '+inf', 'WITHSCORES');
      const hosts = pairs.filter((_, at) => at % 2 === 0);
      return Promise.all(
        hosts.map(async (host, at) => ({
          host,
          until: new Date(Number(pairs[at * 2 + 1])).toISOString(),
          strikes: Number((await redis.hget(laneKey(host), 'strikes')) ?? 0),
        })),
      );
    },
    async resume(host) {
      const [, [, wasCooling] = []] =
        (await redis
          .multi()
          .zremrangebyscore(coolingKey, '-inf', String(now())) // a cool-down that is over is none
          .zrem(coolingKey, host)
          .hdel(laneKey(host), 'cool', 'strikes', 'next', 'held')
          .del(ticketsKey(host))
          .exec()) ?? [];
      return wasCooling === 1;
    },
    robots: (origin) => redis.get(robotsKey(origin)),
    async saveRobots(origin, text, keepMs) {
      await redis.set(robotsKey(origin), text, 'PX', Math.round(keepMs));
    },
  };
}
