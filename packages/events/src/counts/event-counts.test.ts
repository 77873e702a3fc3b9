import { describe, expect, it } from 'vitest';
import { eventsIn } from '../test-article.ts';

const harmIn = (text: string, type: string) => {
  const counts = eventsIn(text).find((each) => each.type === type)?.counts;
  return [counts?.killed?.min, counts?.wounded?.min];
};

describe('the counts of an event', () => {
  it('are what the toll of the operation rose to', () => {
    const first = 'أعلن الجيش أمس القضاء على 9 إرهابيين في عملية قرب البويرة.';
    const later = 'وقد ارتفعت حصيلة هذه العملية إلى القضاء على 14 إرهابيا.';
    const other = 'وتمكنت وحدات أخرى من القضاء على 14 إرهابيا.';
    expect(harmIn(`${first}\n${later}`, 'security_operation')[0]).toBe(14);
    expect(harmIn(`${first}\n${other}`, 'security_operation')[0]).toBe(9);
  });

  it('are "at least" so many as soon as the text says so', () => {
    const news = (who: string) => `قتل ${who} أمس في انفجار سيارة مفخخة في سوق في كابل.`;
    const more = (who: string) => `وقالت الشرطة إن الانفجار أسفر عن مقتل ${who} على الأقل.`;
    const killed = (who: string) =>
      eventsIn(`${news(who)}\nوهرعت سيارات الإسعاف.\n${more(who)}`)[0]?.counts.killed?.max;
    expect(killed('12 شخصا')).toBeNull();
    expect(killed('شخصان')).toBe(2);
  });

  it('of both sides are added where each side is named', () => {
    const told = (second: string) =>
      `اندلعت اشتباكات أمس قرب مدينة دير الزور أسفرت عن تسعة قتلى في صفوف الجيش ${second}.`;
    expect(harmIn(told('وستة قتلى في صفوف المسلحين'), 'armed_clash')[0]).toBe(15);
    expect(harmIn(told('بينهم ستة قتلى في القصف'), 'armed_clash')[0]).toBe(9);
  });

  it('are a range where another side has another figure, the newer one where a toll rose', () => {
    const news = 'قتل عشرون شخصا أمس في غارة جوية على سوق في مدينة الحديدة';
    const killed = (more: string) => eventsIn(`${news}${more}.`)[0]?.counts.killed;
    expect(killed('، بينما أشارت وسائل إعلام إلى أن عدد القتلى بلغ 30 شخصا')).toMatchObject({
      min: 20,
      max: 30,
    });
    expect(killed('، بينما أشارت وسائل إعلام إلى نقل 30 شخصا')).toMatchObject({ min: 20, max: 20 });
    const other = '.\nوقدر مسؤولون آخرون عدد القتلى بنحو 28';
    expect(killed(other)).toMatchObject({ min: 20, max: 28 });
    const risen = '.\nوقدر مسؤولون أن عدد القتلى في الغارة ارتفع إلى 28';
    expect(killed(risen)).toMatchObject({ min: 28, max: 28 });
  });

  it('are made exact by a figure that nobody rounds to', () => {
    const told = (count: string) =>
      `أصيب أكثر من 300 شخص أمس خلال تظاهرات في غزة.\nوقال مسعفون إن التظاهرات أسفرت عن إصابة نحو ${count} آخرين.`;
    expect(harmIn(told('307'), 'protest')[1]).toBe(307);
    expect(harmIn(told('310'), 'protest')[1]).toBe(301);
  });

  it('of planes are not those of a bomb that the text tells of beside them', () => {
    const news = 'شنت طائرات حربية أمس غارات على مواقع في مدينة غزة.';
    const bomb = 'وأصيب أربعة جنود بتفجير عبوة ناسفة قرب غزة.';
    expect(harmIn(`${news}\n${bomb}`, 'air_drone_strike')[1]).toBeUndefined();
    expect(harmIn(`${news}\nوأصيب أربعة جنود في الغارات على غزة.`, 'air_drone_strike')[1]).toBe(4);
  });

  it('of an answer are not those of what is answered', () => {
    const told = (of: string) => `أطلق الجيش أمس صواريخ على مواقع المسلحين في ريف حماة ${of}.`;
    const answered = told('ردا على هجوم الأسبوع الماضي الذي أسفر عن مقتل 25 شخصا');
    expect(harmIn(answered, 'shelling_missile')[0]).toBeUndefined();
    expect(harmIn(told('ما أسفر عن مقتل 25 شخصا'), 'shelling_missile')[0]).toBe(25);
  });

  it('are not those of an attack that the text looks back at', () => {
    const news = 'قتل 14 جنديا أمس في غارة جوية على معسكر في لوغر.';
    const then = (when: string) =>
      `${news}\nوقد قتل ${when}خمسة جنود وأصيب ثمانية آخرون بصاروخ أطلقته طائرة.`;
    expect(harmIn(then('آنذاك '), 'air_drone_strike')).toEqual([14, undefined]);
    expect(harmIn(then(''), 'air_drone_strike')).toEqual([14, 8]);
  });

  it('do not count one person as dead and as wounded', () => {
    const text =
      'قتلت قوات الاحتلال شابا فلسطينيا أمس في بلدة برقين.\nوقالت مصادر إن الشاب أصيب برصاصة في الصدر.';
    expect(harmIn(text, 'armed_attack')).toEqual([1, undefined]);
    const two = text.replace('إن الشاب أصيب', 'إن شابا آخر أصيب');
    expect(harmIn(two, 'armed_attack')).toEqual([1, 1]);
  });

  it('do not count as one more the attacker who killed them', () => {
    expect(harmIn('قتل انتحاري الاثنين 8 أشخاص بتفجير نفسه في سوق في كابل.', 'bombing')[0]).toBe(8);
    const both = 'قتل 8 أشخاص ومنفذ الهجوم الاثنين بتفجير انتحاري في سوق في كابل.';
    expect(harmIn(both, 'bombing')[0]).toBeGreaterThanOrEqual(8);
  });

  it('are those of what began shortly before, not since long', () => {
    const news = 'قصفت طائرات حربية أمس موقعا في مدينة غزة.';
    const since = `${news}\nويسود التوتر في المنطقة منذ صدامات أوقعت 30 قتيلا.`;
    expect(harmIn(since, 'air_drone_strike')[0]).toBeUndefined();
    expect(harmIn(`${news}\nوقال مسعفون إن الغارة أوقعت 30 قتيلا.`, 'air_drone_strike')[0]).toBe(30);
  });

  it('hold the attacker alone where nobody else died', () => {
    const text = 'هاجم مسلح بسكين شرطيا أمس في مدينة ليون، وانتهى الهجوم بمقتل المنفذ.';
    expect(harmIn(text, 'armed_attack')[0]).toBe(1);
    expect(harmIn(text.replace('بمقتل', 'بفرار'), 'armed_attack')[0]).toBeUndefined();
    const shot = 'قتل شخصان أمس في هجوم بسكين في مدينة ليون، قبل أن تقتل قوات الأمن المنفذ.';
    expect(harmIn(shot, 'armed_attack')[0]).toBe(3);
  });

  it('of hundreds are not outdone by who says that nobody was harmed', () => {
    const text =
      'تظاهر آلاف الأشخاص أمس في الخرطوم، وأسفر قمع التظاهرات عن مئات الجرحى.\nوقالت الشرطة إن التظاهرات انتهت دون وقوع إصابات.';
    expect(harmIn(text, 'protest')[1]).toBe(200);
  });

  it('of an opening are of what the text then tells of', () => {
    const opening = 'عقد مجلس الأمن اجتماعا طارئا بعد مقتل خمسين شخصا وإصابة أكثر من ألفي شخص في غزة.';
    const march = 'وقتل العشرات أمس الاثنين خلال تظاهرات قرب السياج الحدودي.';
    expect(harmIn(`${opening}\n${march}`, 'protest')[1]).toBe(2001);
    const other = opening.replace('بعد مقتل', 'وأعلن مقتل');
    expect(harmIn(`${other}\n${march}`, 'protest')[1]).toBeUndefined();
  });

  it('are not of him whose death is remembered', () => {
    const told = (of: string) => `اندلعت اشتباكات بين الشرطة ومسلحين أمس في مدينة سبها ${of}.`;
    expect(harmIn(told('في الذكرى الأولى لمقتل الشاب سالم ناجي'), 'armed_clash')[0]).toBeUndefined();
    expect(harmIn(told('ما أدى إلى مقتل الشاب سالم ناجي'), 'armed_clash')[0]).toBe(1);
  });

  it('of thousands are not made one by whom the other side counts', () => {
    const text = 'تظاهر آلاف الأشخاص أمس في الخرطوم، وأصيب المئات خلال التظاهرات';
    expect(harmIn(`${text}، كما أشارت الشرطة إلى إصابة شرطي واحد.`, 'protest')[1]).toBe(200);
    expect(harmIn(`${text}، كما أشارت الشرطة إلى إصابة 240 متظاهرا.`, 'protest')[1]).toBe(240);
  });

  it('of a protest are not whom it mourns', () => {
    const text = 'شهدت الرباط أمس وقفة احتجاجية منددة بمقتل الصحفية سلمى ناجي.';
    expect(harmIn(text, 'protest')[0]).toBeUndefined();
  });
});
