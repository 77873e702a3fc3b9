import { describe, expect, it } from 'vitest';
import { parseDateTime } from './index.ts';

describe('dates of feeds and pages', () => {
  it.each([
    ['Tue, 02 Dec 2025 10:05:00 +0300', '2025-12-02T10:05:00+03:00', 'stated'],
    ['2025-12-02T10:05:00Z', '2025-12-02T10:05:00Z', 'stated'],
    ['02/12/2025 10:05', '2025-12-02T10:05:00+03:00', 'assumed'],
    ['الثلاثاء ٢ كانون الأول ٢٠٢٥ - ١٠:٠٥ م', '2025-12-02T22:05:00+03:00', 'assumed'],
    ['2 ديسمبر 2025', '2025-12-02T00:00:00+03:00', 'assumed'],
    ['December 2, 2025 4:30 pm', '2025-12-02T16:30:00+03:00', 'assumed'],
    ['Tue, 2 Dec 25 10:05:00 GMT', '2025-12-02T10:05:00Z', 'stated'],
  ])('a feed or page date: %s', (text, iso, zone) => {
    expect(parseDateTime(text, { timeZone: 'Asia/Damascus' })).toMatchObject({ iso, zone });
  });

  it('answers null for what is no date', () => {
    for (const text of ['', 'اليوم', 'soon', '99/99/2025'])
      expect(parseDateTime(text, { timeZone: 'UTC' })).toBe(null);
  });
});
