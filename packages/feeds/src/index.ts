export type { Feed, FeedEntry, FeedInput, FeedKind, FeedResult } from './feed.ts';
export { parseFeed } from './parse-feed.ts';
export { tidy } from './text.ts';
