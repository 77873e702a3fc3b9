import { readFileSync } from 'node:fs';
import { eventTypeIds } from '@rasid/contracts';
import { extractEvents } from '@rasid/events';
import { describe, expect, it } from 'vitest';
import { type Gold, readCorpus } from './corpus.mjs';

const floors = JSON.parse(readFileSync(new URL('./floors.json', import.meta.url), 'utf8')).events as Record<
  string,
  number
>; // a file of this folder
const results = readCorpus().map((article) => ({
  ...article,
  events: extractEvents({
    title: article.title,
    text: article.text,
    publishedAt: `${article.date}T12:00:00Z`,
    timeZone: 'Asia/Damascus',
    outlet: { id: 'sample', country: null },
  }).events,
}));
const told = results.flatMap(({ gold, events, id }) =>
  gold ? [{ id, gold, main: events.find(({ status }) => status === 'main') }] : [],
);
const share = (list: readonly boolean[]): number => list.filter(Boolean).length / Math.max(1, list.length);

/** Prints the score with what is wrong, and holds it to its floor. */
function reaches(name: string, value: number, wrong: readonly string[]): void {
  console.log(`${name} ${value.toFixed(3)}${wrong.length > 0 ? `; wrong: ${wrong.join(' ')}` : ''}`);
  expect(value, name).toBeGreaterThanOrEqual(floors[name] ?? 1);
}

type AnySpan = { field: string; start: number; end: number; text: string };
function spansIn(value: unknown): AnySpan[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'field' in value && 'start' in value ? [value as AnySpan] : []; // that is what has these two
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

/** Shares of articles whose main event has the wanted value, where one is wanted. */
function slot(
  name: string,
  wanted: (gold: Gold) => string,
  got: (main: (typeof told)[number]['main']) => unknown,
): void {
  const asked = told.filter(({ gold }) => wanted(gold) !== '');
  const isRight = ({ gold, main }: (typeof told)[number]) => got(main) === wanted(gold);
  reaches(
    name,
    share(asked.map(isRight)),
    asked.filter((each) => !isRight(each)).map(({ id }) => id),
  );
}

describe('events in articles of our own', () => {
  it('asks for every type at least three times, and for none in thirty articles', () => {
    const types = told.map(({ gold }) => gold.type);
    for (const type of eventTypeIds)
      expect(types.filter((each) => each === type).length, type).toBeGreaterThanOrEqual(3);
    expect(results.filter(({ gold }) => !gold).length).toBeGreaterThanOrEqual(30);
  });
  it('names the main event', () =>
    slot(
      'mainType',
      ({ type }) => type,
      (main) => main?.type,
    ));
  it('places it in its country', () =>
    slot(
      'country',
      ({ country }) => country,
      (main) => main?.place?.country,
    ));
  it('places it in its first-level unit', () =>
    slot(
      'admin1',
      ({ admin1 }) => admin1,
      (main) => main?.place?.admin1,
    ));
  it('places it in its town', () =>
    slot(
      'locality',
      ({ locality }) => locality,
      (main) => main?.place?.locality,
    ));
  it('counts what the text counts', () => {
    const checks = told.flatMap(({ id, gold, main }) =>
      gold.counts.map(([kind, [min, max]]) => {
        const count = Object.entries(main?.counts ?? {}).find(([each]) => each === kind)?.[1];
        return { id, isRight: count?.min === min && count.max === max };
      }),
    );
    reaches(
      'counts',
      share(checks.map(({ isRight }) => isRight)),
      checks.filter(({ isRight }) => !isRight).map(({ id }) => id),
    );
  });
  it('finds nothing where nothing happened', () => {
    const quiet = results.filter(({ gold }) => !gold);
    const loud = quiet.filter(({ events }) => events.some(({ status }) => status !== 'background'));
    reaches(
      'quiet',
      1 - loud.length / quiet.length,
      loud.map(({ id }) => id),
    );
  });
  it('takes every word from the article: each span of each slot cuts its own text', () => {
    const spans = results.flatMap(({ title, text, events }) =>
      spansIn(events).map((span) => ({ span, field: span.field === 'title' ? title : text })),
    );
    expect(spans.length).toBeGreaterThan(500);
    for (const { span, field } of spans) expect(field.slice(span.start, span.end)).toBe(span.text);
  });
  it('takes object, topic and instrument from the article, a topic in six words at most', () => {
    const words = results.flatMap(({ title, text, events }) =>
      events.flatMap(({ object, topic, instrument }) =>
        [object, topic, instrument].flatMap((each) => (each ? [{ each, whole: `${title}\n${text}` }] : [])),
      ),
    );
    expect(words.length).toBeGreaterThan(40);
    for (const { each, whole } of words) expect(whole).toContain(each);
    for (const { events } of results)
      for (const { topic } of events) if (topic) expect(topic.split(' ').length).toBeLessThanOrEqual(6);
  });
});
