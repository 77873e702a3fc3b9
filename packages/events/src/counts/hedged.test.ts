import { describe, expect, it } from 'vitest';
import { eventsIn, tollIn as told } from '../test-article.ts';

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
    expect(told('غرقت عبارة في حادث لم ينج منه سوى ثلاثة جرحى.')).toBe('wounded 3');
    expect(told('تحطمت طائرة دون أن تسفر عن جرحى.')).toBe('wounded 0');
  });

  it('is of others whatever day follows, not of those who did it', () => {
    expect(told('وقتل عاملان وأصيب آخرون الثلاثاء حين سقطت رافعة.')).toBe('killed 2, wounded 2-');
    expect(told('ونتج عنه مقتل جندي وإصابة آخر نقل إلى المستشفى.')).toBe('killed 1, wounded 1');
    expect(told('وقال إن عددا آخر من الركاب أصيب في التصادم.')).toBe('wounded 2-');
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

describe('the toll of an event', () => {
  const killedIn = (text: string, type: string, title = '') =>
    eventsIn(text, title).find((each) => each.type === type)?.counts.killed?.min;

  it('is the sum of both sides, the same figure or not, where each is named', () => {
    const told = (second: string) => `قتل أربعة جنود أمس في اشتباكات مع مسلحين في سيناء، ${second}.`;
    expect(killedIn(told('فيما قتلت القوات أربعة مسلحين'), 'armed_clash')).toBe(8);
    expect(killedIn(told('وأعلنت الوزارة مقتل أربعة جنود'), 'armed_clash')).toBe(4);
    expect(killedIn(told('مشيرة كذلك إلى سقوط 3 قتلى من المسلحين'), 'armed_clash')).toBe(7);
  });

  it('grows by those a later sentence adds to it', () => {
    const told = (more: string) =>
      `قتل 13 مسلحا أمس في اشتباكات بمدينة تعز.\nوقال ضابط إن 13 مسلحا قتلوا في الاشتباكات في تعز${more}.`;
    expect(killedIn(told('، مشيرا كذلك إلى سقوط 4 قتلى من الجيش'), 'armed_clash')).toBe(17);
    expect(killedIn(told('، بينهم 4 قياديين'), 'armed_clash')).toBe(13);
  });

  it('is not that of another cause of the same sentence', () => {
    const wounded = (second: string) =>
      eventsIn(`أصيب 14 شخصا أمس في غارات جوية على مدينة غزة، وأصيب أربعة ${second}.`).find(
        ({ type }) => type === 'air_drone_strike',
      )?.counts.wounded?.min;
    expect(wounded('إثر سقوط صواريخ على بلدات')).toBe(14);
    expect(wounded('بجروح خطيرة')).toBe(18);
  });

  it('reaches its figure over what they died of, and counts no states and no targets', () => {
    expect(told('وقالت إن إجمالي عدد الوفيات الناجمة عن السيول التي ضربت 7 ولايات بلغ 64 حالة.')).toBe(
      'killed 64',
    );
    expect(told('وقال إن الضربات أصابت 18 هدفا للحركة.')).toBe('');
    expect(told('وشيع الأهالي جثمان فلسطينيين قتلا بقصف.')).toBe('killed 2');
  });

  it('is of the year it is told for', () => {
    const text = (when: string) =>
      `تحطمت طائرة ركاب قرب مطار كاتماندو أمس.\nونقل 20 مصابا إلى المستشفى.\nوفي ${when}، تحطمت طائرة أخرى بجبل ما أسفر عن مقتل 23 شخصا.`;
    for (const when of ['2010', 'مطلع 2009', 'عام 2001'])
      expect(killedIn(text(when), 'accident'), when).toBeUndefined();
  });
});
