export { type Activity, type ActivityLog, createActivity, type StageMetric } from './activity.ts';
export { createDeadLetters, type DeadLetter, type DeadLetters, isStageName } from './dead-letters.ts';
export { ConfigurationError, commonEnvironment, readEnvironment } from './environment.ts';
export { failureText, maskSecrets } from './failure.ts';
export { startHealth, storeProblem } from './health.ts';
export {
  createLedger,
  type ItemState,
  type Ledger,
  type LedgerRow,
  type LedgerSum,
  sumLedger,
} from './ledger.ts';
export { createLogger, silentLogger } from './log.ts';
export { pauseStage, retryDead } from './operate.ts';
export {
  drop,
  type Emission,
  type Notes,
  type Outcome,
  PermanentError,
  pass,
  passAll,
  publishedAs,
  RetryLater,
} from './outcome.ts';
export {
  createOutputs,
  isSubscriberName,
  type Outputs,
  outputQueueName,
  type Subscriber,
} from './outputs.ts';
export { isRefusal } from './patience.ts';
export { createPollSchedule, type PlannedPoll, type PollPlan, type PollSchedule } from './poll-schedule.ts';
export { createQueues, type Queues, type StageCounts } from './queues.ts';
export { createRuntime, type Runtime } from './runtime.ts';
export { defineStage, type StageContext, type StageDefinition, type Work } from './stage.ts';
export { type RunningStages, startStages } from './start.ts';
export { sweep } from './sweeper.ts';
