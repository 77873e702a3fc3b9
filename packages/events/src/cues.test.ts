import { describe, expect, it } from 'vitest';
import { eventsIn } from './test-article.ts';

const modalityOf = (text: string) => eventsIn(text)[0]?.modality;

describe('what is only planned', () => {
  it.each([
    ['تعقد في عمان الأسبوع المقبل قمة بين الرئيس التركي والملك عبد الله الثاني', 'planned'],
    ['اعتقلت الشرطة في مدينة إربد رجلا هدد بتفجير مدرسة', 'asserted'],
    ['منعت السلطات التونسية الوزير السابق من السفر، ومن المقرر أن تستمع إليه النيابة', 'asserted'],
  ])('%s: %s', (text, modality) => {
    expect(modalityOf(text)).toBe(modality);
  });
});
