export { connectRedis, type StoreAddress } from './connect.ts';
export { defineScript, type Script } from './script.ts';
