import { eventTypeIds } from '@rasid/contracts';
import { expect, it } from 'vitest';
import { answerSchema } from './answer.ts';
import { promptFor } from './prompt.ts';
import { article } from './test-article.ts';

it('tells every type of the ontology, and the article as data', () => {
  const [system, user] = promptFor(article);
  for (const id of eventTypeIds) expect(system?.content).toContain(`- ${id} (`);
  expect(JSON.parse(user?.content ?? '')).toMatchObject({ title: article.title, published: '2026-02-10' });
});

it('sends no more of a long text than a report has', () => {
  const [, user] = promptFor({ ...article, text: 'كلمة '.repeat(20_000) });
  expect(user?.content.length).toBeLessThan(13_000);
});

it('asks for a schema that strict structured output takes: every field required, none added', () => {
  const objects = (value: unknown): Record<string, unknown>[] =>
    typeof value !== 'object' || value === null
      ? []
      : [
          ...('properties' in value ? [value as Record<string, unknown>] : []), // an object's schema
          ...Object.values(value).flatMap(objects),
        ];
  expect(objects(answerSchema)).toHaveLength(3);
  for (const each of objects(answerSchema)) {
    expect(each.additionalProperties).toBe(false);
    expect(each.required).toEqual(Object.keys(each.properties as object)); // as above
  }
});
