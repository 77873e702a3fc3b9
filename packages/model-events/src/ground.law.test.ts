import { splitSentences } from '@rasid/arabic';
import { countKinds, ExtractedEvent, eventTypeIds } from '@rasid/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ModelEvent } from './answer.ts';
import { groundEvents } from './ground.ts';
import { article } from './test-article.ts';

const words = `${article.title} ${article.text}`.split(/\s+/u);
const strange = ['باريس', 'عشرون قتيلا', 'أمس', 'الجيش', '', ' ', 'é', '\u0640', '\u0640'.repeat(9), '5'];
const sentences = splitSentences(article.text).map(({ start, end }) => article.text.slice(start, end));

/** Words of the article in a row, cut anywhere; words from elsewhere; both together. */
const phrase = fc
  .tuple(fc.nat(words.length), fc.integer({ min: 1, max: 6 }))
  .map(([at, length]) => words.slice(at, at + length).join(' '));
const cut = fc
  .tuple(fc.nat(article.text.length), fc.integer({ min: 1, max: 30 }))
  .map(([at, length]) => article.text.slice(at, at + length));
const quote = fc.oneof(
  phrase,
  cut,
  fc.constantFrom(...strange),
  fc.tuple(phrase, fc.constantFrom(...strange)).map(([a, b]) => a + b),
);
const maybe = fc.option(quote);
const told: fc.Arbitrary<ModelEvent> = fc.record({
  type: fc.constantFrom(...eventTypeIds),
  status: fc.constantFrom('main', 'secondary', 'background'),
  modality: fc.constantFrom('asserted', 'alleged', 'denied', 'planned', 'ongoing'),
  trigger: fc.oneof(fc.constantFrom('مقتل', 'بقصف مدفعي', 'القبض', 'أصيب'), quote),
  evidence: fc.oneof(fc.constantFrom(article.title, ...sentences), quote),
  actors: fc.array(quote, { maxLength: 3 }),
  targets: fc.array(quote, { maxLength: 3 }),
  victims: fc.array(quote, { maxLength: 3 }),
  source: maybe,
  place: maybe,
  date: maybe,
  counts: fc.array(fc.record({ kind: fc.constantFrom(...countKinds), text: quote }), { maxLength: 3 }),
  instrument: maybe,
  object: maybe,
  topic: maybe,
});

it('whatever a model answers, every word of the record stands in the article', () => {
  let kept = 0; // 155 to 168 in four runs: the law is put to the test
  fc.assert(
    fc.property(fc.array(told, { maxLength: 4 }), (answer) => {
      const { events } = groundEvents(answer, article, 'm');
      kept += events.length;
      for (const event of events) {
        ExtractedEvent.parse(event);
        for (const span of spansIn(event)) {
          expect(article[span.field].slice(span.start, span.end)).toBe(span.text);
          expect(span.text).not.toBe('');
        }
        for (const text of [event.instrument, event.object, event.topic])
          expect(text === null || article.text.includes(text) || article.title.includes(text)).toBe(true);
      }
      expect(events.filter(({ status }) => status === 'main').length).toBeLessThanOrEqual(1);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    }),
    { numRuns: 400 },
  );
  expect(kept).toBeGreaterThan(50);
});

type AnySpan = { field: 'title' | 'text'; start: number; end: number; text: string };
function spansIn(value: unknown): AnySpan[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'field' in value && 'start' in value ? [value as AnySpan] : []; // that is what has these two
  return [...own, ...Object.values(value).flatMap(spansIn)];
}
