import { describe, expect, it } from 'vitest';
import { read } from '../extract.ts';
import type { Merged } from '../merging/merge.ts';
import { sampleArticle } from '../test-article.ts';

/** The events of an article of which only those that the test names are found likely. */
function eventsOf(text: string, isLikely: (incident: Merged) => boolean, title = '') {
  return read(sampleArticle(text, title), (merged) => {
    const judged = merged.map((each) => ({ ...each, likelihood: isLikely(each) ? 0.9 : 0.1 }));
    return { kept: judged.filter(isLikely), left: judged.filter((each) => !isLikely(each)), isNews: true };
  }).events;
}
const isOf =
  (...types: string[]) =>
  ({ head }: Merged) =>
    types.includes(head.type);

describe('a toll', () => {
  const clash = 'اندلعت اشتباكات عنيفة أمس قرب مدينة مأرب بين الجيش والمسلحين.';

  it('told with an unlikely reading is of the like incident before it', () => {
    const text = `${clash}\nوقال مصدر إن الهجوم أسفر عن إصابة أربعة جنود.`;
    expect(eventsOf(text, isOf('armed_clash'))[0]?.counts.wounded).toMatchObject({ min: 4, max: 4 });
  });

  it('without a noun is as many as its word says', () => {
    const text = 'هاجم مسلحون أمس حاجزا للجيش في سيناء، ما أدى إلى مقتل 3 جنود وإصابة العديد.';
    expect(eventsOf(text, isOf('armed_attack'))[0]?.counts.wounded).toMatchObject({ min: 3, max: null });
  });

  it('of a reading that is kept stays there', () => {
    const text = `${clash}\nوقال مصدر إن حادث سير في المدينة أسفر عن إصابة أربعة طلاب.`;
    const [first, second] = eventsOf(text, isOf('armed_clash', 'accident'));
    expect(first?.counts.wounded).toBeUndefined();
    expect(second?.counts.wounded).toMatchObject({ min: 4, max: 4 });
  });

  it("of protesters is the protest's, whatever hurt them", () => {
    const march = 'تظاهر آلاف الطلاب أمس في وسط العاصمة.';
    const text = (who: string) => `${march}\nوأصيب أكثر من مئة ${who} بالاختناق بالغاز، وفق مسعفين.`;
    expect(eventsOf(text('متظاهر'), isOf('protest'))[0]?.counts.wounded).toMatchObject({
      min: 101,
      max: null,
    });
    expect(eventsOf(text('عامل'), isOf('protest'))[0]?.counts.wounded).toBeUndefined();
  });

  it('of an unlike happening is not given away', () => {
    const text = `${clash}\nوقال مصدر إن حادث سير في المدينة أسفر عن إصابة أربعة طلاب.`;
    expect(eventsOf(text, isOf('armed_clash'))[0]?.counts.wounded).toBeUndefined();
  });

  it('of another governorate is of another incident', () => {
    const told = (place: string) => `${clash}\nوأصيب سبعة مدنيين بجروح في ${place}.`;
    const woundedIn = (place: string) => eventsOf(told(place), isOf('armed_clash'))[0]?.counts.wounded?.min;
    expect(woundedIn('مدينة مأرب')).toBe(7);
    expect(woundedIn('مدينة المكلا')).toBeUndefined();
  });

  it('read as of two happenings has its wounded in each that has its dead', () => {
    const woundedOf = (dead: number) => {
      const march = 'قتل 25 شخصا أمس خلال مسيرة العودة قرب السياج.';
      const other = `وقال مسعفون إن اشتباكات بين مسلحين بالمدينة أسفرت عن مقتل ${dead} شخصا وإصابة 40 آخرين.`;
      const events = eventsOf(`${march}\n${other}`, isOf('protest', 'armed_clash'));
      return events.find(({ type }) => type === 'protest')?.counts.wounded?.min;
    };
    expect(woundedOf(25)).toBe(40);
    expect(woundedOf(26)).toBeUndefined();
  });

  it('of some belongs to the accident it names, an inquiry beside it or not', () => {
    const fire = 'اندلع حريق فجر اليوم في شقة بعمارة سكنية في مدينة جدة.';
    const more = 'وقال المتحدث إن السكان أخلوا المبنى.';
    const toll = 'ونتج عن الحادث إصابة بعض السكان، وباشر فريق التحقيق الموقع.';
    const woundedOf = (last: string) =>
      eventsOf([fire, more, last].join('\n'), isOf('accident'))[0]?.counts.wounded?.min;
    expect(woundedOf(toll)).toBe(2);
    expect(woundedOf(toll.replace('ونتج عن الحادث', 'وخشي البعض'))).toBeUndefined();
  });

  it('told before by the same incident is no past one', () => {
    const text =
      'قتل 13 شخصا أمس في تفجير استهدف كنيسة في سورابايا.\nوكان متحدث قد ذكر في حصيلة سابقة أن 11 شخصا قتلوا وجرح 41 آخرون في التفجير.';
    expect(eventsOf(text, isOf('bombing'))[0]?.counts).toMatchObject({
      killed: { min: 13 },
      wounded: { min: 41 },
    });
    const other = text.replace('في حصيلة سابقة', 'العام الماضي');
    expect(eventsOf(other, isOf('bombing'))[0]?.counts.wounded).toBeUndefined();
  });

  it('of the title makes the event that has it the announced one', () => {
    const text = 'قتل فلسطينيان وأصيب مئات بنيران الجيش في مواجهات أمس قرب السياج شرق مدينة غزة.';
    const events = eventsOf(
      text,
      isOf('armed_attack', 'riot'),
      'مقتل شابين فلسطينيين وإصابة نحو 400 برصاص إسرائيلي في غزة',
    );
    const main = events.filter(({ status }) => status === 'main');
    expect(main.map(({ type }) => type)).toEqual(['riot']);
  });

  it('of nobody counted takes the place of none told', () => {
    const text = `${clash}\nوأعلن مصدر طبي سقوط قتلى وجرحى.`;
    expect(eventsOf(text, isOf('armed_clash'))[0]?.counts.killed).toMatchObject({ min: 2, max: null });
  });

  it('beside an arrest is of the attack told before', () => {
    const attack = 'هاجم مسلحون أمس حاجزا للجيش في سيناء.';
    const text = (rest: string) => `${attack}\nواعتقلت الشرطة مشتبها به، وأصيب ${rest}.`;
    expect(
      eventsOf(text('ثلاثة جنود'), isOf('armed_attack', 'armed_clash'))[0]?.counts.wounded,
    ).toMatchObject({ min: 3 });
    expect(
      eventsOf(text('الاقتصاد بالركود'), isOf('armed_attack', 'armed_clash'))[0]?.counts.wounded,
    ).toBeUndefined();
  });

  it('told as in "the accident" is of the one told before, however far', () => {
    const told = (where: string) =>
      `${accident}\n${'وقالت الإدارة إن الطريق أغلق أمام السيارات.\n'.repeat(5)}وأصيب ثلاثة أشخاص ${where}.`;
    const woundedIn = (where: string) => eventsOf(told(where), isOf('accident'))[0]?.counts.wounded?.min;
    expect(woundedIn('في الحادث')).toBe(3);
    expect(woundedIn('في الطريق إلى المدرسة')).toBeUndefined();
  });

  it("of the title is of what the opening tells, where nothing else has the title's words", () => {
    const titled = (title: string) =>
      read(sampleArticle(accident, title)).events.find(({ type }) => type === 'accident')?.counts.wounded
        ?.min;
    expect(titled('33 مصابا على طريق الشمال')).toBe(33);
    expect(titled('إغلاق طريق الشمال')).toBeUndefined();
  });
});

const accident = 'انقلبت حافلة ركاب أمس على طريق سريع قرب مدينة المنيا بسبب الضباب.';
