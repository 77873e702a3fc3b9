import type { ArticleInput } from '@rasid/events';
import { describe, expect, it } from 'vitest';
import { readBatch } from './batch.ts';
import { promptForBatch } from './prompt.ts';
import { article, shelling } from './test-article.ts';

const other: ArticleInput = {
  ...article,
  title: 'اعتقال خمسة طلاب في تعز',
  text: 'اعتقلت الشرطة خمسة طلاب في مدينة تعز، مساء الأحد، وفق شهود عيان.',
};
const arrest = {
  ...shelling,
  type: 'arrest',
  trigger: 'اعتقلت',
  evidence: 'اعتقلت الشرطة خمسة طلاب في مدينة تعز',
  actors: ['الشرطة'],
  victims: [],
  source: 'شهود عيان',
  place: 'مدينة تعز',
  date: 'مساء الأحد',
  counts: [],
  object: null,
};
const items = [
  { id: 'a', article },
  { id: 'b', article: other },
];
const read = (...articles: unknown[]) => {
  const { answers, alone } = readBatch(JSON.stringify({ articles }), items);
  return { used: [...answers.keys()], alone: Object.fromEntries(alone) };
};
const a = { id: 'a', events: [shelling] };
const b = { id: 'b', events: [arrest] };

describe('the answer about several articles', () => {
  it('is asked for under one id an article, with the schema in words', () => {
    const [system, user] = promptForBatch(items);
    expect(system?.content).toContain('"articles"');
    expect(JSON.parse(user?.content ?? '')).toMatchObject([
      { id: 'a', title: article.title, published: '2026-02-10' },
      { id: 'b', title: other.title },
    ]);
  });
  it('is used article by article, in whatever order it comes', () => {
    expect(read(b, a)).toEqual({ used: ['a', 'b'], alone: {} });
    expect(read({ id: 'a', events: [] }, b)).toEqual({ used: ['a', 'b'], alone: {} });
  });
  it.each([
    ['leaves one out', [a], 'the answer leaves it out'],
    ['names nobody', [a, { id: 'c', events: [arrest] }], 'the answer leaves it out'],
    ['has one twice', [a, b, b], 'the answer has it twice'],
    ['has prose for one', [a, { id: 'b', events: 'none' }], 'the answer is no list of events'],
    ['misses the schema in one', [a, { id: 'b', events: [{ type: 'war' }] }], 'none of its events fits'],
    [
      'invents one',
      [a, { id: 'b', events: [{ ...arrest, evidence: 'اعتقل الجيش عشرين جنديا' }] }],
      'nothing it quotes is in the article',
    ],
  ])('that %s keeps the others', (_, articles, why) => {
    const { used, alone } = read(...articles);
    expect(used).toEqual(['a']);
    expect(alone).toEqual({ b: expect.stringContaining(why) });
  });
  it('under swapped ids is used for neither, nor where one of the two has no event', () => {
    expect(read({ id: 'b', events: [shelling] }, { id: 'a', events: [arrest] }).used).toEqual([]);
    expect(read({ id: 'b', events: [shelling] }, { id: 'a', events: [] }).used).toEqual([]);
  });
  it('that mixes the words of two articles is used for neither', () => {
    expect(read(a, { id: 'b', events: [{ ...arrest, place: 'مدينة أريحا' }] })).toEqual({
      used: [],
      alone: {
        a: 'its words stand in the answer to another article',
        b: 'it quotes another article',
      },
    });
  });
  it('that is none is used for nobody', () => {
    for (const content of ['no events', '{"events":[]}', '{"articles":"a"}', ''])
      expect([...readBatch(content, items).alone.keys()]).toEqual(['a', 'b']);
  });
});
