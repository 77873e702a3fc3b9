import { readFileSync } from 'node:fs';

const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

const inputOf = ({ title, text, date }) => ({
  title: title ?? '',
  text,
  publishedAt: date || null,
  timeZone: 'UTC',
  outlet: { id: 'annotated', country: null },
});

/** Articles of which only is known whether they tell events. */
export const marked = (file) =>
  lines(file).map((line) => ({ input: inputOf(line), isRelevant: line.isRelevant }));

/** The articles of JSON lines files as the engine takes them, each with its annotated events: matched by id. */
export function annotated(articleFiles, goldFiles) {
  return articleFiles.flatMap((file, at) => {
    const gold = new Map(lines(goldFiles[at]).map(({ id, events }) => [id, events]));
    return lines(file).flatMap(({ id, title, text, date }) => {
      const events = gold.get(id);
      if (!events) return [];
      return [{ id, input: inputOf({ title, text, date }), gold: events }];
    });
  });
}

/**
 * Every other sentence of our own, each as an article: what it tells (a type, a tab, the sentence, a line), or nothing.
 * The ones between them stay for the tests to judge by.
 */
export function ownSentences(toldFile, quietFile) {
  const linesOf = (path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .filter((_, at) => at % 2 === 0);
  const told = linesOf(toldFile).map((line) => {
    const [type, evidence] = line.split('\t');
    return [evidence, [{ type, status: 'main', evidence }]];
  });
  return [...told, ...linesOf(quietFile).map((line) => [line, []])].map(([text, gold], at) => ({
    id: `own-${at}`,
    input: {
      title: '',
      text: `${text}.`,
      publishedAt: '2025-03-04',
      timeZone: 'UTC',
      outlet: { id: 'own', country: null },
    },
    gold,
  }));
}

const leastShared = 0.1; // of the words of the shorter evidence
const isPast = (status) => status === 'background';

/** The events that are annotated: each annotated one goes to the event of its type and pool that shares most words. */
export function rightOf(events, gold) {
  const pairs = gold
    .flatMap((wanted) =>
      events
        .filter(({ type, status }) => type === wanted.type && isPast(status) === isPast(wanted.status))
        .map((event) => ({ wanted, event, shared: sharedWords(event.evidence.text, wanted.evidence) })),
    )
    .sort((a, b) => b.shared - a.shared);
  const right = new Set();
  const done = new Set();
  for (const { wanted, event, shared } of pairs) {
    if (shared < leastShared || right.has(event) || done.has(wanted)) continue;
    right.add(event);
    done.add(wanted);
  }
  return right;
}

const mostOf = 0.6; // of the words of the evidence, or of a sentence shorter than it

/** The types of the annotated events a sentence tells. */
export function typesTold({ field, start, end }, gold) {
  const sentence = field.text.slice(start, end);
  const told = gold.filter(({ evidence }) => sharedWords(sentence, evidence) >= mostOf);
  return [...new Set(told.map(({ type }) => type))];
}

const wordsOf = (text) => new Set(text.match(/\p{L}+/gu));

function sharedWords(one, two) {
  const words = wordsOf(one);
  const others = wordsOf(two);
  const shared = [...others].filter((word) => words.has(word)).length;
  return shared / Math.max(1, Math.min(words.size, others.size));
}
