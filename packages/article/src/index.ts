export { type Decoded, decodePage } from './bytes/decode.ts';
export { cleanPage } from './clean-page.ts';
export { plain } from './text/page-text.ts';
export type { CleanArticle, CleanOutcome, CleanResult, FeedEntry, Page } from './types.ts';
