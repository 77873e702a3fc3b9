import { describe, expect, it } from 'vitest';
import { extractEvents } from './index.ts';

const eventsOf = (title: string, text: string) =>
  extractEvents({
    title,
    text,
    publishedAt: '2025-03-10T12:00:00Z',
    timeZone: 'UTC',
    outlet: { id: 'sample', country: null },
  }).events;

describe('where an event happened', () => {
  it('takes the unit of the sentence before where its own names none', () => {
    const events = eventsOf(
      '',
      'ألقت الشرطة القبض أمس على ثلاثة متهمين بالسرقة في مدينة سكيكدة شرقي الجزائر. وفي سياق آخر قال والي المدينة إن الأشغال مستمرة. وتظاهر مئات السكان احتجاجا على انقطاع المياه.',
    );
    expect(events.find(({ type }) => type === 'protest')?.place).toMatchObject({
      country: 'DZ',
      admin1: 'سكيكدة',
      locality: null,
      precision: 3,
    });
  });

  it('takes the province, not the city it lies west of', () => {
    const [event] = eventsOf(
      '',
      'دمرت وحدة من الجيش أمس مخبأ للإرهابيين بولاية عين الدفلى غربي العاصمة الجزائرية، وفق بيان الوزارة.',
    );
    expect(event?.place).toMatchObject({ country: 'DZ', admin1: 'عين الدفلى', locality: null });
  });

  it('takes the country of the parties where no place is told', () => {
    const [event] = eventsOf(
      '',
      'أعلن الاتحاد العام التونسي للشغل عن تنظيم إضراب عام يوم الخميس المقبل احتجاجا على تجميد الأجور.',
    );
    expect(event?.place).toMatchObject({ country: 'TN', precision: 4 });
  });

  it('takes a reception for one at home', () => {
    const [event] = eventsOf(
      '',
      'استقبل وزير الخارجية السعودي أمس نظيره الهندي، وبحثا العلاقات بين البلدين وسبل تطويرها.',
    );
    expect(event).toMatchObject({ type: 'diplomatic_meeting', place: { country: 'SA' } });
  });
});
