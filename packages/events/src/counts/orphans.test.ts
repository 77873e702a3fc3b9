import { describe, expect, it } from 'vitest';
import { read } from '../extract.ts';
import type { Merged } from '../merging/merge.ts';
import { sampleArticle } from '../test-article.ts';

/** The wounded of the attack in an article of which only the attack is found likely. */
function woundedIn(text: string): number | null | undefined {
  const isLikely = ({ head }: Merged) => head.type === 'armed_attack' && !head.isBackground;
  const { events } = read(sampleArticle(text), (merged) => {
    const judged = merged.map((each) => ({ ...each, likelihood: isLikely(each) ? 0.9 : 0.1 }));
    return { kept: judged.filter(isLikely), left: judged.filter((each) => !isLikely(each)) };
  });
  return events[0]?.counts.wounded?.min;
}

describe('a toll that no reading holds', () => {
  const attack = 'أطلق مسلح النار أمس على شرطيين في مدينة لييج فأرداهما.';

  it('is of the happening told shortly before it', () => {
    expect(woundedIn(`${attack}\nوأصيب شرطيان آخران، كما احتجز الرجل امرأة رهينة.`)).toBe(2);
  });

  it('is not given where a sentence turns to something else or to a year', () => {
    expect(woundedIn(`${attack}\nوفي هجوم منفصل أصيب شرطيان، واحتجزت امرأة رهينة.`)).toBeUndefined();
    expect(woundedIn(`${attack}\nوفي عام 2016 أصيب شرطيان واحتجزت امرأة رهينة.`)).toBeUndefined();
  });
});
