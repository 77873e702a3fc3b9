import { describe, expect, it } from 'vitest';
import { extractEvents } from './index.ts';

const typesOf = (text: string) =>
  extractEvents({
    title: '',
    text,
    publishedAt: '2025-03-04T10:00:00Z',
    timeZone: 'UTC',
    outlet: { id: 'sample', country: null },
  }).events.map(({ type }) => type);

describe('advice and answers', () => {
  it('takes no sentence that teaches for news', () => {
    expect(typesOf('كيف تحمي منزلك من حريق في المطبخ.')).toEqual([]);
    expect(typesOf('اندلع حريق في مطبخ مدرسة في بغداد.')).toEqual(['accident']);
  });
  it('keeps what was done in answer to a disaster', () => {
    expect(typesOf('علقت السلطات الرحلات في مطار بغداد بسبب العاصفة.')).toContain('restriction_closure');
  });
});
