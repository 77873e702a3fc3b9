export type { Aside } from './aside.ts';
export type { BlockingKey } from './blocking.ts';
export {
  type Finder,
  type Found,
  incidentsToldBy,
  type Linked,
  linkArticle,
  withdrawArticle,
} from './link.ts';
export { incidentMessage } from './message.ts';
export type { Head, Neighbourhood } from './neighbourhood.ts';
export { mergeByHand, type Operated, splitByHand } from './operate.ts';
export type { ReportedArticle } from './report.ts';
export type { IncidentChange } from './settle.ts';
export type { Writing } from './writing.ts';
