export { createMemoryArchive, createRedisArchive, type RecordArchive } from './archive.ts';
export { connectRedis, type StoreAddress } from './connect.ts';
export { createOutputStream, type OutputStream, type StreamEntry } from './output.ts';
export { createMemoryPageStore, createRedisPageStore, type PageStore } from './pages.ts';
export { defineScript, type Script } from './script.ts';
