import { describe, expect, it } from 'vitest';
import { extractEvents } from './index.ts';

const modalityOf = (text: string) =>
  extractEvents({
    title: '',
    text,
    publishedAt: '2025-03-10T12:00:00Z',
    timeZone: 'UTC',
    outlet: { id: 'sample', country: null },
  }).events[0]?.modality;

describe('what is only planned', () => {
  it.each([
    ['تعقد في عمان الأسبوع المقبل قمة بين الرئيس التركي والملك عبد الله الثاني', 'planned'],
    ['اعتقلت الشرطة في مدينة إربد رجلا هدد بتفجير مدرسة', 'asserted'],
    ['منعت السلطات التونسية الوزير السابق من السفر، ومن المقرر أن تستمع إليه النيابة', 'asserted'],
  ])('%s: %s', (text, modality) => {
    expect(modalityOf(text)).toBe(modality);
  });
});
