import { describe, expect, it } from 'vitest';
import { eventsIn } from '../test-article.ts';

describe('who gathers', () => {
  it('are protesters, by whatever class the text calls them', () => {
    const [event] = eventsIn(
      'تظاهر مئات المواطنين اليوم أمام مدخل مجلس النواب في بيروت رفضا لقانون الضرائب.',
    );
    expect(event?.actors).toMatchObject([{ text: 'المواطنين', canon: 'protesters' }]);
    expect(event?.targets).toMatchObject([{ text: 'مجلس النواب' }]);
  });
  it('are those the article calls protesters, where the sentence names nobody', () => {
    const [event] = eventsIn('شهدت ساحة التحرير في بيروت احتجاجات واسعة أمس. ورفع المحتجون لافتات.');
    expect(event?.actors).toMatchObject([{ text: 'المحتجون' }]);
  });
  it('is whoever organises it, whatever body that is', () => {
    const [event] = eventsIn('نظمت اللجنة الوطنية للتضامن أمس في بيروت مظاهرة تضامنية مع الأسرى.');
    expect(event?.actors).toMatchObject([{ text: 'اللجنة الوطنية للتضامن' }]);
  });
  it('is not one person, nor the force that shoots at them', () => {
    const [event] = eventsIn(
      'قتل شاب برصاص الجيش الإسرائيلي خلال احتجاجات قرب السياج شرق مدينة غزة أمس الجمعة.',
    );
    expect(event?.type).toBe('protest');
    expect(event?.actors).toEqual([]);
    expect(event?.targets).toMatchObject([{ text: 'الجيش الإسرائيلي' }]);
  });
});

describe('whose strikes they are', () => {
  it('is told once of those an article lists', () => {
    const found = eventsIn(
      'شن الطيران الحربي الإسرائيلي غارة جوية على بلدة ميفدون في النبطية أدت إلى مقتل شخصين. كما أسفرت غارة على بلدة تفاحتا في قضاء صيدا عن مقتل 6 أشخاص.',
    );
    expect(found.map(({ actors }) => actors.map(({ canon }) => canon))).toEqual([['isr_army'], ['isr_army']]);
  });
  it('is not told where the article names two', () => {
    const found = eventsIn(
      'قصفت قوات النظام بالمدفعية بلدة سرمين بريف إدلب فقتل مدني. وقصفت القوات التركية بالمدفعية قرية أبين بريف حلب فأصيب طفل. كما أسفر قصف مدفعي على قرية الكفير بريف اللاذقية عن مقتل امرأة.',
    );
    expect(found.at(-1)?.actors).toEqual([]);
  });
});
