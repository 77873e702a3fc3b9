import { tokenize } from '@rasid/arabic';
import { describe, expect, it } from 'vitest';
import { findActors } from './index.ts';

const find = (text: string, at?: string) =>
  findActors(text, tokenize(text), at ? { at } : {}).map(({ text: name, canon }) => [name, canon]);

describe('findActors', () => {
  it('finds registered actors behind proclitics and quotation marks', () => {
    expect(find('اشتباكات بين “قسد” وقوات النظام')).toEqual([
      ['قسد', 'sdf'],
      ['قوات النظام', 'syr_gov_army'],
    ]);
  });
  it('reads a force noun with a nationality', () => {
    expect(find('قال الجيش الكويتي')).toEqual([['الجيش الكويتي', 'kw_army']]);
  });
  it('takes partisan names for the same actor', () => {
    expect(find('ميليشيا الحوثي')[0]?.[1]).toBe(find('أنصار الله')[0]?.[1]);
  });
  it('drops a reading outside its time', () => {
    expect(find('بشار الأسد', '2025-06-01')).toEqual([]);
    expect(find('بشار الأسد', '2015-06-01')).toHaveLength(1);
  });
  it('cuts every span out of the text', () => {
    const text = 'وقصفت طائرات حربية روسية مواقع لتنظيم داعش في دير الزور';
    for (const each of findActors(text, tokenize(text)))
      expect(text.slice(each.start, each.end)).toBe(each.text);
  });
});
