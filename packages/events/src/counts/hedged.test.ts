import { describe, expect, it } from 'vitest';
import { eventsIn, sampleArticle } from '../test-article.ts';
import { readArticle } from '../text/reading.ts';
import { countsOf } from './counts.ts';

/** What a sentence counts: "killed 2, wounded 3-". */
const told = (text: string): string =>
  readArticle(sampleArticle(text))
    .flatMap(countsOf)
    .filter(({ kind }) => kind === 'killed' || kind === 'wounded')
    .map(({ kind, count: { min, max } }) => `${kind} ${min}${min === max ? '' : `-${max ?? ''}`}`)
    .join(', ');

describe('a toll', () => {
  it('is "at least" so many where that is said of some of them, or of one', () => {
    expect(told('وأصيب عشرون منهم على الأقل في الانفجار.')).toBe('wounded 20-');
    expect(told('وأصيب عشرون منهم في الانفجار.')).toBe('wounded 20');
    expect(told('وقال الأهالي إن رجلا واحدا على الأقل قتل في القصف.')).toBe('killed 1-');
  });

  it('is of more than a number where some others are told beside it', () => {
    expect(told('وأصيب طفلان وعدد من المواطنين بقذائف.')).toBe('wounded 4-');
    expect(told('وقتل ثلاثة جنود وعشرات المسلحين في المعارك.')).not.toContain('killed 23');
  });

  it('is what is told as the only exception', () => {
    expect(told('تحطمت طائرة في كارثة لم ينج منها سوى ثلاثة جرحى.')).toBe('wounded 3');
    expect(told('تحطمت طائرة دون أن تسفر عن جرحى.')).toBe('wounded 0');
  });

  it('is of others whatever day follows, not of those who did it', () => {
    expect(told('وقتل شخصان وأصيب آخرون الأحد حينما سقط صاروخ.')).toBe('killed 2, wounded 2-');
    expect(told('ونتج عنه مقتل جندي وإصابة آخر نقل إلى المستشفى.')).toBe('killed 1, wounded 1');
    expect(told('وقال إن عددا آخر من الأشخاص أصيب في الحادث.')).toBe('wounded 2-');
  });

  it('is no age in quotes and no rescue team', () => {
    expect(told('وأسفر الحريق عن وفاة الجدة "93" عاما.')).not.toContain('93');
    expect(told('ووقعت إصابات وتم توجيه 4 فرق من الإسعاف.')).not.toContain('4');
  });

  it('is of dead and wounded together where they fell as both', () => {
    expect(told('وقال إن العشرات من المسلحين سقطوا قتلى وجرحى.')).toBe('wounded 20-99');
    expect(told('وقال إن العشرات من المسلحين سقطوا جرحى.')).not.toContain('killed');
  });

  it('is of two causes where "and" joins them', () => {
    const text = (link: string) =>
      `مقتل 23 مسلحا في تعز\nقتل 23 مسلحا أمس وأصيب عشرات جراء غارات جوية شنها طيران التحالف ${link} مع المقاومة في تعز.\nوقال ضابط إن اشتباكات عنيفة تدور في تعز بين المقاومة والمسلحين.`;
    const clash = (link: string) =>
      eventsIn(text(link)).find(({ type }) => type === 'armed_clash')?.counts.killed;
    expect(clash('واشتباكات عنيفة')).toMatchObject({ min: 23, max: 23 });
    expect(clash('بعد أيام من اشتباكات عنيفة')).toBeUndefined();
  });
});
