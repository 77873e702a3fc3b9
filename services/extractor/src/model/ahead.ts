import { readBatch } from '@rasid/model-events';
import type { EventsInput } from '../extract.ts';
import { askAt, type Means, type Place, reserve } from './ask.ts';
import { type Asked, askedOf, type Begun, batchesOf, questionOfBatch } from './batch.ts';
import type { Question } from './endpoint.ts';
import { ModelFailure } from './failure.ts';
import type { Rest } from './rest.ts';
import { waitAfter } from './retry.ts';

type AheadMeans = Omit<Means, 'signal'> & { rest: Rest; begun: Map<string, Begun> };

/**
 * Asks about several articles in as few requests as their lengths allow and notes what came of each. It never fails: an
 * article without an answer is asked alone when it is read, with one try less, and then says what is wrong.
 */
export function createAhead(means: AheadMeans) {
  const { settings, store, rest, begun } = means;
  let most = settings.batch.articles;

  async function askBatch(items: readonly Asked[], question: Question, place: Place, outer?: AbortSignal) {
    const timeMs = settings.timeoutMs * items.length;
    const limit = AbortSignal.timeout(timeMs);
    const signal = outer ? AbortSignal.any([limit, outer]) : limit;
    const until = Date.now() + timeMs;
    for (const { key } of items) begun.set(key, { tries: 1, answer: null });
    try {
      const reply = await askAt(place, question, { ...means, signal });
      if (reply.isCut) most = half(most);
      const { answers } = readBatch(reply.content, items);
      for (const { id, key } of items) {
        const answer = answers.get(id);
        if (!answer) continue;
        begun.set(key, { tries: 1, answer });
        await store.keep(key, JSON.stringify({ events: answer.events }), settings.cacheSeconds);
      }
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      if (error.kind === 'refused')
        most = half(most); // too large for it; if it is the key, the next question says so
      else if (error.kind === 'away' && !(await waitAfter(error, 1, { signal, until }))) rest.after(error);
    }
  }

  return async (articles: readonly EventsInput[], signal?: AbortSignal): Promise<void> => {
    let left = most > 1 ? await unanswered(articles, means) : [];
    while (left.length > 1 && most > 1 && !rest.now() && !signal?.aborted) {
      const [batch = []] = batchesOf(left, { ...settings.batch, articles: most });
      left = left.slice(batch.length);
      const fit = await placed(batch, means);
      if (fit) await askBatch(fit.items, fit.question, fit.place, signal);
    }
  };
}

/** The articles without an answer, each once. */
async function unanswered(articles: readonly EventsInput[], { settings, store, begun }: AheadMeans) {
  const asked = new Map(
    articles.map((article) => askedOf(article, settings)).map((each) => [each.key, each]),
  );
  for (const key of [...asked.keys()])
    if (begun.has(key) || (await store.answer(key)) !== null) asked.delete(key);
  return [...asked.values()];
}

/** As many articles from the first on as the day's limits allow together; none when that is one alone. */
async function placed(batch: readonly Asked[], means: AheadMeans) {
  for (let size = batch.length; size > 1; size--) {
    const items = batch.slice(0, size);
    const question = questionOfBatch(items);
    const place = await reserve(question, means, size);
    if (place) return { items, question, place };
  }
  return null;
}

const half = (size: number): number => Math.max(1, size >> 1);
