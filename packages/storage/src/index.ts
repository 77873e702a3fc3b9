export { createMemoryArchive, createRedisArchive, type RecordArchive } from './archive.ts';
export { connectRedis, type StoreAddress } from './connect.ts';
export {
  blankFeedState,
  createMemoryFeedMemory,
  createRedisFeedMemory,
  type FeedMemory,
  type FeedState,
  type Hints,
  type ItemVersion,
} from './feed-memory.ts';
export {
  type CoolingHost,
  createRedisHostLanes,
  type HostLanes,
  type LaneAnswer,
  type LaneRequest,
} from './hosts.ts';
export { createMemoryHostLanes } from './hosts-memory.ts';
export {
  createRedisIncidentStore,
  type IncidentStore,
  type IncidentWriting,
  type Outbox,
  type Standing,
  type StoredNeighbourhood,
} from './incidents.ts';
export { createMemoryIncidentStore } from './incidents-memory.ts';
export {
  createMemoryModelStore,
  createRedisModelStore,
  type ModelStore,
} from './model-store.ts';
export { createOutputStream, type OutputStream, type StreamEntry } from './output.ts';
export {
  createMemoryPageHabitStore,
  createRedisPageHabitStore,
  type PageHabitStore,
} from './page-habits.ts';
export { createMemoryPageStore, createRedisPageStore, type PageStore } from './pages.ts';
export {
  createMemoryRevisitStore,
  createRedisRevisitStore,
  type Revisit,
  type RevisitStore,
} from './revisits.ts';
export { defineScript, type Script } from './script.ts';
export { type Admission, createRedisStoryStore, type NewText, type StoryStore } from './stories.ts';
export { createMemoryStoryStore } from './stories-memory.ts';
export {
  createMemorySubscriptionStore,
  createRedisSubscriptionStore,
  type Subscription,
  type SubscriptionStore,
} from './subscriptions.ts';
