import { describe, expect, it } from 'vitest';
import { quoteFinder } from './quotes.ts';

const title = 'مقتل جندي';
const text = 'قال الوزير: مقتلهم مؤسف.\nودخلت القوات والقوّات إلى المدينة، و35 آلية. قتل ثلاثة.';
const find = quoteFinder({ title, text });
/** The words a quotation is found as. */
const found = (quote: string) => {
  const at = find(quote);
  return at && (at.field === 'title' ? title : text).slice(at.start, at.end);
};

describe('a quotation', () => {
  it('is a whole word: not the middle, the head or the digits of another', () => {
    expect(find('قتل')).toMatchObject({ field: 'text', start: text.indexOf('قتل ثلاثة') });
    expect(find('مقتل')).toEqual({ field: 'title', start: 0, end: 4 });
    expect(['وزي', 'زير', 'مدين', '3', '5', 'تلهم'].map(found)).toEqual(Array(6).fill(null));
  });
  it('may leave unquoted what is written together with it: و and the article', () => {
    expect(['دخلت', 'وزير', '35'].map(found)).toEqual(['دخلت', 'وزير', '35']);
  });
  it('is found by its letters when vowel signs, hamza or teh marbuta differ, and keeps those of the text', () => {
    expect(['المدينه', 'الية', 'اِلى'].map(found)).toEqual(['المدينة', 'آلية', 'إلى']);
    expect(quoteFinder({ title: '', text: 'والقوّات هنا' })('القوات')).toEqual({
      field: 'text',
      start: 1,
      end: 8,
    });
  });
  it('is looked for first where it is expected', () => {
    const later = text.indexOf('القوّات');
    expect(find('القوات')?.start).toBe(text.indexOf('القوات'));
    const range = { field: 'text' as const, start: later - 1, end: text.length };
    expect(find('القوات', [range])?.start).toBe(later);
  });
  it('of nothing, of signs alone or of a page is none', () => {
    expect(['', ' \n', '\u064B', 'قتل '.repeat(400)].map((quote) => find(quote))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
