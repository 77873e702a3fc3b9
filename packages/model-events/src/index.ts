export { answerSchema, readAnswer } from './answer.ts';
export { type Dropped, type Grounded, groundEvents } from './ground.ts';
export { type ChatMessage, promptFor, promptVersion } from './prompt.ts';
export { uniteEvents } from './unite.ts';
