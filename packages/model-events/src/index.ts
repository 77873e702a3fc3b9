export { answerSchema, answersSchema, type ModelAnswer, readAnswer } from './answer.ts';
export { type BatchReading, readBatch } from './batch.ts';
export { type Dropped, type Grounded, groundEvents } from './ground.ts';
export {
  type BatchItem,
  type ChatMessage,
  lengthOf,
  promptFor,
  promptForBatch,
  promptVersion,
} from './prompt.ts';
export { uniteEvents } from './unite.ts';
