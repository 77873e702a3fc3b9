import { describe, expect, it } from 'vitest';
import { lookupKey } from './canonical.ts';
import { lightStem } from './stem.ts';

const stem = (word: string) => lightStem(lookupKey(word));

describe('lightStem', () => {
  it('gives the forms of a noun one stem', () => {
    expect(new Set(['الغارات', 'غارات', 'والغارات', 'بالغارات', 'غارة'].map(stem))).toEqual(
      new Set([stem('غار')]),
    );
  });
  it('takes a conjunction and an article together', () => {
    expect(stem('والحكومة')).toBe(stem('حكومة'));
  });
  it('leaves three letters, whatever they end in', () => {
    expect(stem('بنات')).toBe('بنات');
    expect(stem('ولد')).toBe('ولد');
  });
});
