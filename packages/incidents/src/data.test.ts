import { describe, expect, it } from 'vitest';
import { headlineEntries, pairWeights, wordWeights } from './data.ts';
import { featuresOf } from './features.ts';
import { headlineActs } from './headline.ts';
import { profileOf } from './profile.ts';
import { reportsOf } from './report.ts';
import { articleOf, flood } from './test-articles.ts';
import { rarest, weightOf } from './word-weights.ts';
import { stemsOf, wordsOf } from './words.ts';

describe('the data of linking', () => {
  it.each(headlineEntries)(
    '$id: sees the act in its sentence and not in the other',
    ({ id, example, nearMiss }) => {
      expect(headlineActs(example).map((act) => act.id)).toContain(id);
      expect(headlineActs(nearMiss).map((act) => act.id)).not.toContain(id);
    },
  );

  it('has one weight for each feature and none for another', () => {
    const [report] = reportsOf(articleOf(flood('sada-1', '2026-08-10T08:00:00Z', 122)));
    if (!report) throw new Error('A flood without a report');
    const { words, slots } = featuresOf(profileOf(report), profileOf(report));
    expect([...pairWeights.keys()].sort()).toEqual([...Object.keys(words), ...Object.keys(slots)].sort());
    expect([...pairWeights.values()].every(Number.isFinite)).toBe(true);
  });

  it('knows what common words are worth', () => {
    expect(weightOf('في')).toBeLessThan(1);
    expect(weightOf('واغاد')).toBe(rarest);
    expect(stemsOf('واغادوغو').map(weightOf)).toEqual([rarest]);
    expect([...wordWeights.values()].every((weight) => weight >= 0 && weight <= rarest + 0.1)).toBe(true);
  });
});

describe('the words of a text', () => {
  it('meet in their inflected forms, with and without clitics', () => {
    expect(stemsOf('تفجير في بعقوبة')).toEqual(stemsOf('التفجير في بعقوبة'));
    expect(stemsOf('وبتفجير')).not.toEqual([]);
    expect(stemsOf('بعقوبة تشهد تفجيراً ببعقوبة')).not.toContain('ببعقو');
  });

  it('meet in rare names however a paper writes them, and not in other names', () => {
    expect(stemsOf('فيرغسون')).toEqual(stemsOf('فيرجسون'));
    expect(stemsOf('بويغديمون')).toEqual(stemsOf('بوجدمون'));
    expect(stemsOf('واغادوغو')).not.toEqual(stemsOf('فيرجسون'));
    expect(stemsOf('عمان')).not.toEqual(stemsOf('يمن'));
  });

  it('hold numbers by their value, in digits and in words', () => {
    expect(stemsOf('مقتل ثلاثة أشخاص')).toContain('#3');
    expect(stemsOf('مقتل ٣ أشخاص')).toContain('#3');
  });

  it('come from title and lead, not from the background further down', () => {
    const { lead } = wordsOf('', `${'كلمة '.repeat(120)}واغادوغو`);
    expect(stemsOf('واغادوغو').filter((stem) => lead.includes(stem))).toEqual([]);
  });
});
