import { describe, expect, it } from 'vitest';
import { type CleanResult, driftsOf, noteShape, type PageHabits, type Shape } from './index.ts';

const usual: Shape = { letters: 1_800, arabicShare: 0.99, otherShare: 0.4, isDated: true };

function habitsAfter(...runs: [pages: number, shape: Partial<Shape>, outcome?: CleanResult['outcome']][]) {
  let habits: PageHabits | null = null;
  for (const [pages, shape, outcome = 'article'] of runs) {
    const result: CleanResult = { outcome, article: null, notes: [], shape: { ...usual, ...shape } };
    for (let page = 0; page < pages; page++) habits = noteShape(habits, result);
  }
  return habits as unknown as PageHabits; // every test notes a page
}

describe('the drift of an outlet', () => {
  it('is none while its pages look as they always did', () => {
    expect(driftsOf(habitsAfter([200, {}]))).toEqual([]);
  });

  it.each([
    ['shorter', { letters: 200 }],
    ['less-arabic', { arabicShare: 0.5 }],
    ['more-around', { otherShare: 0.9 }],
    ['undated', { isDated: false }],
  ] as const)('%s shows within thirty pages of a new layout', (drift, shape) => {
    expect(driftsOf(habitsAfter([200, {}], [30, shape]))).toEqual([drift]);
  });

  it('fewer-articles shows when pages give none any more, which says nothing of their length', () => {
    expect(driftsOf(habitsAfter([200, {}], [20, { letters: 0 }, 'not-article']))).toEqual(['fewer-articles']);
  });

  it('does not follow from one odd page', () => {
    expect(driftsOf(habitsAfter([200, {}], [1, { letters: 0, arabicShare: 0, isDated: false }]))).toEqual([]);
  });

  it('is unknown before an outlet has habits', () => {
    expect(driftsOf(habitsAfter([10, {}], [15, { letters: 10 }]))).toEqual([]);
  });

  it('ends when the new layout has become usual', () => {
    expect(driftsOf(habitsAfter([200, {}], [900, { letters: 500 }]))).toEqual([]);
  });
});
