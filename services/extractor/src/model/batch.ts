import { contentHash } from '@rasid/contracts';
import {
  answerSchema,
  answersSchema,
  type BatchItem,
  lengthOf,
  type ModelAnswer,
  promptFor,
  promptForBatch,
  promptVersion,
} from '@rasid/model-events';
import type { ModelSettings } from '../config.ts';
import type { EventsInput } from '../extract.ts';
import { answerTokens } from './ask.ts';
import type { Question } from './endpoint.ts';

/** An article to ask about: the key of its answer, by which a batch names it too. */
export type Asked = BatchItem & { key: string };
/** What is known of an article once a batch was asked: how often it was tried, and its answer where that can be used. */
export type Begun = { tries: number; answer: ModelAnswer | null };

export const questionOf = (article: EventsInput): Question => ({
  messages: promptFor(article),
  schema: answerSchema,
  answerTokens,
});

const furtherTokens = 2_000; // for each article more: seven events as long as those of our tests, two letters a token
const idLength = 8; // of a hash: no other article has it by chance, and no count that a model could go on counting

export const questionOfBatch = (items: readonly Asked[]): Question => ({
  messages: promptForBatch(items),
  schema: answersSchema,
  answerTokens: answerTokens + (items.length - 1) * furtherTokens,
});

/** An answer belongs to address, model, wording and article; whether it came alone or in a batch is no matter. */
export function askedOf(article: EventsInput, { url, name }: Pick<ModelSettings, 'url' | 'name'>): Asked {
  const key = contentHash(JSON.stringify([url, name, promptVersion, promptFor(article).at(-1)]));
  return { key, id: key.slice(0, idLength), article };
}

/** Articles in the order they come, so many in a batch as its limits allow; one that is too long is alone. */
export function batchesOf(items: readonly Asked[], { articles, characters }: ModelSettings['batch']) {
  const batches: Asked[][] = [];
  let room = 0;
  for (const item of items) {
    const length = lengthOf(item.article);
    const last = batches.at(-1);
    if (last && last.length < articles && length <= room) last.push(item);
    else {
      batches.push([item]);
      room = characters;
    }
    room -= length;
  }
  return batches;
}
