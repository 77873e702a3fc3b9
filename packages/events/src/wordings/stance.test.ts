import { describe, expect, it } from 'vitest';
import { eventsIn } from '../test-article.ts';

/** The events as "type: how their evidence begins". */
const toldIn = (title: string, text: string): string[] =>
  eventsIn(text, title).map(({ type, evidence }) => `${type}: ${evidence.text.slice(0, 20)}`);
const positionsIn = (title: string, text: string): string[] =>
  toldIn(title, text).filter((each) => each.startsWith('official_stance'));

describe('positions', () => {
  it('are read behind the dateline of a lead', () => {
    expect(
      positionsIn('', 'دبي، الإمارات العربية المتحدة (CNN)-- أدانت فرنسا الهجوم على السفارة في العاصمة.'),
    ).toEqual(['official_stance: أدانت فرنسا الهجوم ع']);
  });
  it('are read in a later clause of a lead, where who takes them follows', () => {
    const lead =
      'وصل وفد من المنظمة الدولية إلى المدينة صباح اليوم في زيارة تستمر يومين وسط إجراءات مشددة، فيما طالبت السعودية بضغط دولي على الجماعة.';
    expect(positionsIn('وفد دولي في المدينة والسعودية تطالب بضغط دولي', lead)).toHaveLength(1);
  });
  it('are read further down only where the title takes them too', () => {
    const text =
      'عاشت العاصمة ليلة هادئة بعد أيام من التوتر الشديد.\nوفتحت المدارس أبوابها صباح اليوم كالمعتاد.\nورفضت إيران شروط الدول الأوروبية للعودة إلى الحوار.';
    expect(positionsIn('إيران ترفض شروط الدول الأوروبية', text)).toEqual([
      'official_stance: ورفضت إيران شروط الد',
    ]);
    expect(positionsIn('ليلة هادئة في طهران', text)).toEqual([]);
  });
  it('do not take the sanctions told beside them', () => {
    const text =
      'أدانت روسيا أمس الهجوم على السفارة.\nوفرضت واشنطن الأسبوع الماضي عقوبات على خمسة مسؤولين روس.';
    const types = toldIn('روسيا تدين الهجوم على السفارة', text).map((each) => each.split(':')[0]);
    expect(types).toEqual(['official_stance', 'sanctions_rupture']);
  });
  it('are told beside the news of a title when another takes them', () => {
    const title = 'الدولة تقطع علاقاتها مع إيران';
    const text = 'أعربت جامعة الدول العربية، الخميس، عن تضامنها مع قرار السلطات المغربية.';
    expect(positionsIn(title, text)).toHaveLength(1);
  });
  it('are read in the second news of a title, where the speaker stands beside the verb', () => {
    const title = 'انفجار كبير يهز وسط العاصمة ويوقع عشرات القتلى والجرحى صباح اليوم والأردن يدين الهجوم';
    expect(positionsIn(title, 'هز انفجار كبير وسط العاصمة صباح اليوم.')).toHaveLength(1);
  });
  it('are told by the adjective of a headline, "Arab condemnations"', () => {
    const text = 'تتواصل ردود الفعل صباح اليوم.';
    expect(positionsIn('تنديد عربي بقرار ضم الضفة', text)).toHaveLength(1);
    expect(positionsIn('كتاب عربي بقرار لجنة التحكيم', text)).toEqual([]);
  });
  it('are taken by nobody who held an office once', () => {
    const lead = (office: string) => `حذر وزير الدفاع الأمريكي ${office} من تحركات إيران في المنطقة.`;
    expect(positionsIn('', lead('الأسبق'))).toEqual([]);
    expect(positionsIn('', lead('الجديد'))).toHaveLength(1);
  });
});
