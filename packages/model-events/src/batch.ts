import { type ModelAnswer, type ModelEvent, readAnswers } from './answer.ts';
import type { BatchItem } from './prompt.ts';
import { quoteFinder } from './quotes.ts';

/** What a batch's answer is worth article by article: what can be used, and who has to be asked alone, and why. */
export type BatchReading = { answers: Map<string, ModelAnswer>; alone: Map<string, string> };

const maxListed = 20; // quotations of a list that are looked up, as many as the record takes

/**
 * Sorts the answer about several articles. One is not used when it is missing, told twice, no list of events, made of words
 * that its article does not have, or when it quotes another article of the batch; the one quoted there is asked again too,
 * for two answers may have changed places. What is used is still checked value by value, as an answer to one article is.
 */
export function readBatch(content: string, items: readonly BatchItem[]): BatchReading {
  const parts = readAnswers(content);
  const finders = items.map(({ id, article }) => ({ id, find: quoteFinder(article) }));
  const answers = new Map<string, ModelAnswer>();
  const alone = new Map<string, string>();
  for (const { id, find } of finders) {
    const told = parts?.filter((part) => part.id === id) ?? [];
    const answer = told[0]?.answer ?? null;
    const others = finders.filter((each) => each.id !== id);
    const quoted = answer ? othersQuoted(answer, find, others) : [];
    for (const other of quoted) alone.set(other, 'its words stand in the answer to another article');
    const why =
      faultOf(told.length, answer, find) ?? (quoted.length > 0 ? 'it quotes another article' : null);
    if (why !== null) alone.set(id, why);
    else if (answer) answers.set(id, answer);
  }
  for (const id of alone.keys()) answers.delete(id);
  return { answers, alone };
}

type Find = ReturnType<typeof quoteFinder>;

function faultOf(times: number, answer: ModelAnswer | null, find: Find): string | null {
  if (times === 0) return 'the answer leaves it out';
  if (times > 1) return 'the answer has it twice';
  if (!answer) return 'the answer is no list of events';
  if (answer.events.length === 0) return answer.misfits > 0 ? 'none of its events fits the schema' : null;
  return answer.events.some(({ evidence }) => find(evidence)) ? null : 'nothing it quotes is in the article';
}

/** Whose words an answer has that its own article does not. */
function othersQuoted({ events }: ModelAnswer, find: Find, others: readonly { id: string; find: Find }[]) {
  const strange = events.flatMap(quotesOf).filter((quote) => !find(quote));
  return others.filter((other) => strange.some((quote) => other.find(quote))).map(({ id }) => id);
}

function quotesOf(event: ModelEvent): string[] {
  const { trigger, evidence, actors, targets, victims, counts, source, place, date } = event;
  const lists = [actors, targets, victims, counts.map(({ text }) => text)];
  const listed = lists.flatMap((list) => list.slice(0, maxListed));
  const single = [trigger, evidence, source, place, date, event.instrument, event.object, event.topic];
  return [...single, ...listed].filter((quote): quote is string => Boolean(quote?.trim()));
}
