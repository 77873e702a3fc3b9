import { describe, expect, it } from 'vitest';
import { cueRules } from '../data.ts';
import { eventsIn, sampleArticle } from '../test-article.ts';
import { readArticle } from '../text/reading.ts';
import { matchesOf } from '../wordings/triggers.ts';
import { statusOf } from './cues.ts';

/** What is said of the happenings rules read in a text: modality, background, or why they are none. */
const saidOf = (text: string) =>
  readArticle(sampleArticle(text)).flatMap((sentence) =>
    matchesOf(sentence, []).map((trigger) => {
      const { modality, isBackground, drop } = statusOf(sentence, trigger);
      return drop ?? (isBackground ? 'background' : modality);
    }),
  );

describe('a cue beside a happening', () => {
  it.each(cueRules.map(({ cue: { kind }, example }) => [kind, example] as const))('%s: %s', (kind, text) => {
    expect(saidOf(text)).toContain(kind);
  });
  it.each(cueRules.map(({ cue: { kind }, nearMiss }) => [kind, nearMiss] as const))(
    'not %s: %s',
    (kind, text) => {
      expect(saidOf(text)).not.toEqual([]);
      expect(saidOf(text)).not.toContain(kind);
    },
  );
});

const modalityOf = (text: string) => eventsIn(text)[0]?.modality;

describe('what is only planned', () => {
  it.each([
    ['تعقد في عمان الأسبوع المقبل قمة بين الرئيس التركي والملك عبد الله الثاني', 'planned'],
    ['اعتقلت الشرطة في مدينة إربد رجلا هدد بتفجير مدرسة', 'asserted'],
    ['منعت السلطات التونسية الوزير السابق من السفر، ومن المقرر أن تستمع إليه النيابة', 'asserted'],
  ])('%s: %s', (text, modality) => {
    expect(modalityOf(text)).toBe(modality);
  });
});
