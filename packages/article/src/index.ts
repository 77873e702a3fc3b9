export {
  type CleanArticle,
  type CleanOutcome,
  type CleanResult,
  cleanPage,
  type FeedEntry,
  type Page,
  plain,
} from './clean-page.ts';
export { type Decoded, decodePage } from './decode.ts';
