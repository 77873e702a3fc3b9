import { type ModelAnswer, readAnswer } from '@rasid/model-events';
import type { ModelStore } from '@rasid/storage';
import type { ModelSettings } from '../config.ts';
import type { EventsInput } from '../extract.ts';
import { createAhead } from './ahead.ts';
import { askAt, capped, cutOff, type Means, reserve } from './ask.ts';
import { askedOf, type Begun, questionOf } from './batch.ts';
import { openEndpoint, type Question, type Reply } from './endpoint.ts';
import { ModelFailure } from './failure.ts';
import { createRest } from './rest.ts';
import { waitAfter } from './retry.ts';

export type ModelReader = {
  name: string;
  /** What the model says of an article; throws ModelFailure. */
  read: (article: EventsInput, signal?: AbortSignal) => Promise<{ answer: ModelAnswer; isKept: boolean }>;
  /** Asks about several articles together; each is read afterwards, and alone where that brought no answer of use. */
  ahead: (articles: readonly EventsInput[], signal?: AbortSignal) => Promise<void>;
  close: () => Promise<void>;
};

/** Asks a model about articles: answers kept before it asks, limits of the day before it spends, tries within one time limit. */
export function createModelReader(settings: ModelSettings, store: ModelStore): ModelReader {
  const endpoint = openEndpoint(settings);
  const rest = createRest();
  const begun = new Map<string, Begun>(); // by batches, until they are read

  return {
    name: settings.name,
    ahead: createAhead({ endpoint, settings, store, rest, begun }),
    async read(article, signal) {
      const { key } = askedOf(article, settings);
      const { tries, answer: ready } = begun.get(key) ?? { tries: 0, answer: null };
      begun.delete(key);
      if (ready) return { answer: ready, isKept: false };
      const kept = readAnswer((await store.answer(key)) ?? '');
      if (kept) return { answer: kept, isKept: true };
      const resting = rest.now();
      if (resting) throw resting;
      const limit = AbortSignal.timeout(settings.timeoutMs);
      const until = Date.now() + settings.timeoutMs;
      try {
        const either = signal ? AbortSignal.any([limit, signal]) : limit;
        const means = { endpoint, settings, store, signal: either };
        const answer = await ask(questionOf(article), means, { tries, until });
        await store.keep(key, JSON.stringify({ events: answer.events }), settings.cacheSeconds);
        return { answer, isKept: false };
      } catch (error) {
        if (error instanceof ModelFailure && error.kind !== 'capped' && error.kind !== 'unreadable')
          rest.after(error);
        throw error;
      }
    },
    close: () => endpoint.close(),
  };
}

/** `tries` were made before, in a batch. */
async function ask(question: Question, means: Means, { tries, until }: { tries: number; until: number }) {
  for (let made = tries + 1; ; made++) {
    try {
      const place = await reserve(question, means);
      if (!place) throw capped();
      return answerOf(await askAt(place, question, means));
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      if (!(await waitAfter(error, made, { signal: means.signal, until }))) throw error;
    }
  }
}

function answerOf({ content, isCut }: Reply): ModelAnswer {
  const answer = readAnswer(content);
  if (answer) return answer;
  throw new ModelFailure('unreadable', isCut ? cutOff : 'the answer is no list of events');
}
