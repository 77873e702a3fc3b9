import { describe, expect, it } from 'vitest';
import { eventsIn } from '../test-article.ts';

/** The day of the first event of a text of Wednesday 12 March 2025. */
const dateOf = (text: string) => eventsIn(text, '', '2025-03-12T12:00:00Z')[0]?.date?.start ?? null;

describe('when an event happened', () => {
  it('does not date an arrest by the day it is told', () => {
    expect(dateOf('قال ناشطون الاثنين إن قوات الأمن اعتقلت خمسة صحفيين في مدينة بنغازي.')).toBe(null);
    expect(dateOf('قال ناشطون إن قوات الأمن اعتقلت الاثنين خمسة صحفيين في مدينة بنغازي.')).toBe('2025-03-10');
  });

  it('takes hours and days without a number for no day', () => {
    expect(dateOf('اعتقلت الشرطة خلال الساعات الماضية خمسة صحفيين في مدينة بنغازي.')).toBe(null);
    expect(dateOf('اعتقلت الشرطة خلال الساعات الـ24 الماضية خمسة صحفيين في مدينة بنغازي.')).not.toBe(null);
  });

  it('does not date an attack by the day it is condemned', () => {
    const attackIn = (text: string) =>
      eventsIn(text, '', '2025-03-12T12:00:00Z').find(({ type }) => type !== 'official_stance')?.date
        ?.start ?? null;
    expect(
      attackIn('دانت وزارة الخارجية الأردنية، اليوم الأربعاء، الغارة الإسرائيلية على بلدة كفررمان.'),
    ).toBe(null);
    expect(attackIn('دانت وزارة الخارجية الأردنية، اليوم، الغارة التي استهدفت الثلاثاء بلدة كفررمان.')).toBe(
      '2025-03-11',
    );
  });

  it('takes the verb of a relative clause for no charge', () => {
    expect(dateOf('أصيب خمسة في الحريق الذي التهم السوق في مدينة إربد أمس الثلاثاء.')).toBe('2025-03-11');
  });

  it('dates what is done by saying it by the day a lead tells it', () => {
    expect(dateOf('أعلن رئيس الوزراء العراقي الاثنين أن الحكومة قررت تعطيل الدوام الرسمي في بغداد.')).toBe(
      '2025-03-10',
    );
  });
});
