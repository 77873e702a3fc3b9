import { setTimeout as pause } from 'node:timers/promises';
import { contentHash } from '@rasid/contracts';
import { type ChatMessage, promptFor, promptVersion, readAnswer } from '@rasid/model-events';
import type { ModelStore } from '@rasid/storage';
import type { ModelSettings } from '../config.ts';
import type { EventsInput } from '../extract.ts';
import { type Endpoint, maxAnswerTokens, openEndpoint, type Reply } from './endpoint.ts';
import { ModelFailure } from './failure.ts';

export type ModelAnswer = NonNullable<ReturnType<typeof readAnswer>>;
export type ModelReader = {
  name: string;
  /** What the model says of an article; throws ModelFailure. */
  read: (article: EventsInput, signal?: AbortSignal) => Promise<{ answer: ModelAnswer; isKept: boolean }>;
  close: () => Promise<void>;
};

const maxTries = 3;
const firstPauseMs = 500; // doubled with each try, unless the endpoint names another
const restMs = 30_000; // an endpoint that failed is left alone so long: other articles do not wait for it in vain
const lettersPerToken = 2; // an estimate, put right by what the endpoint counts

/** Asks a model about articles: answers kept before it asks, limits of the day before it spends, tries within one time limit. */
export function createModelReader(settings: ModelSettings, store: ModelStore): ModelReader {
  const endpoint = openEndpoint(settings);
  let restsUntil = 0;

  async function ask(messages: ChatMessage[], signal: AbortSignal, until: number): Promise<ModelAnswer> {
    for (let tries = 1; ; tries++) {
      try {
        return await askOnce(endpoint, messages, { settings, store, signal });
      } catch (error) {
        if (!(error instanceof ModelFailure) || !canRetry(error) || tries === maxTries) throw error;
        const backoffMs = firstPauseMs * 2 ** (tries - 1);
        const waitMs = error.kind === 'unreadable' ? 0 : (error.retryAfterMs ?? backoffMs);
        if (signal.aborted || Date.now() + waitMs >= until) throw error;
        await pause(waitMs, undefined, { signal }).catch(() => {
          throw error; // the time is up: why it waited says more
        });
      }
    }
  }

  return {
    name: settings.name,
    async read(article, signal) {
      const messages = promptFor(article);
      const key = contentHash(JSON.stringify([settings.url, settings.name, promptVersion, messages.at(-1)]));
      const kept = readAnswer((await store.answer(key)) ?? '');
      if (kept) return { answer: kept, isKept: true };
      if (Date.now() < restsUntil)
        throw new ModelFailure('away', 'the model failed a moment ago', {
          retryAfterMs: restsUntil - Date.now(),
        });
      const limit = AbortSignal.timeout(settings.timeoutMs);
      try {
        const both = signal ? AbortSignal.any([limit, signal]) : limit;
        const answer = await ask(messages, both, Date.now() + settings.timeoutMs);
        await store.keep(key, JSON.stringify({ events: answer.events }), settings.cacheSeconds);
        return { answer, isKept: false };
      } catch (error) {
        if (error instanceof ModelFailure && error.kind !== 'capped' && error.kind !== 'unreadable')
          restsUntil = Date.now() + (error.retryAfterMs ?? restMs);
        throw error;
      }
    },
    close: () => endpoint.close(),
  };
}

const canRetry = ({ kind, message }: ModelFailure): boolean =>
  kind === 'away' || (kind === 'unreadable' && message !== cutOff);
const cutOff = 'the answer was cut off'; // asked again it would be as long

type Means = { settings: ModelSettings; store: ModelStore; signal: AbortSignal };

async function askOnce(
  endpoint: Endpoint,
  messages: ChatMessage[],
  { settings, store, signal }: Means,
): Promise<ModelAnswer> {
  const day = new Date().toISOString().slice(0, 10);
  const letters = messages.reduce((sum, { content }) => sum + content.length, 0);
  const reserved = Math.ceil(letters / lettersPerToken) + maxAnswerTokens;
  if (!(await store.reserve(day, reserved, settings.limits)))
    throw new ModelFailure('capped', 'the model’s limit of the day is reached', {
      retryAfterMs: Date.parse(day) + 24 * 3600 * 1000 - Date.now(),
    });
  const reply = await endpoint.ask(messages, signal).catch(async (error: unknown) => {
    // refused requests cost no tokens; one that ran out of time may have been answered and paid
    if (error instanceof ModelFailure && !signal.aborted) await store.settle(day, -reserved);
    throw error;
  });
  if (reply.tokens !== null) await store.settle(day, reply.tokens - reserved);
  return answerOf(reply);
}

function answerOf({ content, isCut }: Reply): ModelAnswer {
  const answer = readAnswer(content);
  if (answer) return answer;
  throw new ModelFailure('unreadable', isCut ? cutOff : 'the answer is no list of events');
}
