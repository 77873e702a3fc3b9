import type { ModelStore } from '@rasid/storage';
import type { ModelSettings } from '../config.ts';
import type { Endpoint, Question, Reply } from './endpoint.ts';
import { ModelFailure } from './failure.ts';

export type Means = { endpoint: Endpoint; settings: ModelSettings; store: ModelStore; signal: AbortSignal };

export const answerTokens = 4_000; // bounds what an answer costs; a longer one is cut off and counts as none
export const cutOff = 'the answer was cut off'; // asked again it would be as long
const lettersPerToken = 2; // an estimate, put right by what the endpoint counts

/** A place within the day's limits, taken before the request is sent. */
export type Place = { day: string; tokens: number };

/** Sets aside what a question about so many articles may cost; null when the day's limits do not allow it. */
export async function reserve(
  question: Question,
  { settings, store }: Omit<Means, 'signal'>,
  articles = 1,
): Promise<Place | null> {
  const day = new Date().toISOString().slice(0, 10);
  const letters = question.messages.reduce((sum, { content }) => sum + content.length, 0);
  const tokens = Math.ceil(letters / lettersPerToken) + question.answerTokens;
  return (await store.reserve(day, tokens, settings.limits, articles)) ? { day, tokens } : null;
}

/** The failure of a question that has no place today. */
export const capped = (): ModelFailure => {
  const day = new Date().toISOString().slice(0, 10);
  return new ModelFailure('capped', 'the model’s limit of the day is reached', {
    retryAfterMs: Date.parse(day) + 24 * 3600 * 1000 - Date.now(),
  });
};

/** Asks, and puts right what was set aside. */
export async function askAt(
  place: Place,
  question: Question,
  { endpoint, store, signal }: Means,
): Promise<Reply> {
  const reply = await endpoint.ask(question, signal).catch(async (error: unknown) => {
    // refused requests cost no tokens; one that ran out of time may have been answered and paid
    if (error instanceof ModelFailure && !signal.aborted) await store.settle(place.day, -place.tokens);
    throw error;
  });
  if (reply.tokens !== null) await store.settle(place.day, reply.tokens - place.tokens);
  return reply;
}
