import { connectRedis, type StoreAddress } from '@rasid/storage';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type ActivityLog, createActivity } from './activity.ts';
import { createDeadLetters, type DeadLetters } from './dead-letters.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createOutputs, type Outputs } from './outputs.ts';
import { createPollSchedule, type PollSchedule } from './poll-schedule.ts';
import { createQueues, type Queues } from './queues.ts';

/** What every process that works, shows or repairs the pipeline needs; closed by whoever made it. */
export type Runtime = {
  address: StoreAddress;
  redis: Redis;
  logger: Logger;
  queues: Queues;
  ledger: Ledger;
  dead: DeadLetters;
  activity: ActivityLog;
  polls: PollSchedule;
  outputs: Outputs;
  close: () => Promise<void>;
};

/** Connects to the stores. Nothing runs until `startStages`. */
export function createRuntime(address: StoreAddress, logger: Logger): Runtime {
  const redis = connectRedis(address.url);
  const queues = createQueues(redis, address.prefix);
  const outputs = createOutputs(redis, address.prefix);
  return {
    address,
    redis,
    logger,
    queues,
    ledger: createLedger(redis, address.prefix),
    dead: createDeadLetters(redis, address.prefix),
    activity: createActivity(redis, address.prefix),
    polls: createPollSchedule(queues, redis, address.prefix),
    outputs,
    async close() {
      await Promise.all([queues.close(), outputs.close()]);
      redis.disconnect();
    },
  };
}
