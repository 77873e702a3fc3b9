export { type Decoded, decodePage } from './bytes/decode.ts';
export { cleanPage } from './clean-page.ts';
export { type Drift, drifts, driftsOf, noteShape, type PageHabits } from './drift.ts';
export { type Layout, layouts } from './rules/layouts.ts';
export { plain } from './text/page-text.ts';
export type { CleanArticle, CleanOutcome, CleanResult, FeedEntry, Page, Shape } from './types.ts';
