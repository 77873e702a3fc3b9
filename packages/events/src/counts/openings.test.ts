import { describe, expect, it } from 'vitest';
import { eventsIn, sampleArticle } from '../test-article.ts';
import { readArticle } from '../text/reading.ts';
import { countsOf } from './counts.ts';

const told = (text: string): string =>
  readArticle(sampleArticle(text))
    .flatMap(countsOf)
    .filter(({ kind }) => kind === 'killed' || kind === 'wounded')
    .map(({ kind, count: { min } }) => `${kind} ${min}`)
    .join(', ');
const harmIn = (text: string, type: string, title = '') => {
  const counts = eventsIn(text, title).find((each) => each.type === type)?.counts;
  return [counts?.killed?.min, counts?.wounded?.min];
};

describe('the toll of an opening', () => {
  it('that names no happening is of the one the text then tells', () => {
    const text = (place: string) =>
      `أعلن الجيش، الجمعة، مقتل جنديين، وجرح 5 آخرين، من قوات التحالف ${place}.\nوبحسب الوكالة، فإن العنصرين قتلا في هجوم بعبوة ناسفة في مدينة منبج السورية.`;
    expect(harmIn(text('في سوريا'), 'bombing', 'قتيلان وجرحى بصفوف قوات التحالف')).toEqual([2, 5]);
    expect(harmIn(text('في مدينة حضرموت اليمنية'), 'bombing')[1]).toBeUndefined();
  });

  it('goes with its happening also where the word can be read as of another type', () => {
    const text = (who: string) =>
      `أدان المفتي العملية التي قام بها مجرمون بتفجير مسجد ${who}، مما أسفر عن استشهاد 17 من رجال الأمن وإصابة العشرات.`;
    expect(harmIn(text('في مدينة أبها'), 'bombing')).toEqual([17, 20]);
    expect(harmIn(text('لقوات الطوارئ في مدينة أبها السعودية'), 'bombing')).toEqual([17, 20]);
  });

  it('that rounds gives way to the count of the lead', () => {
    const text = (count: string) =>
      `لقي تسعة أشخاص مصرعهم وأصيب ${count} آخرون، في حادث مروري فجر الخميس قرب الرياض.`;
    expect(harmIn(text('47'), 'accident', '9 قتلى ونحو 50 جريحا في حادث قرب الرياض')[1]).toBe(47);
    expect(harmIn(text('12'), 'accident', '9 قتلى ونحو 50 جريحا في حادث قرب الرياض')[1]).toBe(50);
  });

  it('is of both together where a title says what befell all of them', () => {
    const lead = 'لقي أربعة أشخاص مصرعهم وأصيب أربعة آخرون إثر حادث مروري صباح أمس غربي الرياض.';
    expect(harmIn(lead, 'accident', 'حادث مروري يصرع ويصيب 8 غربي الرياض')).toEqual([4, 4]);
  });

  it('of a title is newer than the smaller one of its text, where no other happening has one', () => {
    const lead = 'قتل 7 أشخاص وأصيب 40 أمس في انفجار عبوة ناسفة في مدينة منبج.';
    const other = 'وقتل ثلاثة جنود أمس في غارة جوية على مدينة عفرين.';
    const killed = (text: string) => harmIn(text, 'bombing', '8 قتلى في مدينة منبج')[0];
    expect(killed(lead)).toBe(8);
    expect(killed(`${lead}\n${other}`)).toBe(7);
  });

  it('holds who did it where the text says that he is one of them', () => {
    const text = (who: string) =>
      `أسفر هجوم بسكين في مدينة ليون أمس عن مقتل شخصين ${who}.\nوقالت الشرطة إنها قتلت المهاجم في الهجوم.`;
    expect(harmIn(text('أحدهما المهاجم'), 'armed_attack')[0]).toBe(2);
    expect(harmIn(text('وجرح رجل'), 'armed_attack')[0]).toBe(3);
  });

  it('is not added to itself where somebody tells it once more', () => {
    const text = (and: string) =>
      `لقي شخصان مصرعهما وأصيب 4 آخرون في حادث مروري قرب الدمام، ${and} إصابة شخص إصابة حرجة.`;
    expect(harmIn(text('وأوضح المتحدث أن الحادث خلف'), 'accident')[1]).toBe(4);
  });
});

describe('a count of people', () => {
  it('may be of the worst "since years", not of years that are summed up', () => {
    expect(told('وارتفعت حصيلة الأمطار بكميات غير مسبوقة منذ 30 عاما إلى 122 قتيلا.')).toBe('killed 122');
    expect(told('وقتل 17 شخصا في هجوم هو من بين الأسوأ منذ 25 عاما.')).toBe('killed 17');
    expect(told('وقتل 17 شخصا في هجمات متفرقة منذ سنوات.')).toBe('');
  });

  it('is not of those who are trapped or missing beside the dead', () => {
    expect(told('11 قتيلا و25 شخصا عالقين بانفجار منجم')).toBe('killed 11');
    expect(told('وارتفع عدد ضحايا الفيضانات ليبلغ 28 شخصا بالإضافة إلى 40 في عداد المفقودين.')).toBe(
      'killed 28',
    );
  });

  it('is of those beside the dead whose toll rose, and of those who are treated', () => {
    expect(told('ارتفعت حصيلة التفجير إلى سبعة قتلى، إضافة إلى 21 جريحا.')).toBe('killed 7, wounded 21');
    expect(told('أعلن متحدث أن أحد عشر شخصا توفوا وأن 23 يتلقون العلاج.')).toBe('killed 11, wounded 23');
  });

  it('is whole', () => {
    expect(told('قتل 4.5 في زلزال بقوة 6.1 درجات.')).toBe('');
    expect(told('أصيب 1.5 ألف شخص في الزلزال.')).toBe('wounded 1500');
  });

  it('is not of somebody who went on to kill, nor a time of day', () => {
    expect(told('وأقدم شاب مريض نفسيا على قتل ثلاثة أشخاص.')).toBe('killed 3');
    expect(told('وأصيب 173 اليوم الأحد بجروح.')).toBe('wounded 173');
  });

  it('is of a battle that goes on for days, not of one that goes on for years', () => {
    expect(told('وقتل 19 جنديا في المعركة المستمرة منذ أيام.')).toBe('killed 19');
    expect(told('وقتل 19 جنديا في المعركة المستمرة منذ شهرين.')).toBe('');
    expect(told('وأعلنت مقتل 18 شخصا آخرين ما يرفع حصيلة القتلى إلى 25.')).toContain('killed 25');
  });

  it('is of all who were hurt, by this and by that', () => {
    expect(told('وأصيب 5 متظاهرين بالرصاص الحي و30 بالاختناق خلال مواجهات.')).toBe('wounded 35');
    expect(told('وأصيب 5 متظاهرين بالرصاص الحي واعتقل 30 خلال مواجهات.')).toBe('wounded 5');
  });

  it('goes on behind one of a group', () => {
    expect(told('ونتج عنها استشهاد أحد رجال الأمن بالطوال بجازان وثلاثة جنود.')).toBe('killed 4');
    expect(told('وقالت إن شابين اثنين قضيا بعد أيام من إصابتهما.')).toContain('killed 2');
  });

  it('is of some of the dead behind "among the dead of"', () => {
    expect(told('وسقط 20 مسلحا بين قتيل وجريح.')).toBe('wounded 20');
    expect(told('وسقط 11 مسلحا بين قتلى الغارة على المطار.')).not.toContain('wounded');
  });
});
