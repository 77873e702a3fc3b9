import { describe, expect, it } from 'vitest';
import { countsOf } from './counts.ts';
import { read } from './extract.ts';
import { readArticle } from './reading.ts';

const article = (text: string) => ({
  title: '',
  text,
  publishedAt: '2025-03-10T12:00:00Z',
  timeZone: 'UTC',
  outlet: { id: 'sample', country: null },
});
/** What a sentence counts: "killed 2, wounded 3-". */
const told = (text: string): string =>
  readArticle(article(text))
    .flatMap(countsOf)
    .filter(({ kind }) => kind === 'killed' || kind === 'wounded')
    .map(({ kind, count: { min, max } }) => `${kind} ${min}${min === max ? '' : `-${max ?? ''}`}`)
    .join(', ');
const harmIn = (text: string, type: string) => {
  const counts = read(article(text)).events.find((each) => each.type === type)?.counts;
  return [counts?.killed?.min, counts?.wounded?.min];
};

describe('the counts of a sentence', () => {
  it('come from a killing, not from a court, a ruling or a word that looks like one', () => {
    expect(told('وأعلن الجيش القضاء على 14 مسلحا في الجبال.')).toBe('killed 14');
    expect(told('ودعا إلى تعاون القضاء والشرطة والمواطن في كشف الخلايا.')).toBe('');
    expect(told('وأصدر الملك مرسوما يقضي بتعيين العقيد نائبا لقائد الجيش.')).toBe('');
    expect(told('واستقبله بصفته رجل سلام.')).toBe('');
  });

  it('leave out who survived, and hold the wounded among them', () => {
    expect(told('وجرى انتشال خمس جثث وتسعة ناجين بينهم أربعة مصابين.')).toBe('killed 5, wounded 4');
    expect(told('وأصيب 13 شخصا بينهم ثلاث إصابات خطيرة.')).toBe('wounded 13');
  });

  it('are as many of the other where the text says so', () => {
    expect(told('وأسفر الهجوم عن خمسة قتلى ومثلهم جرحى.')).toBe('killed 5, wounded 5');
    expect(told('وأسفر الهجوم عن خمسة قتلى ومثلهم مفقودين.')).toBe('killed 5');
  });

  it('are of the wounded only behind two who were killed', () => {
    expect(told('وقال إن رجلين قتلا وأصيب عدد من رواد المقهى.')).toBe('killed 2, wounded 2-');
  });

  it('take relatives by the number behind them', () => {
    expect(told('وأسفر الحادث عن وفاة رجل وإصابة زوجته وأطفاله الثلاثة.')).toBe('killed 1, wounded 4');
    expect(told('وأسفر الحادث عن وفاة رجل وإصابة زوجته وأطفاله.')).toBe('killed 1, wounded 1');
  });

  it('are not of somebody who is described as wounded', () => {
    expect(told('فنهض القائد وهو جريح.')).toBe('');
    expect(told('ونقل جريح إلى المستشفى.')).toBe('wounded 1');
  });

  it('count once who died of wounds', () => {
    expect(told('وأصيب الصحفي سالم ناجي برصاصة قبل أن يموت متأثرا بجراحه.')).toBe('killed 1');
    expect(told('وأصيب الصحفي سالم ناجي برصاصة وبدا متأثرا بما رأى.')).toBe('wounded 1');
  });
});

describe('the counts of an event', () => {
  it('are what the toll of the operation rose to', () => {
    const first = 'أعلن الجيش أمس القضاء على 9 إرهابيين في عملية قرب البويرة.';
    const later = 'وقد ارتفعت حصيلة هذه العملية إلى القضاء على 14 إرهابيا.';
    const other = 'وتمكنت وحدات أخرى من القضاء على 14 إرهابيا.';
    expect(harmIn(`${first}\n${later}`, 'security_operation')[0]).toBe(14);
    expect(harmIn(`${first}\n${other}`, 'security_operation')[0]).toBe(9);
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

  it('of a protest are not whom it mourns', () => {
    const text = 'شهدت الرباط أمس وقفة احتجاجية منددة بمقتل الصحفية سلمى ناجي.';
    expect(harmIn(text, 'protest')[0]).toBeUndefined();
  });
});
