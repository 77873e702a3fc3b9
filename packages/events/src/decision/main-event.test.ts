import { describe, expect, it } from 'vitest';
import { eventsIn } from '../test-article.ts';

const statuses = (title: string) =>
  eventsIn('وقع أمس تفجير انتحاري في مسجد بمدينة أبها أدى إلى مقتل خمسة أشخاص وإصابة عشرة آخرين.', title).map(
    ({ type, status }) => `${type} ${status}`,
  );

describe('what an article announces', () => {
  it('is the event its title tells', () => {
    expect(statuses('قتلى بتفجير انتحاري في مسجد بأبها')).toEqual(['bombing main']);
  });
  it('is what the title tells itself, not what it comes after', () => {
    const events = eventsIn(
      'أعلنت الحكومة الجمعة فرض حالة الطوارئ في أنحاء البلاد، بعد يوم واحد من استقالة رئيس الوزراء.',
      'الحكومة تعلن حالة الطوارئ بعد استقالة رئيس الوزراء',
    );
    expect(events.map(({ type, status }) => [type, status])).toEqual(
      expect.arrayContaining([
        ['government_decision', 'main'],
        ['leadership_change', 'secondary'],
      ]),
    );
  });
  it('is not what somebody in the lead did once', () => {
    const events = eventsIn(
      'أعدمت السلطات في بلدة هارلو الأربعاء رجلا أدين بإطلاق النار على مدرسة قبل عشرة أعوام وقتل ثلاثة من تلاميذها.',
      'إعدام رجل أطلق النار على مدرسة',
    );
    expect(events.find(({ status }) => status === 'main')?.type).toBe('judicial_proceeding');
  });
  it.each(['مدير الجوازات يزور مصابي تفجير مسجد أبها', 'شاعر يرثي ضحايا تفجير مسجد أبها'])(
    'is no event where its title tells of a courtesy: %s',
    (title) => {
      expect(statuses(title)).toEqual(['bombing secondary']);
    },
  );
});
