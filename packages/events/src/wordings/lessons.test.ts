import { describe, expect, it } from 'vitest';
import { typesIn } from '../test-article.ts';

describe('advice and answers', () => {
  it('takes no sentence that teaches for news', () => {
    expect(typesIn('كيف تحمي منزلك من حريق في المطبخ.')).toEqual([]);
    expect(typesIn('اندلع حريق في مطبخ مدرسة في بغداد.')).toEqual(['accident']);
  });
  it('keeps what was done in answer to a disaster', () => {
    expect(typesIn('علقت السلطات الرحلات في مطار بغداد بسبب العاصفة.')).toContain('restriction_closure');
  });
});
