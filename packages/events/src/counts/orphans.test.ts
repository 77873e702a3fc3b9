import { describe, expect, it } from 'vitest';
import { read } from '../extract.ts';
import type { Merged } from '../merging/merge.ts';
import { sampleArticle } from '../test-article.ts';

/** The wounded of the attack in an article of which only the attack is found likely. */
function woundedIn(text: string): number | null | undefined {
  const isLikely = ({ head }: Merged) => head.type === 'armed_attack' && !head.isBackground;
  const { events } = read(sampleArticle(text), (merged) => {
    const judged = merged.map((each) => ({ ...each, likelihood: isLikely(each) ? 0.9 : 0.1 }));
    return { kept: judged.filter(isLikely), left: judged.filter((each) => !isLikely(each)), isNews: true };
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

describe('a toll far from what it is of', () => {
  const fire = 'قتل عشرة أشخاص وأصيب العشرات أمس في انفجار سيارة مفخخة في سوق في كابل.';
  const between = [
    'وتحدث سكان عن دخان كثيف.',
    'وقال رجل إنه سمع دويا.',
    'وأغلقت المحال.',
    'وحضر الوزير.',
  ].join('\n');
  const wounded = (last: string) =>
    read(sampleArticle(`${fire}\n${between}\n${last}`)).events.find(({ type }) => type === 'bombing')?.counts
      .wounded;

  it('makes the dozens of the lead a figure', () => {
    expect(wounded('وأصيب 104 أشخاص، بعضهم بحروق.')).toMatchObject({ min: 104, max: 104 });
    expect(wounded('وأصيب 104 أشخاص في مسيرات الجمعة.')).toMatchObject({ min: 20, max: 99 });
  });
});

describe('a toll of what is told again by another word', () => {
  it('is that of the march in whose clashes people were hurt', () => {
    const march = 'تظاهر آلاف الأشخاص أمس في مدينة برشلونة احتجاجا على اعتقال زعيم الإقليم.';
    const clash = 'وأصيب 89 متظاهرا على الأقل في اشتباكات مع الشرطة.';
    const { events } = read(sampleArticle(`${march}\n${clash}`));
    expect(events.find(({ type }) => type === 'protest')?.counts.wounded).toMatchObject({
      min: 89,
      max: null,
    });
  });
});
