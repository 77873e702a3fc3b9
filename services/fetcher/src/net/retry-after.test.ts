import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const dayMs = 86_400_000;

describe('Retry-After', () => {
  it.each([
    ['seconds', '120', 120_000],
    ['seconds with a fraction', '1.5', 1_500],
    ['at once', '0', 0],
    ['a date', new Date(60_000).toUTCString(), 60_000],
    ['a date that is past', new Date(-60_000).toUTCString(), 0],
    ['more than a day', '999999', dayMs],
    ['more than a number holds', '999999999999999', dayMs],
    ['a date in ten years', new Date(10 * 365 * dayMs).toUTCString(), dayMs],
    ['two headers', '30, 60', 30_000],
  ])('is heeded as %s, up to a day', (_, header, ms) => {
    expect(retryAfterMs(header, 0)).toBe(ms);
  });

  it('is none when it cannot be read', () => {
    for (const header of ['soon', '', '-5', '5 minutes', null])
      expect(retryAfterMs(header, 0), String(header)).toBe(null);
  });
});
