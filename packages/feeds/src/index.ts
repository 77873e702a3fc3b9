export { type Decoding, decodeBytes } from './bytes/decode.ts';
export { type FeedDate, readFeedDate } from './dates/feed-date.ts';
export type {
  DateBasis,
  Enclosure,
  Feed,
  FeedEntry,
  FeedError,
  FeedInput,
  FeedKind,
  FeedPointer,
  FeedResult,
} from './feed.ts';
export { parseFeed } from './parse-feed.ts';
export { plainText } from './plain-text.ts';
export { isMalformed } from './problems.ts';
